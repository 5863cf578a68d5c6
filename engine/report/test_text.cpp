#include "test_run.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {
namespace {

constexpr std::string_view expected_words = "expected";
constexpr std::string_view actual_words = "found";

// Expected and actual side by side.
std::string table(std::vector<suite::mismatch> const& mismatches, painter const& paint) {
  auto width = width_of(expected_words);
  for (auto const& one : mismatches) width = std::max(width, width_of(one.expected));
  auto text =
      "    " + paint(tone::faint, padded(expected_words, width)) + "   " + paint(tone::faint, actual_words) + '\n';
  for (auto const& one : mismatches)
    text += "    " + paint(tone::good, padded(one.expected, width)) + "   " + paint(tone::bad, one.actual) + '\n';
  return text;
}

std::string differences(snapshot_outcome const& of, painter const& paint) {
  return of.state == snapshot_state::differs ? snapshot_text(of, paint) : std::string{};
}

std::string failure(tested_scenario const& one, painter const& paint) {
  auto text = paint(tone::bad, not_met) + ' ' + paint(tone::strong, name_of(one)) + '\n';
  if (one.verdict == test_verdict::not_run) return text + "  " + why_not_run(one) + '\n';
  for (auto const& each : one.expectations) {
    if (each.mismatches.empty()) continue;
    text += "  " + paint(tone::place, fmt::format("{}:{}", each.file, each.line)) + "  " + occasion_of(each) + '\n';
    text += table(each.mismatches, paint);
    for (auto const& line : each.because) text += "      " + paint(tone::faint, line) + '\n';
  }
  return text + differences(one.snapshot, paint);
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string summary(test_run const& run, test_totals const& sum) {
  auto text = counted(run.scenarios.size(), "scenario", "scenarios") + ": " +
              counted(sum.expectations_met, "expectation met", "expectations met");
  if (sum.expectations_failed > 0) text += fmt::format(", {} failed", sum.expectations_failed);
  if (sum.not_run > 0) text += fmt::format("; {} could not be run", sum.not_run);
  if (sum.expecting_nothing > 0) text += "; " + counted(sum.expecting_nothing, "expects nothing", "expect nothing");
  if (sum.snapshots_recorded > 0) text += "; " + counted(sum.snapshots_recorded, "snapshot", "snapshots") + " recorded";
  if (sum.snapshots_accepted > 0) text += "; " + counted(sum.snapshots_accepted, "snapshot", "snapshots") + " accepted";
  if (sum.snapshots_differing > 0)
    text += "; " + counted(sum.snapshots_differing, "snapshot differs", "snapshots differ");
  if (run.filtered_out > 0) text += fmt::format("; {} left out by the filter", run.filtered_out);
  if (run.has_stopped) text += "; stopped at the first failure";
  return text + '\n';
}

}  // namespace

std::string snapshot_text(snapshot_outcome const& of, painter const& paint) {
  auto text = "  " + paint(tone::place, of.file) + "  the findings are not those recorded\n";
  for (auto const& line : of.changes) {
    auto const how = line.front() == '-' ? tone::good : line.front() == '+' ? tone::bad : tone::faint;
    text += "    " + paint(how, line) + '\n';
  }
  return text;
}

std::string text(test_run const& run, painter const& paint) {
  std::string text;
  for (auto const& one : run.scenarios) {
    if (one.verdict == test_verdict::failed || one.verdict == test_verdict::not_run) text += failure(one, paint) + '\n';
  }
  auto const sum = totals_of(run);
  text += summary(run, sum);
  auto const passed = fmt::format("{} passed", sum.passed);
  auto const failed = fmt::format("{} failed", sum.failed);
  return text + (sum.passed > 0 ? paint(tone::good, passed) : passed) + ", " +
         (sum.failed > 0 ? paint(tone::bad, failed) : failed) + '\n';
}

}  // namespace casus::report
