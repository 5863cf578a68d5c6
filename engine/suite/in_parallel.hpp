// Does one thing for each of many indices, on several threads. What is done for one index must not touch what is done
// for another.
#pragma once
#include <cstddef>
#include <functional>

namespace casus::suite {

// Ends when all are done. An exception ends the rest and is thrown here: of several, that of the smallest index.
void in_parallel(std::size_t count, std::size_t threads, std::function<void(std::size_t)> const& work);

}  // namespace casus::suite
