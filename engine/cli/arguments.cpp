#include "arguments.hpp"

#include "engine/source/nearest.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace casus::cli {
namespace {

void add(CLI::App& app, option const& one) {
  if (auto* const* flag = std::get_if<bool*>(&one.into)) app.add_flag(one.name, **flag);
  if (auto* const* text = std::get_if<std::string*>(&one.into)) app.add_option(one.name, **text);
  if (auto* const* perhaps = std::get_if<std::optional<std::string>*>(&one.into)) app.add_option(one.name, **perhaps);
  if (auto* const* list = std::get_if<std::vector<std::string>*>(&one.into)) {
    app.add_option(one.name, **list)->allow_extra_args(false);
  }
}

void add(CLI::App& app, argument const& one) {
  CLI::Option* added = nullptr;
  if (auto* const* text = std::get_if<std::string*>(&one.into)) added = app.add_option(one.name, **text);
  if (auto* const* perhaps = std::get_if<std::optional<std::string>*>(&one.into)) {
    added = app.add_option(one.name, **perhaps);
  }
  if (auto* const* list = std::get_if<std::vector<std::string>*>(&one.into)) added = app.add_option(one.name, **list);
  if (added != nullptr && one.required) added->required();
}

std::vector<std::string> names_of_options(command const& of) {
  std::vector<std::string> names{"--help"};
  for (auto const& group : of.groups) {
    for (auto const& one : group.options) names.push_back(one.name);
  }
  return names;
}

std::string with_nearest(std::string message, std::string_view word, std::vector<std::string> const& known) {
  auto const help = source::did_you_mean(word, known);
  return help.empty() ? message : message + "; " + help;
}

// What CLI11 lists after its colon was not expected: an option of that name, or else the first word.
std::string_view unexpected(std::string_view message) {
  auto const colon = message.find(": ");
  if (colon == std::string_view::npos) return {};
  auto const words = message.substr(colon + 2);
  auto const option = words.starts_with('-') ? 0 : words.find(" -");
  auto const from = option == std::string_view::npos ? words : words.substr(option == 0 ? 0 : option + 1);
  return from.substr(0, from.find_first_of(" ="));
}

// What CLI11 says in its own words is said in ours, with what might have been meant.
std::string words_of(CLI::ParseError const& error, command const& of) {
  std::string_view const message = error.what();
  // The name of an error is not always that of its class; the code is.
  auto const is = [&](CLI::ExitCodes code) { return error.get_exit_code() == static_cast<int>(code); };
  auto const first_word = message.substr(0, message.find_first_of(": "));
  if (is(CLI::ExitCodes::ExtrasError)) {
    auto const word = unexpected(message);
    if (!word.starts_with('-')) return fmt::format("`{}` is one argument too many for `{}`", word, of.name);
    return with_nearest(fmt::format("`{}` has no option `{}`", of.name, word), word, names_of_options(of));
  }
  if (is(CLI::ExitCodes::ArgumentMismatch)) return fmt::format("`{}` takes one value", first_word);
  if (is(CLI::ExitCodes::RequiredError)) {
    auto const missing = std::find_if(of.arguments.begin(), of.arguments.end(),
                                      [&](argument const& one) { return one.name == first_word; });
    if (missing != of.arguments.end()) return "name " + missing->noun;
  }
  return std::string{message};
}

void hold_to_choices(std::string const& name, destination const& into, std::vector<std::string> const& choices) {
  if (choices.empty()) return;
  std::string const* value = nullptr;
  if (auto* const* text = std::get_if<std::string*>(&into)) value = *text;
  if (auto* const* perhaps = std::get_if<std::optional<std::string>*>(&into); perhaps != nullptr && **perhaps) {
    value = &***perhaps;
  }
  if (value == nullptr || std::find(choices.begin(), choices.end(), *value) != choices.end()) return;
  throw usage_error{
      with_nearest(fmt::format("`{}` takes {}, not `{}`", name, listed_choices(choices), *value), *value, choices)};
}

}  // namespace

arguments_ask read_arguments(command const& of, std::span<std::string const> arguments) {
  CLI::App app{"", of.name};
  for (auto const& one : of.arguments) add(app, one);
  for (auto const& group : of.groups) {
    for (auto const& one : group.options) add(app, one);
  }
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (CLI::CallForHelp const&) { return arguments_ask::for_help; } catch (CLI::ParseError const& error) {
    throw usage_error{words_of(error, of)};
  }
  for (auto const& group : of.groups) {
    for (auto const& one : group.options) hold_to_choices(one.name, one.into, one.choices);
  }
  for (auto const& one : of.arguments) hold_to_choices(one.name, one.into, one.choices);
  return arguments_ask::to_run;
}

std::string listed_choices(std::vector<std::string> const& choices) {
  std::string text;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i > 0) text += i + 1 == choices.size() ? " or " : ", ";
    text += choices[i];
  }
  return text;
}

}  // namespace casus::cli
