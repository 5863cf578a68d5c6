// What `--help` says.
#pragma once
#include "engine/cli/command.hpp"

namespace casus::cli {

// "casus why [OPTIONS] SCENARIO PROVISION [VARIABLE=NAME…]".
[[nodiscard]] std::string synopsis_of(command const& of);
[[nodiscard]] std::string help_for(command const& of);
// Of casus as a whole.
[[nodiscard]] std::string help_for_all();

}  // namespace casus::cli
