#include "coverage.hpp"
#include "diagnostics.hpp"

#include "engine/suite/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace casus::report {
namespace {

using suite::point_kind;

constexpr point_kind kinds[] = {point_kind::provision,   point_kind::condition,   point_kind::exception,
                                point_kind::requirement, point_kind::consequence, point_kind::overriding,
                                point_kind::question};

void count(suite::coverage_sum const& of, suite::point const& one, goal_count& into) {
  for (auto const what : one.goals) {
    ++into.all;
    if (!of.reached_by(one.where, what).empty()) ++into.reached;
  }
}

std::string place(source::files const& files, source::span where) {
  auto const& text = files[where.file];
  auto const at = text.position_of(where.begin);
  return fmt::format("{}:{}:{}", text.name(), at.line, at.column);
}

std::string what_is_missing(suite::point const& one, suite::goal what) {
  auto const clause = one.text.empty() ? std::string{} : fmt::format("{} `{}` ", words(one.kind), one.text);
  return fmt::format("{}: {}never seen {}", one.owner, clause, words(what));
}

// What would have to be added to the suite.
std::string showing_text(suite::coverage_sum const& of, suite::search_result const* searched,
                         source::files const& files) {
  if (searched == nullptr) return {};
  if (searched->also) {
    auto const& [where, what] = *searched->also;
    auto const other = suite::on_one_line(files[where.file].content().substr(where.begin, where.end - where.begin));
    return fmt::format("  the scenario for `{}` while {} would show it, too\n", other,
                       what == suite::goal::decides_true);
  }
  if (!searched->scenario)
    return fmt::format("  no scenario that would show it was found among {} tried\n", searched->tried);
  auto const& made = *searched->scenario;
  std::string changes;
  for (auto const& one : made.changes)
    changes += fmt::format("{}{}{} ({})", changes.empty() ? " " : " and ",
                           one.words.rfind("without ", 0) == 0 ? "" : "with ", one.words, place_of(files, one.where));
  return fmt::format("  a scenario would show it, {}{}, made smaller:\n", of.scenarios()[made.from], changes) +
         indented(made.text);
}

std::string mcdc_text(suite::coverage_sum const& of, source::files const& files, painter const& paint) {
  auto const all = count_conditions(of);
  auto text = paint(tone::strong, "Modified condition/decision coverage") +
              fmt::format(": {} of {} conditions shown ({})\n", all.reached, all.all, percent_words(all));
  for (auto const& one : of.conditions()) {
    for (auto const what : one.goals) {
      if (!of.reached_by(one.where, what).empty()) continue;
      text += fmt::format("{}: {}: condition `{}` never shown to decide while {}\n", place(files, one.where), one.owner,
                          one.text, what == suite::goal::decides_true) +
              showing_text(of, of.searched(one.where, what), files);
    }
  }
  if (of.is_interrupted()) text += "The search was interrupted.\n";
  return text;
}

}  // namespace

goal_count count_goals(suite::coverage_sum const& of) {
  goal_count sum;
  for (auto const& one : of.points()) count(of, one, sum);
  return sum;
}

goal_count count_conditions(suite::coverage_sum const& of) {
  goal_count sum;
  for (auto const& one : of.conditions()) {
    ++sum.all;
    if (of.shown_by(one.where)) ++sum.reached;
  }
  return sum;
}

std::string percent_words(goal_count const& of) {
  return fmt::format("{:.1f}%", std::floor(of.percent() * 10.0) / 10.0);
}

std::vector<std::string> missing(suite::coverage_sum const& of, source::files const& files) {
  std::vector<std::string> lines;
  for (auto const& one : of.points()) {
    for (auto const what : one.goals) {
      if (!of.reached_by(one.where, what).empty()) continue;
      lines.push_back(fmt::format("{}: {}", place(files, one.where), what_is_missing(one, what)));
    }
  }
  return lines;
}

std::string coverage_text(suite::coverage_sum const& of, source::files const& files, painter const& paint) {
  auto const points = of.points();
  auto const all = count_goals(of);
  auto text =
      paint(tone::strong, "Coverage") + fmt::format(": {} of {} ({})\n", all.reached, all.all, percent_words(all));
  for (auto const kind : kinds) {
    goal_count sum;
    for (auto const& one : points)
      if (one.kind == kind) count(of, one, sum);
    if (sum.all == 0) continue;
    text += fmt::format("  {:<13}{:>5} of {:>5}  {:>6}\n", fmt::format("{}s", words(kind)), sum.reached, sum.all,
                        percent_words(sum));
  }
  for (auto const& line : missing(of, files)) text += line + '\n';
  if (of.has_mcdc()) text += mcdc_text(of, files, paint);
  for (auto const& name : of.partial())
    text += fmt::format("in {} there was too much to look at: more may have been seen\n", name);
  return text;
}

}  // namespace casus::report
