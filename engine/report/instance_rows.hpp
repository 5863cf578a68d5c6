// One instance → its rows: a row for each norm and each fact that follows from it (or would follow, or may), or a plain
// one where nothing does.
#pragma once
#include "engine/evaluate/establishing.hpp"
#include "engine/report/build_sheet.hpp"
#include "engine/report/names.hpp"
#include "engine/report/remarks.hpp"
#include "engine/report/row.hpp"

namespace casus::report {

// What follows from an instance: a norm, a fact that it establishes as of a day.
[[nodiscard]] row norm_row(names const& named, facts::base const& known, evaluate::instance const& one,
                           evaluate::norm const& norm);
[[nodiscard]] row fact_row(names const& named, evaluate::instance const& one, evaluate::established_fact const& fact,
                           source::date today);

// With remarks on what the state of a norm hangs on, where that is open.
[[nodiscard]] std::vector<row> rows_of(subject const& about, names const& named, check::provision_index provision,
                                       evaluate::instance const& one, settling how);

}  // namespace casus::report
