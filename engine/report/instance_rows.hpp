// One instance → its rows: a row for each norm and each fact that follows from it (or would follow, or may), or a plain
// one where nothing does.
#pragma once
#include "engine/report/build_sheet.hpp"
#include "engine/report/names.hpp"
#include "engine/report/row.hpp"

namespace casus::report {

[[nodiscard]] std::vector<row> rows_of(subject const& about, names const& named, check::provision_index provision,
                                       evaluate::instance const& one);

}  // namespace casus::report
