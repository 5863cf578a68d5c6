// Instances of one provision → what is said of them, merged into as few sentences as may be.
#pragma once
#include "engine/evaluate/function_ref.hpp"
#include "engine/report/build_sheet.hpp"
#include "engine/report/names.hpp"
#include "engine/report/remarks.hpp"

namespace casus::report {

// `before`: of other provisions of the account.
[[nodiscard]] std::vector<passage> passages_of(subject const& about, names const& named,
                                               check::provision_index provision,
                                               std::vector<evaluate::instance const*> const& instances,
                                               settled_before& before);

// The same with other remarks below the sentences.
using remark_maker = evaluate::function_ref<std::vector<remark>(evaluate::instance const&)>;
[[nodiscard]] std::vector<passage> passages_of(subject const& about, names const& named,
                                               check::provision_index provision,
                                               std::vector<evaluate::instance const*> const& instances,
                                               remark_maker remarks);

}  // namespace casus::report
