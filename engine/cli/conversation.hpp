// A conversation about a scenario, line by line: changes of its facts that can be taken back, and the questions of the
// other commands, which are asked of the scenario as it is changed.
#pragma once
#include "engine/cli/check_options.hpp"
#include "engine/cli/command.hpp"

namespace casus::cli {

// Until `quit` or the end of the input. Throws usage_error where the options do not read.
[[nodiscard]] exit_code converse(std::string const& scenario, written_options const& account,
                                 environment const& around);

}  // namespace casus::cli
