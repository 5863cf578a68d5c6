// Instances of one provision → what is said of them, merged into as few sentences as may be.
#pragma once
#include "engine/evaluate/function_ref.hpp"
#include "engine/explain/supposed_worlds.hpp"
#include "engine/report/build_sheet.hpp"
#include "engine/report/names.hpp"

namespace casus::report {

// `worlds`: those that were made for other provisions of the account are used again.
[[nodiscard]] std::vector<passage> passages_of(subject const& about, names const& named,
                                               check::provision_index provision,
                                               std::vector<evaluate::instance const*> const& instances,
                                               explain::supposed_worlds& worlds);

// The same with other remarks below the sentences.
using remark_maker = evaluate::function_ref<std::vector<remark>(evaluate::instance const&)>;
[[nodiscard]] std::vector<passage> passages_of(subject const& about, names const& named,
                                               check::provision_index provision,
                                               std::vector<evaluate::instance const*> const& instances,
                                               remark_maker remarks);

}  // namespace casus::report
