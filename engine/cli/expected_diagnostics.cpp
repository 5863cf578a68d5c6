#include "expected_diagnostics.hpp"

#include "engine/report/diagnostics.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::cli {
namespace {

// The file may be written with less of its path.
bool is_of_file(std::string_view path, std::string_view written) {
  if (!path.ends_with(written)) return false;
  return path.size() == written.size() || path[path.size() - written.size() - 1] == '/';
}

bool matches(source::diagnostic const& said, scenario::expected_diagnostic const& expected,
             source::files const& files) {
  if (said.code != expected.code) return false;
  auto const& text = files[said.where.file];
  if (expected.file && !is_of_file(text.name(), *expected.file)) return false;
  return !expected.line || text.position_of(said.where.begin).line == *expected.line;
}

std::string words_of(scenario::expected_diagnostic const& expected) {
  auto text = fmt::format("`{}`", expected.code);
  if (expected.file) text += fmt::format(" in {}", *expected.file);
  if (expected.line) text += fmt::format(" on line {}", *expected.line);
  return text;
}

// What is said instead.
std::string words_of(std::vector<source::diagnostic const*> const& said, source::files const& files) {
  std::string text;
  for (auto const* one : said) {
    auto const words = fmt::format("`{}` ({})", one->code, report::line_of(files, one->where));
    if (text.find(words) == std::string::npos) text += (text.empty() ? "" : ", ") + words;
  }
  return text.empty() ? "nothing is said" : text;
}

}  // namespace

std::vector<report::tested_expectation> hold_diagnostics(std::vector<scenario::expected_diagnostic> const& expected,
                                                         std::vector<source::diagnostic>& of_rules,
                                                         std::vector<source::diagnostic>& of_scenario,
                                                         source::files const& files) {
  std::vector<source::diagnostic const*> all;
  for (auto const& one : of_rules) all.push_back(&one);
  for (auto const& one : of_scenario) all.push_back(&one);
  std::vector<report::tested_expectation> results;
  for (auto const& one : expected) {
    report::tested_expectation result{.subject = "diagnostic " + words_of(one),
                                      .date = std::nullopt,
                                      .view = {},
                                      .file = std::string{files[one.where.file].name()},
                                      .line = files[one.where.file].position_of(one.where.begin).line,
                                      .mismatches = {}};
    bool const is_met =
        std::any_of(all.begin(), all.end(), [&](auto const* said) { return matches(*said, one, files); });
    if (!is_met) result.mismatches.push_back({words_of(one), words_of(all, files)});
    results.push_back(std::move(result));
  }
  auto const take_out = [&](std::vector<source::diagnostic>& from) {
    std::erase_if(from, [&](source::diagnostic const& said) {
      return std::any_of(expected.begin(), expected.end(), [&](auto const& one) { return matches(said, one, files); });
    });
  };
  take_out(of_rules);
  take_out(of_scenario);
  return results;
}

}  // namespace casus::cli
