#include "expectations.hpp"

#include "conditions.hpp"

#include "diagnostics.hpp"
#include "label.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {

std::size_t failed(std::vector<suite::result> const& results) {
  return static_cast<std::size_t>(
      std::count_if(results.begin(), results.end(), [](auto const& one) { return !one.mismatches.empty(); }));
}

std::vector<std::string> failures(std::vector<suite::result> const& results, facts::scenario const& told,
                                  source::files const& files) {
  std::vector<std::string> lines;
  for (auto const& one : results) {
    auto const view = one.view ? " (" + view_words(told, one.view) + ')' : std::string{};
    for (auto const& mismatch : one.mismatches) {
      lines.push_back(fmt::format("{} on {}{}: expected {}, found {} ({})", one.subject, source::to_english(one.date),
                                  view, mismatch.expected, mismatch.actual, line_of(files, one.where)));
    }
  }
  return lines;
}

std::string text(std::vector<suite::result> const& results, facts::scenario const& told, source::files const& files,
                 painter const& paint) {
  if (results.empty()) return {};
  auto const wrong = failed(results);
  auto const good = results.size() - wrong;
  std::string text = "  " + paint(tone::strong, "Expectations") + ": ";
  if (good > 0) text += paint(tone::good, fmt::format("{} {} met", met, good));
  if (wrong > 0) text += (good > 0 ? ", " : "") + paint(tone::bad, fmt::format("{} {} failed", not_met, wrong));
  text += '\n';
  for (auto const& line : failures(results, told, files))
    text += "    " + paint(tone::bad, not_met) + ' ' + line + '\n';
  return text;
}

}  // namespace casus::report
