#include "heading.hpp"

namespace casus::report {
namespace {

std::string indented(std::string_view rest, painter const& paint) {
  std::string text;
  while (!rest.empty()) {
    auto const end = rest.find('\n');
    text += "  " + paint(tone::faint, rest.substr(0, end)) + '\n';
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  return text;
}

}  // namespace

std::string text(heading const& of, painter const& paint) {
  std::string text = paint(tone::strong, of.title);
  for (auto const& condition : of.conditions) text += paint(tone::faint, separator) + condition;
  text += '\n' + indented(of.documentation, paint);
  if (!of.account.empty()) text += indented("“" + of.account + "”", paint);
  return text;
}

std::string escaped_for_markdown(std::string_view words) {
  constexpr std::string_view special = "|*_<>[]\\#";
  std::string text;
  for (char const c : words) {
    if (special.find(c) != std::string_view::npos) text += '\\';
    text += c == '\n' ? ' ' : c;
  }
  return text;
}

std::string markdown(heading const& of, level from) {
  std::string text;
  if (from == level::scenario) {
    text += "# " + escaped_for_markdown(of.title) + "\n\n";
    if (!of.documentation.empty()) text += escaped_for_markdown(of.documentation) + "\n\n";
  }
  std::string conditions;
  for (auto const& condition : of.conditions) {
    conditions += (conditions.empty() ? "" : ", ") + escaped_for_markdown(condition);
  }
  bool const is_small = !conditions.empty() && conditions[0] >= 'a' && conditions[0] <= 'z';
  if (is_small) conditions[0] = static_cast<char>(conditions[0] - 'a' + 'A');
  text += "## " + conditions + "\n\n";
  if (!of.account.empty()) text += "“" + escaped_for_markdown(of.account) + "”\n\n";
  return text;
}

}  // namespace casus::report
