#include "test_run.hpp"

#include "expectations.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {

test_totals totals_of(test_run const& run) {
  test_totals sum;
  for (auto const& one : run.scenarios) {
    switch (one.verdict) {
      case test_verdict::passed: ++sum.passed; break;
      case test_verdict::failed: ++sum.failed; break;
      case test_verdict::not_run: ++sum.failed, ++sum.not_run; break;
      case test_verdict::expects_nothing: ++sum.expecting_nothing; break;
    }
    if (one.snapshot.state == snapshot_state::recorded) ++sum.snapshots_recorded;
    if (one.snapshot.state == snapshot_state::accepted) ++sum.snapshots_accepted;
    if (one.snapshot.state == snapshot_state::differs) ++sum.snapshots_differing;
    for (auto const& each : one.expectations)
      ++(each.mismatches.empty() ? sum.expectations_met : sum.expectations_failed);
  }
  return sum;
}

std::string name_of(tested_scenario const& one) {
  return one.title.empty() ? one.file : fmt::format("{} ({}:{})", one.title, one.file, one.line);
}

std::string why_not_run(tested_scenario const& one) {
  return "could not be run" + (one.problem.empty() ? std::string{} : ": " + one.problem);
}

std::string occasion_of(tested_expectation const& one) {
  auto const view = one.view.empty() ? std::string{} : ", view: " + one.view;
  auto const day = one.date ? " on " + source::to_english(*one.date) : std::string{};
  return one.subject + day + view;
}

std::vector<std::string> failures(tested_scenario const& one) {
  std::vector<std::string> lines;
  for (auto const& each : one.expectations) {
    for (auto const& mismatch : each.mismatches) {
      lines.push_back(fmt::format("{}: expected {}, found {} ({}:{})", occasion_of(each), mismatch.expected,
                                  mismatch.actual, each.file, each.line));
    }
  }
  if (one.snapshot.state == snapshot_state::differs)
    lines.push_back(fmt::format("the findings are not those recorded in {}", one.snapshot.file));
  return lines;
}

std::string failure_lines(test_run const& run) {
  std::string lines;
  for (auto const& scenario : run.scenarios) {
    for (auto const& one : scenario.expectations) {
      for (auto const& mismatch : one.mismatches) {
        lines += fmt::format("{}:{}:1: error: {}: expected {}, found {}\n", one.file, one.line, occasion_of(one),
                             mismatch.expected, mismatch.actual);
      }
    }
    if (scenario.snapshot.state == snapshot_state::differs) {
      lines += fmt::format("{}:1:1: error: the findings are not those recorded\n", scenario.snapshot.file);
    }
  }
  return lines;
}

tested_scenario tested(facts::scenario const& told, std::vector<suite::result> const& results,
                       source::files const& files) {
  auto const line = [&](source::span where) { return files[where.file].position_of(where.begin).line; };
  tested_scenario made{
      .title = told.title, .file = told.file, .line = line(told.where), .verdict = {}, .expectations = {}};
  for (auto const& one : results) {
    made.expectations.push_back({.subject = one.subject,
                                 .date = one.date,
                                 .view = one.view ? told.views[*one.view].id : std::string{},
                                 .file = std::string{files[one.where.file].name()},
                                 .line = line(one.where),
                                 .mismatches = one.mismatches});
  }
  made.verdict = failed(results) > 0 ? test_verdict::failed : test_verdict::passed;
  return made;
}

}  // namespace casus::report
