#include "run.hpp"

#include "arguments.hpp"
#include "commands.hpp"
#include "help.hpp"
#include "version.hpp"

#include "engine/source/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::cli {
namespace {

exit_code misused(environment const& around, std::string_view message, std::string_view command) {
  around.write_error(fmt::format("casus: {}\n`casus {}--help` says how it is used\n", message,
                                 command.empty() ? "" : std::string{command} + ' '));
  return exit_code::usage_wrong;
}

exit_code run_command(command_entry const& chosen, std::span<std::string const> arguments, environment const& around) {
  auto const command = chosen.make();
  try {
    if (read_arguments(command, arguments) == arguments_ask::for_help) {
      around.write_output(help_for(command));
      return exit_code::checked;
    }
    return command.run(around);
  } catch (usage_error const& error) { return misused(around, error.message, command.name); }
}

std::string version_line(environment const& around) {
  if (around.commit.empty()) return fmt::format("casus {}\n", version());
  return fmt::format("casus {} ({})\n", version(), around.commit);
}

// What is neither a command nor an option of casus itself.
exit_code not_known(std::string const& word, environment const& around) {
  bool const is_option = word.starts_with('-');
  std::vector<std::string> known{"--help", "--version"};
  if (!is_option) {
    known.clear();
    for (auto const& one : commands()) known.emplace_back(one.name);
  }
  auto const help = source::did_you_mean(word, known);
  auto const message = is_option ? fmt::format("casus itself has no option `{}`: name a command first", word)
                                 : fmt::format("there is no command `{}`", word);
  return misused(around, help.empty() ? message : message + "; " + help, "");
}

exit_code run_any(std::span<std::string const> arguments, environment const& around) {
  if (arguments.empty()) {
    around.write_error(help_for_all());
    return exit_code::usage_wrong;
  }
  auto const& first = arguments.front();
  if (first == "--version" || first == "--help" || first == "-h") {
    around.write_output(first == "--version" ? version_line(around) : help_for_all());
    return exit_code::checked;
  }
  auto const all = commands();
  auto const chosen = std::find_if(all.begin(), all.end(), [&](command_entry const& one) { return one.name == first; });
  return chosen == all.end() ? not_known(first, around) : run_command(*chosen, arguments.subspan(1), around);
}

}  // namespace

int run(std::span<std::string const> arguments, environment const& around) {
  return static_cast<int>(run_any(arguments, around));
}

}  // namespace casus::cli
