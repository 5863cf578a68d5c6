// The facts that are not to be changed, as `--fix` names them.
#pragma once
#include "engine/cli/one_case.hpp"
#include "engine/explain/change.hpp"

namespace casus::cli {

// EVENT, EVENT.ID, EVENT.ID.FIELD, FACT or FACT(ARGUMENTS). Throws usage_error, with the nearest names, where one names
// nothing.
[[nodiscard]] std::vector<explain::fixed_fact> fixed_facts(std::vector<std::string> const& written,
                                                           opened_case const& in);

}  // namespace casus::cli
