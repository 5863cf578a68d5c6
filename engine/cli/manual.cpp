#include "manual.hpp"

#include "commands.hpp"
#include "help.hpp"
#include "version.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::cli {
namespace {

// What troff would take for its own is masked.
std::string masked(std::string_view text) {
  std::string safe;
  if (text.starts_with('.') || text.starts_with('\'')) safe += "\\&";
  for (auto const c : text) {
    if (c == '\\') {
      safe += "\\e";
      continue;
    }
    if (c == '-') safe += '\\';
    safe += c;
  }
  return safe;
}

std::string title(std::string_view name) {
  std::string upper{name};
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return fmt::format("'\\\" -*- coding: UTF-8 -*-\n.TH {} 1 \"\" \"casus {}\" \"casus\"\n", upper, version());
}

std::string name_section(std::string_view name, std::string_view summary) {
  return fmt::format(".SH NAME\n{} \\- {}\n", masked(name), masked(summary));
}

std::string paragraphs(std::vector<std::string> const& texts) {
  std::string text;
  for (auto const& one : texts) text += ".PP\n" + masked(one) + '\n';
  return text;
}

std::string of_option(option const& one) {
  auto const value = one.value.empty() ? std::string{} : fmt::format(" \\fI{}\\fR", masked(one.value));
  return fmt::format(".TP\n\\fB{}\\fR{}\n{}\n", masked(one.name), value, masked(one.about));
}

std::string options_section(command const& of) {
  if (of.groups.empty()) return {};
  std::string text = ".SH OPTIONS\n";
  for (auto const& group : of.groups) {
    if (!group.title.empty()) text += fmt::format(".SS \"{}\"\n", masked(group.title));
    for (auto const& one : group.options) text += of_option(one);
  }
  return text;
}

std::string examples_section(command const& of) {
  if (of.examples.empty()) return {};
  std::string text = ".SH EXAMPLES\n.nf\n";
  for (auto const& one : of.examples) text += masked(one) + '\n';
  return text + ".fi\n";
}

constexpr std::string_view exit_section = R"(.SH EXIT STATUS
.TP
0
done
.TP
1
an expectation failed, or a file is not laid out
.TP
2
the input is wrong
.TP
3
wrong usage
.TP
70
casus is at fault
)";

}  // namespace

std::string name_of_page(command_entry const& of) { return fmt::format("casus-{}", of.name); }

std::string manual_page(command_entry const& of) {
  auto const table = of.make();
  auto text = title(name_of_page(of)) + name_section(name_of_page(of), of.summary);
  text += fmt::format(".SH SYNOPSIS\n{}\n.SH DESCRIPTION\n", masked(synopsis_of(table)));
  text += paragraphs(table.about) + options_section(table) + examples_section(table);
  if (!table.closing.empty()) text += ".SH NOTES\n" + paragraphs(table.closing);
  return text + std::string{exit_section} + ".SH SEE ALSO\n.BR casus (1)\n";
}

std::string manual_page() {
  auto text = title("casus") +
              name_section("casus", "says which provisions of a treaty apply to a case, to whom, since when and why") +
              ".SH SYNOPSIS\ncasus COMMAND …\n.SH DESCRIPTION\n.PP\nRules of a treaty are written in a small language, "
              "cases in YAML. The commands hold the one against the other.\n.SH COMMANDS\n";
  for (auto const& one : commands()) {
    text += fmt::format(".TP\n\\fB{}\\fR(1)\n{}\n", masked(name_of_page(one)), masked(one.summary));
  }
  text += exit_section;
  text += ".SH SEE ALSO\n";
  for (auto const& one : commands()) text += fmt::format(".BR {} (1)\n", masked(name_of_page(one)));
  return text;
}

}  // namespace casus::cli
