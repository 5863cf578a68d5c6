// A sheet as text in columns, for a terminal or a pipe.
#pragma once
#include "engine/report/sheet.hpp"
#include "engine/report/style.hpp"

namespace casus::report {

[[nodiscard]] std::string text(sheet const& shown, painter const& paint);

// "fails: the Council appoints", "displaced by Charter art. 9".
[[nodiscard]] std::string words(remark const& said);

}  // namespace casus::report
