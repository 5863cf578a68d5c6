#include "tried_words.hpp"

#include <fmt/format.h>

namespace casus::report {

std::string everywhere_words(std::size_t entities, std::size_t events) {
  return fmt::format(", among them every one with {} of each kind and at most {} of each",
                     entities == 1 ? "1 entity" : fmt::format("{} entities", entities),
                     events == 1 ? "1 event" : fmt::format("{} events", events));
}

}  // namespace casus::report
