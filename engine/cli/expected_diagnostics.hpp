// Holds what a scenario expects to be said of its text and its rules against what is said.
#pragma once
#include "engine/report/test_run.hpp"
#include "engine/session/session.hpp"

namespace casus::cli {

// Takes what is expected out of both lists; a result for each that is expected, met or not.
[[nodiscard]] std::vector<report::tested_expectation> hold_diagnostics(
    std::vector<scenario::expected_diagnostic> const& expected, std::vector<source::diagnostic>& of_rules,
    std::vector<source::diagnostic>& of_scenario, source::files const& files);

}  // namespace casus::cli
