// Finds the scenarios that `casus test` is to run, runs them, and says what is wrong with their input at the desk, in
// the order of the files whatever the number of threads.
#pragma once
#include "engine/cli/diagnostics_desk.hpp"
#include "engine/cli/mcdc_scenarios.hpp"
#include "engine/cli/run.hpp"
#include "engine/cli/snapshot_shelf.hpp"
#include "engine/report/test_run.hpp"
#include "engine/session/session.hpp"
#include "engine/suite/coverage_sum.hpp"
#include "engine/suite/run.hpp"
#include <map>
#include <set>

namespace casus::cli {

enum class after_failure { go_on, stop };

struct test_options {
  std::vector<std::string> paths;
  std::vector<std::string> filters;  // a scenario is run if its title or its file contains one; none: all are
  after_failure when_failed = after_failure::go_on;
  std::size_t threads = 1;
  evaluate::limits limits;
  suite::coverage coverage = suite::coverage::not_asked;
  mcdc_search search;  // for what modified condition/decision coverage finds missing
  snapshot_mode snapshots = snapshot_mode::compare;
  snapshot_judge judge;
  std::optional<std::set<std::string>> only;  // of the files that the paths stand for, these; none: all
};

struct tests_run {
  report::test_run outcome;
  suite::coverage_sum coverage;                       // where it is asked for
  std::vector<std::string> problems;                  // snapshots that could not be written
  std::map<std::string, std::set<std::string>> read;  // by scenario file, what it was read from, itself included
};

// Throws usage_error where the filters leave nothing.
[[nodiscard]] tests_run run_tests(test_options const& asked, environment const& around, session::session& all,
                                  diagnostics_desk& desk);

}  // namespace casus::cli
