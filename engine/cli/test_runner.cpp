#include "test_runner.hpp"

#include "command.hpp"
#include "expected_diagnostics.hpp"
#include "made_scenarios.hpp"
#include "named_files.hpp"

#include "engine/report/diagnostics.hpp"
#include "engine/report/mismatch_reason.hpp"
#include "engine/source/catalogue.hpp"
#include "engine/source/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace casus::cli {
namespace {

// So many scenarios are read and then run together: enough for every core, few enough to be kept in memory.
constexpr std::size_t most_at_once = 256;

constexpr std::size_t most_explained = 20;  // failed expectations in a run

class test_runner {
 public:
  test_runner(test_options const& asked, environment const& around, session::session& all, diagnostics_desk& desk)
      : asked_(asked),
        around_(around),
        session_(all),
        desk_(desk),
        snapshots_(asked.snapshots, around, asked.judge),
        coverage_(asked.coverage) {}

  [[nodiscard]] tests_run run() {
    for (auto const& file : named_files(asked_.paths, around_, session_, desk_)) {
      if (made_.has_stopped) break;
      if (asked_.only && asked_.only->count(file.path) == 0) continue;
      read_[file.path].insert(file.path);
      std::size_t number = 0;
      session_.each_scenario(file.path, file.how, [&](session::loaded_scenario one) {
        if (made_.has_stopped) return;
        bool const is_told = one.is_told;
        note_files(read_[file.path], one);
        waiting_.push_back({file.path, number, std::move(one)});
        if (is_told) ++number;
        if (waiting_.size() == most_at_once) run_waiting();
      });
      counts_.emplace_back(file.path, number);
    }
    run_waiting();
    close_snapshots();
    search();
    if (!asked_.filters.empty() && !asked_.only && made_.scenarios.empty()) refuse_filters();
    return {std::move(made_), std::move(coverage_), snapshots_.write(), std::move(read_)};
  }

 private:
  struct loaded {
    std::string path;
    std::size_t number = 0;  // in its file
    session::loaded_scenario what;
  };

  static void note_files(std::set<std::string>& files, session::loaded_scenario const& of) {
    files.insert(of.background.begin(), of.background.end());
    if (of.rules != nullptr) files.insert(of.rules->files.begin(), of.rules->files.end());
  }

  [[nodiscard]] bool is_wanted(std::string const& title, std::string const& file) const {
    auto const contains = [&](std::string const& filter) {
      return title.find(filter) != std::string::npos || file.find(filter) != std::string::npos;
    };
    return asked_.filters.empty() || std::any_of(asked_.filters.begin(), asked_.filters.end(), contains);
  }

  // Whether there is something to be run, and a date to run it on.
  [[nodiscard]] bool can_run(loaded const& of) {
    auto const& one = of.what;
    return one.scenario && one.rules->compiled && (!one.scenario->expectations.empty() || snapshots_.wants(of.path)) &&
           is_wanted(one.scenario->title, one.scenario->file) && date_of(*one.scenario);
  }

  [[nodiscard]] static std::optional<source::date> date_of(facts::scenario const& told) {
    return told.as_of ? told.as_of : session::latest_date(told);
  }

  void run_waiting() {
    std::vector<suite::test_case> cases;
    for (auto const& one : waiting_) {
      if (!can_run(one)) continue;
      auto const& told = *one.what.scenario;
      cases.push_back({&told, &*one.what.rules->compiled, *date_of(told), snapshots_.wants(one.path)});
    }
    auto outcomes = suite::run(cases, session_.texts(), asked_.limits, asked_.threads, asked_.coverage);
    auto next = outcomes.begin();
    for (auto& one : waiting_) {
      if (made_.has_stopped) break;
      auto* const outcome = can_run(one) ? &*next++ : nullptr;
      auto const before = made_.scenarios.size();
      take(one, outcome);
      if (outcome != nullptr && made_.scenarios.size() > before) cover(one, std::move(outcome->reach));
    }
    waiting_.clear();
  }

