// The part of `expect` that is read with the outline of a scenario.
#pragma once
#include "engine/scenario/expected_diagnostics.hpp"
#include "engine/scenario/node.hpp"
#include "engine/scenario/problems.hpp"

namespace casus::scenario {

// Of the value of `expect`; what else is wrong with its shape is said when it is bound.
[[nodiscard]] std::vector<expected_diagnostic> read_expected_diagnostics(element expect, problems& said);

}  // namespace casus::scenario
