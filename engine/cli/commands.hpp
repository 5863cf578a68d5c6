// The commands: each adds its options to the command line and says what to run where it is chosen. The words of their
// help stand in help.hpp.
#pragma once
#include "engine/cli/exit_code.hpp"
#include "engine/cli/run.hpp"
#include <CLI/CLI.hpp>
#include <string>

namespace casus::cli {

// Wrong usage found after the arguments were read: a view or a provision that does not exist.
struct usage_error {
  std::string message;
};

using command = std::function<exit_code(environment const&)>;

// Adds the command; `chosen` becomes what to run, if the arguments choose it.
void add_check(CLI::App& app, command& chosen);
void add_fmt(CLI::App& app, command& chosen);
void add_lint(CLI::App& app, command& chosen);
void add_test(CLI::App& app, command& chosen);
void add_why(CLI::App& app, command& chosen);
void add_why_not(CLI::App& app, command& chosen);
void add_settle(CLI::App& app, command& chosen);
void add_what_if(CLI::App& app, command& chosen);
void add_compare(CLI::App& app, command& chosen);

// All of them, in the order in which help lists them.
void add_commands(CLI::App& app, command& chosen);

}  // namespace casus::cli
