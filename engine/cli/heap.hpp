// The heap of a program that runs for some milliseconds: a fifth of them would go into the faults of its small pages.
#pragma once

namespace casus::cli {

// Takes the heap's first megabytes from the system in large pages, where it has them. To be called once, first of all.
void use_large_pages();

}  // namespace casus::cli