  // What is recorded of scenarios that are gone.
  void close_snapshots() {
    if (made_.has_stopped || asked_.only || !asked_.filters.empty()) return;
    for (auto const& [path, count] : counts_) {
      if (!snapshots_.wants(path)) continue;
      auto const outcome = snapshots_.close(path, count);
      if (outcome.state != report::snapshot_state::differs) continue;
      add({.title = {},
           .file = path,
           .line = 1,
           .verdict = report::test_verdict::failed,
           .expectations = {},
           .snapshot = outcome});
    }
  }

  // Of the scenario that was taken last.
  void cover(loaded& one, suite::reach of) {
    if (asked_.coverage == suite::coverage::not_asked) return;
    coverage_.add_rules(*one.what.rules->program, session_.texts());
    coverage_.add(report::name_of(made_.scenarios.back()), of);
    if (!coverage_.has_mcdc() || asked_.search.tries == 0) return;
    auto const number = static_cast<std::uint32_t>(coverage_.scenarios().size() - 1);
    auto const date = *date_of(*one.what.scenario);
    covered_.push_back({.told = std::move(*one.what.scenario),
                        .rules = one.what.rules,
                        .named_rules = rules_seen_from(asked_.search.folder, one.what.named_rules),
                        .date = date,
                        .reach = std::move(of),
                        .number = number});
  }

  void search() {
    if (covered_.empty()) return;
    suite::mcdc_search_options const how{.limits = asked_.limits, .threads = asked_.threads, .is_over = [&] {
                                           return around_.is_interrupted && around_.is_interrupted();
                                         }};
    search_missing(covered_, session_.texts(), asked_.search, how, coverage_);
  }

  // The first error, or what else is the first.
  [[nodiscard]] static source::diagnostic const* first_of(std::vector<source::diagnostic> const& said) {
    auto const error =
        std::find_if(said.begin(), said.end(), [](auto const& one) { return one.severity == source::severity::error; });
    if (error != said.end()) return &*error;
    return said.empty() ? nullptr : &said.front();
  }

  // Of a scenario of which there is no more than what is said of its text.
  [[nodiscard]] report::tested_scenario unbound(loaded const& of, std::vector<source::diagnostic> const& of_rules) {
    auto const& texts = session_.texts();
    auto const line_of = [&](source::span where) { return texts[where.file].position_of(where.begin).line; };
    auto const* const first = first_of(source::has_errors(of_rules) ? of_rules : of.what.diagnostics);
    std::uint32_t line = 1;
    if (of.what.where) {
      line = line_of(*of.what.where);
    } else if (first != nullptr) {
      line = line_of(first->where);
    }
    return {.title = of.what.title,
            .file = of.path,
            .line = line,
            .verdict = report::test_verdict::not_run,
            .expectations = {},
            .snapshot = {},
            .problem = first == nullptr ? std::string{} : report::diagnostic_line(*first, texts)};
  }

  void take(loaded& one, suite::test_outcome* outcome) {
    auto& [path, number, what] = one;
    auto of_rules = what.rules == nullptr ? std::vector<source::diagnostic>{} : what.rules->diagnostics;
    auto said = hold_diagnostics(what.expected, of_rules, what.diagnostics, session_.texts());
    auto record = unbound(one, of_rules);
    bool const has_rules = !desk_.take(std::move(of_rules), session_.texts());
    bool const is_sound = !desk_.take(std::move(what.diagnostics), session_.texts()) && has_rules;
    if (!what.scenario || !what.rules->compiled) {
      if (!is_sound || !said.empty()) add_unbound(std::move(record), is_sound, std::move(said));
      return;
    }
    auto const snapshot =
        outcome == nullptr ? report::snapshot_outcome{} : snapshots_.take(path, number, outcome->snapshot);
    take_scenario(*what.scenario, *what.rules->compiled, outcome, snapshot, std::move(said));
  }

  void add_unbound(report::tested_scenario record, bool is_sound, std::vector<report::tested_expectation> said) {
    if (!record.title.empty() && !is_asked_for(record.title, record.file)) return;
    if (record.title.empty() && !is_wanted({}, record.file)) return;
    if (is_sound) {
      record.verdict = report::test_verdict::passed;
      record.problem.clear();
      add_said(record, std::move(said));
    }
    add(std::move(record));
  }

