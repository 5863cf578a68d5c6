#include "test_runner.hpp"

#include "commands.hpp"
#include "named_files.hpp"

#include "engine/source/catalogue.hpp"
#include "engine/source/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace casus::cli {
namespace {

// So many scenarios are read and then run together: enough for every core, few enough to be kept in memory.
constexpr std::size_t most_at_once = 256;

class test_runner {
 public:
  test_runner(test_options const& asked, environment const& around, session::session& all, diagnostics_desk& desk)
      : asked_(asked), around_(around), session_(all), desk_(desk) {}

  [[nodiscard]] tests_run run() {
    for (auto const& file : named_files(asked_.paths, around_, session_, desk_)) {
      if (made_.has_stopped) break;
      session_.each_scenario(file.path, file.how, [&](session::loaded_scenario one) {
        if (made_.has_stopped) return;
        waiting_.push_back({file.path, std::move(one)});
        if (waiting_.size() == most_at_once) run_waiting();
      });
    }
    run_waiting();
    if (!asked_.filters.empty() && made_.scenarios.empty()) refuse_filters();
    return {std::move(made_), std::move(coverage_)};
  }

 private:
  struct loaded {
    std::string path;
    session::loaded_scenario what;
  };

  [[nodiscard]] bool is_wanted(std::string const& title, std::string const& file) const {
    auto const contains = [&](std::string const& filter) {
      return title.find(filter) != std::string::npos || file.find(filter) != std::string::npos;
    };
    return asked_.filters.empty() || std::any_of(asked_.filters.begin(), asked_.filters.end(), contains);
  }

  // Whether there is something to be run, and a date to run it on.
  [[nodiscard]] bool can_run(session::loaded_scenario const& one) const {
    return one.scenario && one.rules->compiled && !one.scenario->expectations.empty() &&
           is_wanted(one.scenario->title, one.scenario->file) && date_of(*one.scenario);
  }

  [[nodiscard]] static std::optional<source::date> date_of(facts::scenario const& told) {
    return told.as_of ? told.as_of : session::latest_date(told);
  }

  void run_waiting() {
    std::vector<suite::test_case> cases;
    for (auto const& one : waiting_) {
      if (!can_run(one.what)) continue;
      cases.push_back({&*one.what.scenario, &*one.what.rules->compiled, *date_of(*one.what.scenario)});
    }
    auto outcomes = suite::run(cases, session_.texts(), asked_.limits, asked_.threads, asked_.coverage);
    auto next = outcomes.begin();
    for (auto& one : waiting_) {
      if (made_.has_stopped) break;
      auto* const outcome = can_run(one.what) ? &*next++ : nullptr;
      auto const before = made_.scenarios.size();
      take(one, outcome);
      if (outcome != nullptr && made_.scenarios.size() > before) cover(*one.what.rules->program, outcome->reach);
    }
    waiting_.clear();
  }

  // Of the scenario that was taken last.
  void cover(check::program const& rules, suite::reach const& of) {
    if (asked_.coverage == suite::coverage::not_asked) return;
    coverage_.add_rules(rules, session_.texts());
    coverage_.add(report::name_of(made_.scenarios.back()), of);
  }

  void take(loaded& one, suite::test_outcome* outcome) {
    auto& [path, what] = one;
    bool const has_rules = what.rules == nullptr || !desk_.take(what.rules->diagnostics, session_.texts());
    bool const is_sound = !desk_.take(std::move(what.diagnostics), session_.texts()) && has_rules;
    if (!what.scenario || !what.rules->compiled) {
      if (!is_sound && is_wanted({}, path))
        add({.title = {}, .file = path, .line = 1, .verdict = report::test_verdict::not_run, .expectations = {}});
      return;
    }
    take_scenario(*what.scenario, outcome);
  }

  void take_scenario(facts::scenario const& told, suite::test_outcome* outcome) {
    names_.insert(told.title);
    names_.insert(told.file);
    if (!is_wanted(told.title, told.file)) {
      ++made_.filtered_out;
      return;
    }
    auto record =
        report::tested(told, outcome == nullptr ? std::vector<suite::result>{} : outcome->results, session_.texts());
    if (told.expectations.empty()) {
      record.verdict = report::test_verdict::expects_nothing;
      desk_.take({source::report("no-expectations", told.where, "the scenario expects nothing",
                                 "`expect` says what should be found")},
                 session_.texts());
    } else if (outcome == nullptr) {
      record.verdict = report::test_verdict::not_run;
      desk_.take({source::report("missing-date", told.where, "the scenario names no date on which to judge it",
                                 "say `as_of: DATE`")},
                 session_.texts());
    } else {
      desk_.take(outcome->warnings, session_.texts());
      if (outcome->stopped) {
        record.verdict = report::test_verdict::not_run;
        desk_.take({*outcome->stopped}, session_.texts());
      }
    }
    add(std::move(record));
  }

  void add(report::tested_scenario one) {
    bool const has_failed = one.verdict == report::test_verdict::failed || one.verdict == report::test_verdict::not_run;
    made_.scenarios.push_back(std::move(one));
    made_.has_stopped = has_failed && asked_.when_failed == after_failure::stop;
  }

  // A run that runs nothing must not seem to have passed.
  void refuse_filters() const {
    std::vector<std::string> const known(names_.begin(), names_.end());
    auto const help = source::did_you_mean(asked_.filters.front(), known);
    throw usage_error{fmt::format("no scenario has `{}` in its title or its file{}",
                                  fmt::join(asked_.filters, "` or `"), help.empty() ? "" : "; " + help)};
  }

  test_options const& asked_;
  environment const& around_;
  session::session& session_;
  diagnostics_desk& desk_;
  std::vector<loaded> waiting_;
  report::test_run made_;
  suite::coverage_sum coverage_;
  std::set<std::string> names_;
};

}  // namespace

tests_run run_tests(test_options const& asked, environment const& around, session::session& all,
                    diagnostics_desk& desk) {
  return test_runner{asked, around, all, desk}.run();
}

}  // namespace casus::cli
