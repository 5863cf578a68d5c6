// Reads arguments by the table of a command.
#pragma once
#include "engine/cli/command.hpp"
#include <span>

namespace casus::cli {

enum class arguments_ask { to_run, for_help };

// Puts what the arguments after the command's name say where the table wants it. Throws usage_error, with the nearest
// name where one does not exist.
[[nodiscard]] arguments_ask read_arguments(command const& of, std::span<std::string const> arguments);

// "text, json or markdown".
[[nodiscard]] std::string listed_choices(std::vector<std::string> const& choices);

}  // namespace casus::cli
