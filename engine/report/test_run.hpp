// What became of a run of scenarios as tests, in the forms that people and programs read. The output is the same every
// time: it says nothing of how long anything took.
#pragma once
#include "engine/facts/scenario.hpp"
#include "engine/report/style.hpp"
#include "engine/source/diagnostic.hpp"
#include "engine/suite/expectation.hpp"

namespace casus::report {

enum class test_verdict {
  passed,
  failed,
  not_run,         // it could not be read, or its evaluation reached a bound; counts as failed
  expects_nothing  // neither passed nor failed
};

struct tested_expectation {
  std::string subject;               // "CST.4.2"
  std::optional<source::date> date;  // none of what is said of the text, which has no date
  std::string view;                  // its id; empty: the agreed facts
  std::string file;
  std::uint32_t line = 0;
  std::vector<suite::mismatch> mismatches;
  std::vector<std::string> because = {};  // lines: the proof of what is found, or what the nearest instance lacks
};

enum class snapshot_state { none, recorded, same, differs, accepted };
struct snapshot_outcome {  // of what was found, held against what was recorded
  snapshot_state state = snapshot_state::none;
  std::string file;
  std::vector<std::string> changes;  // lines gone and new
};

struct tested_scenario {
  std::string title;  // empty where it could not be read
  std::string file;
  std::uint32_t line = 0;
  test_verdict verdict = test_verdict::passed;
  std::vector<tested_expectation> expectations;
  snapshot_outcome snapshot = {};
  std::string problem = {};  // where it was not run: the first that is wrong, on a line
};

struct test_run {
  std::vector<tested_scenario> scenarios;
  std::size_t filtered_out = 0;
  bool has_stopped = false;  // at the first failure
};

struct test_totals {
  std::size_t passed = 0;
  std::size_t failed = 0;   // those that could not be run included
  std::size_t not_run = 0;  // of those failed
  std::size_t expecting_nothing = 0;
  std::size_t expectations_met = 0;
  std::size_t expectations_failed = 0;
  std::size_t snapshots_recorded = 0;
  std::size_t snapshots_accepted = 0;
  std::size_t snapshots_differing = 0;
};
[[nodiscard]] test_totals totals_of(test_run const& run);

// "A raid (raid.yaml:1)", or the file alone.
[[nodiscard]] std::string name_of(tested_scenario const& one);
// Why it could not be run: "could not be run: raid.yaml:3:1: error: ...".
[[nodiscard]] std::string why_not_run(tested_scenario const& one);
// "CST.4.2 on 15 June 2014, view: critics".
[[nodiscard]] std::string occasion_of(tested_expectation const& one);
// "CST.4.2 on 15 June 2014: expected `applies`, found `open` (raid.yaml:10)", one for each mismatch.
[[nodiscard]] std::vector<std::string> failures(tested_scenario const& one);

// What failed, a line each, as editors and problem matchers read it: "raid.yaml:10:1: error: CST.4.2 on 15 June 2014:
// expected `applies`, found `open`".
[[nodiscard]] std::string failure_lines(test_run const& run);

// What is gone from a snapshot and what is new, line by line.
[[nodiscard]] std::string snapshot_text(snapshot_outcome const& of, painter const& paint);

[[nodiscard]] tested_scenario tested(facts::scenario const& told, std::vector<suite::result> const& results,
                                     source::files const& files);

[[nodiscard]] std::string text(test_run const& run, painter const& paint);
// The form of docs/reference/test.schema.json. `version` is that of casus.
[[nodiscard]] std::string json(test_run const& run, std::vector<source::diagnostic> const& said,
                               source::files const& files, std::string_view version);
// As JUnit writes it: a suite for each file, a case for each scenario.
[[nodiscard]] std::string junit(test_run const& run);
// The Test Anything Protocol, version 14.
[[nodiscard]] std::string tap(test_run const& run);

}  // namespace casus::report