  // Whether the filters leave it in; counted where they do not.
  [[nodiscard]] bool is_asked_for(std::string const& title, std::string const& file) {
    names_.insert(title);
    names_.insert(file);
    if (is_wanted(title, file)) return true;
    ++made_.filtered_out;
    return false;
  }

  static void add_said(report::tested_scenario& record, std::vector<report::tested_expectation> said) {
    for (auto& one : said) {
      if (!one.mismatches.empty()) record.verdict = report::test_verdict::failed;
      record.expectations.push_back(std::move(one));
    }
  }

  // Why expectations failed, of the first few in a run.
  void explain(report::tested_scenario& record, facts::scenario const& told, evaluate::compiled const& rules,
               std::vector<suite::result> const& results) {
    if (record.verdict != report::test_verdict::failed) return;
    suite::accounts accounts{rules, told, asked_.limits};
    auto const asked = suite::evaluations(accounts, *date_of(told));
    for (std::size_t i = 0; i < results.size() && explained_ < most_explained; ++i) {
      if (results[i].mismatches.empty()) continue;
      ++explained_;
      auto const& [account, date] = asked[results[i].block];
      record.expectations[i].because = reasons(accounts, account, date, results[i].mismatches);
    }
  }

  [[nodiscard]] std::vector<std::string> reasons(suite::accounts& accounts, suite::account const& account,
                                                 source::date date, std::vector<suite::mismatch> const& mismatches) {
    report::told_account const told{.about = {.world = accounts.world(account),
                                              .rules = accounts.rules(),
                                              .files = session_.texts(),
                                              .found = accounts.at(account, date),
                                              .own = accounts.scenario().where.file},
                                    .told = accounts.scenario(),
                                    .account = account,
                                    .on = {date, report::date_source::given}};
    std::vector<std::string> lines;
    for (auto const& one : mismatches) {
      for (auto& line : report::reason_of(told, one)) {
        if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
      }
    }
    return lines;
  }

  void cannot_run(report::tested_scenario& record, source::diagnostic why) {
    record.verdict = report::test_verdict::not_run;
    record.problem = report::diagnostic_line(why, session_.texts());
    desk_.take({std::move(why)}, session_.texts());
  }

  void take_scenario(facts::scenario const& told, evaluate::compiled const& rules, suite::test_outcome* outcome,
                     report::snapshot_outcome const& snapshot, std::vector<report::tested_expectation> said) {
    if (!is_asked_for(told.title, told.file)) return;
    auto record =
        report::tested(told, outcome == nullptr ? std::vector<suite::result>{} : outcome->results, session_.texts());
    record.snapshot = snapshot;
    if (snapshot.state == report::snapshot_state::differs) record.verdict = report::test_verdict::failed;
    if (told.expectations.empty() && snapshot.state == report::snapshot_state::none) {
      record.verdict = report::test_verdict::expects_nothing;
      desk_.take({source::report("no-expectations", told.where, "the scenario expects nothing",
                                 "`expect` says what should be found")},
                 session_.texts());
    } else if (outcome == nullptr) {
      cannot_run(record, source::report("missing-date", told.where, "the scenario names no date on which to judge it",
                                        "say `as_of: DATE`"));
    } else {
      desk_.take(outcome->warnings, session_.texts());
      explain(record, told, rules, outcome->results);
      if (outcome->stopped) cannot_run(record, *outcome->stopped);
    }
    if (record.verdict != report::test_verdict::not_run) add_said(record, std::move(said));
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
  snapshot_shelf snapshots_;
  report::test_run made_;
  suite::coverage_sum coverage_;
  std::vector<covered_case> covered_;  // where what is missing is searched for
  std::set<std::string> names_;
  std::map<std::string, std::set<std::string>> read_;
  std::size_t explained_ = 0;                                // failed expectations
  std::vector<std::pair<std::string, std::size_t>> counts_;  // scenarios by file
};

}  // namespace

tests_run run_tests(test_options const& asked, environment const& around, session::session& all,
                    diagnostics_desk& desk) {
  return test_runner{asked, around, all, desk}.run();
}

}  // namespace casus::cli
