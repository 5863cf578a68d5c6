// The checks of a rule set whose names and types are resolved, one file each. They say nothing about what could not be
// resolved. Private to the checker.
#pragma once
#include "engine/check/dependency.hpp"
#include "engine/check/tables.hpp"

namespace casus::check {

// Errors, and warnings that no error can be the cause of.
[[nodiscard]] diagnostics check_strata(program const& checked, std::vector<dependency> const& all_needs);
[[nodiscard]] diagnostics check_override_circles(program const& checked, std::vector<dependency> const& all_needs);
[[nodiscard]] diagnostics check_versions(program const& checked);   // overlapping, uneven
[[nodiscard]] diagnostics check_periods(program const& checked);    // ends before they begin, never in force
[[nodiscard]] diagnostics check_deadlines(program const& checked);  // of consequences
[[nodiscard]] diagnostics check_now(program const& checked);
[[nodiscard]] diagnostics check_judgment_days(program const& checked);
[[nodiscard]] diagnostics check_acts(program const& checked);
[[nodiscard]] diagnostics check_readings(program const& checked);

// Warnings, only where there are no errors, since they could follow from one: a misspelt name leaves the right one
// unmentioned, a wrong type makes a condition impossible.
[[nodiscard]] diagnostics check_visibility(program const& checked);       // `from`, and requirements after the judgment
[[nodiscard]] diagnostics check_loose_conjuncts(program const& checked);  // that do not mention their variable
[[nodiscard]] diagnostics check_constants(program const& checked);
[[nodiscard]] diagnostics check_contradictions(program const& checked);
[[nodiscard]] diagnostics check_similar_names(program const& checked);
[[nodiscard]] diagnostics check_unused_variables(tables const& all);
[[nodiscard]] diagnostics check_never_read(program const& checked);

}  // namespace casus::check
