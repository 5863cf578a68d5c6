// Changes to a sketch that must change nothing of what is found but names and dates.
#pragma once
#include "tests/property/evaluate/sketch.hpp"
#include <string>
#include <vector>

namespace casus::oracle {

// Every date so many days later, in rules and facts.
[[nodiscard]] sketch later(sketch of, int days);
// Entities and events by other names, which sort the other way round.
[[nodiscard]] sketch renamed(sketch of);
[[nodiscard]] std::string renamed(std::string const& text);
// With entities, events and facts of kinds that nothing mentions.
[[nodiscard]] sketch with_others(sketch of);

// Everything that the engine finds on the drawn dates, so many days later: a line for each answer, sorted.
[[nodiscard]] std::vector<std::string> answers(sketch const& of, int days);

}  // namespace casus::oracle
