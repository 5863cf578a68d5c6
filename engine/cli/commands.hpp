// The commands of casus.
#pragma once
#include "engine/cli/command.hpp"
#include <span>

namespace casus::cli {

command check_command();
command compare_command();
command completion_command();
command flip_command();
command diff_command();
command fmt_command();
command lint_command();
command mutate_command();
command man_command();
command repl_command();
command settle_command();
command sweep_command();
command test_command();
command timeline_command();
command what_if_command();
command why_command();
command why_not_command();

// All of them, in the order in which help lists them.
[[nodiscard]] std::span<command_entry const> commands();

}  // namespace casus::cli
