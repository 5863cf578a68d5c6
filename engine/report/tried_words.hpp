// How far a search among small scenarios went. Private to this folder.
#pragma once
#include <cstddef>
#include <string>

namespace casus::report {

// ", among them every one with 2 entities of each kind and at most 1 event of each".
[[nodiscard]] std::string everywhere_words(std::size_t entities, std::size_t events);

}  // namespace casus::report
