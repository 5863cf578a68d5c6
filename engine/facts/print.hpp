// Facts as text: a value as a scenario would write it, and everything of a scenario for tests and comparisons.
// Sentences for people are made in report/.
#pragma once
#include "engine/facts/scenario.hpp"

namespace casus::facts {

// `russia`, `2014-06-10`, `armed_attack`, `3 years`, `unknown`. Entities and events by their ids.
[[nodiscard]] std::string print(value const& what, check::program const& rules, base const& known);
// `suspended(uzbekistan)`.
[[nodiscard]] std::string print_tuple(statement const& said, check::program const& rules, base const& known);

// Everything but positions, one thing a line: two scenarios that dump alike say the same.
[[nodiscard]] std::string dump(base const& facts, check::program const& rules);
[[nodiscard]] std::string dump(scenario const& told, check::program const& rules);

}  // namespace casus::facts
