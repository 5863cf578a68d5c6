#include "run.hpp"

#include "commands.hpp"
#include "help.hpp"
#include "version.hpp"

#include "engine/source/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::cli {
namespace {

int code_of(exit_code code) { return static_cast<int>(code); }

std::vector<std::string> names_of_commands(CLI::App const& app) {
  std::vector<std::string> names;
  for (auto const* one : app.get_subcommands([](CLI::App const*) { return true; })) names.push_back(one->get_name());
  return names;
}

std::vector<std::string> names_of_options(CLI::App const& app) {
  std::vector<std::string> names;
  for (auto const* one : app.get_options()) {
    for (auto const& name : one->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

// The command that the arguments choose, or the application itself.
CLI::App const& chosen(CLI::App const& app) {
  auto const commands = app.get_subcommands();
  return commands.empty() ? app : *commands.front();
}

std::string with_suggestion(std::string message, std::string_view word, std::vector<std::string> const& known) {
  auto const help = source::did_you_mean(word, known);
  return help.empty() ? message : message + "; " + help;
}

// The first word of what CLI11 lists after its colon.
std::string_view first_listed(std::string_view message) {
  auto const colon = message.find(": ");
  if (colon == std::string_view::npos) return {};
  auto const words = message.substr(colon + 2);
  return words.substr(0, words.find_first_of(" ="));
}

// "--format: yaml not in {text,json,markdown}" → "`--format` takes text, json or markdown, not `yaml`".
std::string of_choice(std::string_view message) {
  constexpr std::string_view middle = " not in {";
  auto const colon = message.find(": ");
  auto const brace = message.find(middle);
  if (colon == std::string_view::npos || brace == std::string_view::npos) return std::string{message};
  std::string choices{message.substr(brace + middle.size(), message.size() - brace - middle.size() - 1)};
  for (auto comma = choices.find(','); comma != std::string::npos; comma = choices.find(',', comma + 2)) {
    choices.replace(comma, 1, choices.find(',', comma + 1) == std::string::npos ? " or " : ", ");
  }
  return fmt::format("`{}` takes {}, not `{}`", message.substr(0, colon), choices,
                     message.substr(colon + 2, brace - colon - 2));
}

// "provision is required" → "name a provision".
std::string missing_of(std::string_view message) {
  auto const what = message.substr(0, message.find(' '));
  if (what == "paths") return "name at least one file or folder";
  return fmt::format("name a {}", what);
}

// What CLI11 says in its own words is said in ours, with what might have been meant.
std::string words_of(CLI::ParseError const& error, CLI::App const& app) {
  auto const& command = chosen(app);
  std::string_view const message = error.what();
  // The name of an error is not always that of its class; the code is.
  auto const is = [&](CLI::ExitCodes code) { return error.get_exit_code() == static_cast<int>(code); };
  if (is(CLI::ExitCodes::ExtrasError)) {
    auto const word = first_listed(message);
    return with_suggestion(fmt::format("`{}` has no option `{}`", command.get_name(), word), word,
                           names_of_options(command));
  }
  if (is(CLI::ExitCodes::ArgumentMismatch)) {
    return fmt::format("`{}` takes one value", message.substr(0, message.find(':')));
  }
  if (is(CLI::ExitCodes::RequiredError)) { return &command == &app ? "name a command" : missing_of(message); }
  return of_choice(message);
}

exit_code misused(environment const& around, std::string_view message, std::string_view command) {
  around.write_error(fmt::format("casus: {}\n`casus {}--help` says how it is used\n", message,
                                 command.empty() ? "" : std::string{command} + ' '));
  return exit_code::usage_wrong;
}

exit_code parse_and_run(std::span<std::string const> arguments, environment const& around) {
  CLI::App app{"", "casus"};
  command run_chosen;
  add_commands(app, run_chosen);
  app.require_subcommand(1);
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (CLI::CallForHelp const&) {
    around.write_output(help_for(&chosen(app) == &app ? "" : chosen(app).get_name()));
    return exit_code::checked;
  } catch (CLI::ParseError const& error) {
    return misused(around, words_of(error, app), &chosen(app) == &app ? "" : chosen(app).get_name());
  }
  try {
    return run_chosen(around);
  } catch (usage_error const& error) { return misused(around, error.message, chosen(app).get_name()); }
}

std::string version_line(environment const& around) {
  if (around.commit.empty()) return fmt::format("casus {}\n", version());
  return fmt::format("casus {} ({})\n", version(), around.commit);
}

}  // namespace

void add_commands(CLI::App& app, command& chosen) {
  add_check(app, chosen);
  add_test(app, chosen);
  add_why(app, chosen);
  add_why_not(app, chosen);
  add_settle(app, chosen);
  add_what_if(app, chosen);
  add_compare(app, chosen);
  add_lint(app, chosen);
  add_fmt(app, chosen);
}

int run(std::span<std::string const> arguments, environment const& around) {
  if (arguments.empty()) {
    around.write_error(help_for(""));
    return code_of(exit_code::usage_wrong);
  }
  auto const& first = arguments.front();
  if (first == "--version") {
    around.write_output(version_line(around));
    return code_of(exit_code::checked);
  }
  if (!first.empty() && first.front() != '-') {
    CLI::App known;
    command none;
    add_commands(known, none);
    auto const names = names_of_commands(known);
    if (std::find(names.begin(), names.end(), first) == names.end()) {
      return code_of(
          misused(around, with_suggestion(fmt::format("there is no command `{}`", first), first, names), ""));
    }
  }
  return code_of(parse_and_run(arguments, around));
}

}  // namespace casus::cli
