#include "help.hpp"

#include "commands.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::cli {
namespace {

constexpr std::size_t line_width = 100;   // characters
constexpr std::size_t usual_column = 20;  // where what an option does begins, if its name leaves room
constexpr std::string_view margin = "  ";

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// Words in lines; every line after the first begins with so many blanks, as the first is taken to.
std::string wrapped(std::string_view text, std::size_t indent) {
  std::string lines;
  auto column = indent;
  for (std::size_t from = 0; from < text.size();) {
    auto const to = std::min(text.find(' ', from), text.size());
    auto const word = text.substr(from, to - from);
    if (column > indent && column + 1 + width_of(word) > line_width) {
      lines += '\n' + std::string(indent, ' ');
      column = indent;
    }
    if (column > indent) {
      lines += ' ';
      ++column;
    }
    lines += word;
    column += width_of(word);
    from = to + 1;
  }
  return lines + '\n';
}

std::string shown(option const& one) { return one.value.empty() ? one.name : one.name + ' ' + one.value; }

std::string of_group(option_group const& group) {
  std::size_t column = usual_column;
  for (auto const& one : group.options) column = std::max(column, width_of(shown(one)) + 1);
  column += margin.size();
  auto text = group.title.empty() ? std::string{} : group.title + '\n';
  for (auto const& one : group.options) {
    auto row = std::string{margin} + shown(one);
    row.append(column - width_of(row), ' ');
    text += row + wrapped(one.about, column);
  }
  return text + '\n';
}

std::string of_all() {
  std::string text =
      "usage: casus COMMAND …\n\n"
      "Says which provisions of a treaty apply to a case, to whom, since when and why.\n\n";
  std::size_t longest = 0;
  for (auto const& one : commands()) longest = std::max(longest, one.name.size());
  for (auto const& one : commands()) text += fmt::format("  {:<{}}  {}\n", one.name, longest, one.summary);
  return text + R"(
  casus check cases/raid.yaml
  casus check cases --view president --at 2014-06-11
  casus test cases
  casus why raid.yaml Treaty.4.2 ally=northland
  casus lint rules
  casus fmt --check rules

`casus COMMAND --help` explains a command, `casus --version` names the version.
)" +
         wrapped(
             "Exit codes: 0 done, 1 an expectation failed (or a file is not laid out), 2 the input is wrong, 3 wrong "
             "usage, 70 casus is at fault.",
             0);
}

}  // namespace

std::string synopsis_of(command const& of) {
  std::string text = "casus " + of.name;
  if (!of.groups.empty()) text += " [OPTIONS]";
  for (auto const& one : of.arguments) {
    auto const name = one.name + (std::holds_alternative<std::vector<std::string>*>(one.into) ? "…" : "");
    text += one.required ? ' ' + name : " [" + name + ']';
  }
  return text;
}

std::string help_for(command const& of) {
  auto text = fmt::format("usage: {}\n\n", synopsis_of(of));
  for (auto const& paragraph : of.about) text += wrapped(paragraph, 0) + '\n';
  for (auto const& group : of.groups) text += of_group(group);
  for (auto const& line : of.examples) text += fmt::format("{}{}\n", margin, line);
  for (auto const& paragraph : of.closing) text += '\n' + wrapped(paragraph, 0);
  while (text.ends_with("\n\n")) text.pop_back();
  return text;
}

std::string help_for_all() { return of_all(); }

}  // namespace casus::cli
