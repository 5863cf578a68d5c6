// The manual pages of casus, for `man`: one of the program and one of each command.
#pragma once
#include "engine/cli/command.hpp"

namespace casus::cli {

// In the macros of man(7).
[[nodiscard]] std::string manual_page(command_entry const& of);
// The page of casus as a whole, which lists the commands.
[[nodiscard]] std::string manual_page();
// "casus-check".
[[nodiscard]] std::string name_of_page(command_entry const& of);

}  // namespace casus::cli
