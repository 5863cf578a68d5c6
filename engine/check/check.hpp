// Rule set → checked program, with everything that is to be said about the rules. No program where there are errors.
#pragma once
#include "engine/check/program.hpp"
#include "engine/source/outcome.hpp"

namespace casus::check {

[[nodiscard]] source::outcome<program> check(model::rule_set rules);

}  // namespace casus::check
