// What `--help` says: of casus as a whole, and of each command.
#pragma once
#include <string>
#include <string_view>

namespace casus::cli {

// The help of a command, or of casus as a whole for an empty name.
[[nodiscard]] std::string help_for(std::string_view name);

}  // namespace casus::cli
