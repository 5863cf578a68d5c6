// What makes a shell complete the commands of casus, their options, the words that these take and the files they read.
#pragma once
#include "engine/cli/command.hpp"
#include <span>

namespace casus::cli {

enum class shell { bash, zsh, fish };

// The script that the shell is to read.
[[nodiscard]] std::string completion_script(shell for_shell, std::span<command_entry const> commands);

}  // namespace casus::cli
