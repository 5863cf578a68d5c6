// What is said below an instance: the requirements that fail or are open, by whom it is displaced, and, where it is
// undetermined, which facts would settle it.
#pragma once
#include "engine/report/build_sheet.hpp"
#include "engine/report/names.hpp"

namespace casus::report {

enum class settling { worked_out, left_out };  // working out what would settle an instance takes time
[[nodiscard]] std::vector<remark> remarks_on(subject const& about, names const& named, check::provision_index provision,
                                             evaluate::instance const& one, settling how);

// Why a provision does not apply to anything, or that it is not in force.
[[nodiscard]] std::vector<remark> remarks_on_absence(subject const& about, names const& named,
                                                     check::provision_index provision);

}  // namespace casus::report
