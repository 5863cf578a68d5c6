#include "both_proofs.hpp"
#include "check_options.hpp"
#include "commands.hpp"
#include "console.hpp"
#include "named_files.hpp"
#include "shared_options.hpp"
#include "told_apart.hpp"
#include "version.hpp"

#include "engine/report/diagnostics.hpp"
#include "engine/report/rule_changes.hpp"
#include "engine/report/test_run.hpp"
#include "engine/suite/in_parallel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <tuple>

namespace casus::cli {
namespace {

struct written_diff {
  written_options shared;
  std::string before, now;
  std::vector<std::string> scenarios;
  std::optional<std::string> tries;
};

struct side {
  side(session::file_system const& files, environment const& around, std::string const& written, limits const& bounds)
      : path(written), all(files, around.read_input, bounds.file_bytes) {
    if (files.kind(path) == session::path_kind::nothing)
      if (auto revision = session::path_in_revision(written)) path = *revision;
    rules = &all.rules({path});
    all.hold_against({path});
  }
  std::string path;
  session::session all;
  session::rule_book const* rules = nullptr;
};

struct named_pair {
  std::string name;
  told_pair told;
};

class diff_runner {
 public:
  diff_runner(side& before, side& now, environment const& around, diagnostics_desk& desk,
              evaluate::limits const& limits, std::size_t tries)
      : before_(before),
        now_(now),
        around_(around),
        desk_(desk),
        tries_(tries),
        rules_(session::made_comparable(*before.rules->program, *now.rules->program)),
        apart_(rules_, before.all.texts(), limits, [&around] { return is_over(around); }) {}

  [[nodiscard]] report::rule_changes run(std::vector<std::string> const& scenarios) {
    compare_rules();
    if (!scenarios.empty()) read_scenarios(scenarios);
    for (auto const& one : pairs_) compare_findings(one);
    suite::in_parallel(made_.subjects.size(), around_.cores, [&](std::size_t i) {
      if (!is_over(around_)) tell_apart(made_.subjects[i]);
    });
    made_.is_interrupted = is_over(around_);
    return std::move(made_);
  }

 private:
  [[nodiscard]] static bool is_over(environment const& around) {
    return around.is_interrupted && around.is_interrupted();
  }

  void compare_rules() {
    auto const old = session::meanings(*before_.rules->program);
    auto const own = session::meanings(*now_.rules->program);
    for (auto const& [id, meaning] : old) {
      auto const other = own.find(id);
      if (other == own.end()) {
        made_.removed.push_back(id);
        continue;
      }
      auto before = session::periods_of(*before_.rules->program, id);
      auto now = session::periods_of(*now_.rules->program, id);
      if (before != now) made_.periods.push_back({id, std::move(before), std::move(now)});
      if (meaning == other->second)
        ++made_.same;
      else
        made_.subjects.push_back({.id = id, .scenario = std::nullopt});
    }
    for (auto const& [id, meaning] : own)
      if (old.count(id) == 0) made_.added.push_back(id);
  }

  // Each scenario as both sides read it; what is wrong with one under both is said once.
  void read_scenarios(std::vector<std::string> const& paths) {
    for (auto const& file : named_files(paths, around_, before_.all, desk_)) {
      std::vector<session::loaded_scenario> now;
      now_.all.each_scenario(file.path, file.how, [&](session::loaded_scenario one) {
        if (one.is_told) now.push_back(std::move(one));
      });
      std::size_t next = 0;
      before_.all.each_scenario(file.path, file.how, [&](session::loaded_scenario one) {
        if (!one.is_told) return;
        auto* const other = next < now.size() ? &now[next++] : nullptr;
        if (!one.scenario || other == nullptr || !other->scenario) {
          made_.unreadable.push_back({file.path, why_not(one, other)});
          return;
        }
        auto const date = one.scenario->as_of ? one.scenario->as_of : session::latest_date(*one.scenario);
        if (!date) return;
        auto name = report::name_of(report::tested(*one.scenario, {}, before_.all.texts()));
        pairs_.push_back({std::move(name), {std::move(*one.scenario), std::move(*other->scenario), *date}});
      });
    }
    made_.scenarios = pairs_.size();
  }

  [[nodiscard]] std::string why_not(session::loaded_scenario const& before, session::loaded_scenario const* now) const {
    auto const is_error = [](source::diagnostic const& said) { return said.severity == source::severity::error; };
    for (auto const& [one, of, name] : {std::tuple{&before, &before_, "old"}, {now, &now_, "new"}}) {
      if (one == nullptr || one->scenario) continue;
      auto const said = std::find_if(one->diagnostics.begin(), one->diagnostics.end(), is_error);
      if (said == one->diagnostics.end()) continue;
      return fmt::format("under the {} rules: {}: {}", name, report::line_of(of->all.texts(), said->where),
                         said->message);
    }
    return "the rules that it names do not read";
  }

  void compare_findings(named_pair const& one) {
    for (auto& found : apart_.differences(one.told)) {
      auto const place = first_.find(found.subject);
      bool const is_smaller = place == first_.end() || size(one) < size(*place->second.first);
      if (is_smaller) first_.insert_or_assign(found.subject, std::pair{&one, found});
      made_.findings.push_back({one.name, found.account, found.subject, found.before, found.now});
    }
  }

  static std::size_t size(named_pair const& of) {
    return of.told.before.agreed.events.size() + of.told.before.agreed.statements.size();
  }

  void tell_apart(report::changed_subject& one) {
    auto const known = first_.find(one.id);
    if (known != first_.end()) {
      auto const& [pair, what] = known->second;
      if (auto found = apart_.smallest(pair->told, what, now_.path)) one.scenario = told(*found, one.id);
      return;
    }
    one.tried = pairs_.size();
    constexpr std::size_t most_scenarios = 8;
    auto const from = std::min(pairs_.size(), most_scenarios);
    for (std::size_t i = 0; i < from; ++i)
      if (take(apart_.search(pairs_[i].told, one.id, now_.path, comparison::changes_among(tries_) / from), one)) return;
    static_cast<void>(take(apart_.search_from_nothing(one.id, now_.path, tries_), one));
  }

  [[nodiscard]] bool take(comparison::found_by_search found, report::changed_subject& into) const {
    into.tried += found.tried;
    if (found.everywhere) into.everywhere = {found.everywhere->entities, found.everywhere->events};
    if (found.scenario) into.scenario = told(*found.scenario, into.id);
    return found.scenario.has_value();
  }

  [[nodiscard]] report::telling_scenario told(apart_scenario const& of, std::string const& subject) const {
    report::telling_scenario made;
    made.text = of.text;
    auto const date = *of.before.as_of;
    for (auto const& one : apart_.differences({of.before, of.now, date})) {
      if (one.subject != subject) continue;
      made.before = one.before;
      made.now = one.now;
    }
    auto why = explain_both(rules_, before_.all.texts(), now_.all.texts(), of.text, subject);
    made.before_is_so = {std::move(why.before.proof), std::move(why.before.absence)};
    made.now_is_so = {std::move(why.now.proof), std::move(why.now.absence)};
    return made;
  }

  side& before_;
  side& now_;
  environment const& around_;
  diagnostics_desk& desk_;
  std::size_t tries_;
  session::compared_pair rules_;
  comparison apart_;
  std::vector<named_pair> pairs_;
  std::map<std::string, std::pair<named_pair const*, difference>> first_;  // by subject: the smallest that differs
  report::rule_changes made_;
};

std::size_t tries_from(std::optional<std::string> const& written) {
  constexpr std::size_t usual = 5'000;
  constexpr std::size_t most = 1'000'000;
  if (!written) return usual;
  std::size_t value = 0;
  auto const* const end = written->data() + written->size();
  auto const read = std::from_chars(written->data(), end, value);
  if (read.ec == std::errc{} && read.ptr == end && value <= most) return value;
  throw usage_error{fmt::format("--tries takes a number from 0 to {}, not `{}`", most, *written)};
}

exit_code diff(written_diff const& written, environment const& around) {
  auto const& shared = written.shared;
  if (auto problem = problem_with(shared.warnings); !problem.empty()) throw usage_error{std::move(problem)};
  auto const tries = tries_from(written.tries);
  auto const bounds = limits_from(shared.limits);
  auto const files = around.git ? session::with_revisions(around.files, around.git) : around.files;
  diagnostics_desk desk{shared.warnings, around.write_error, painter_for_errors(shared.color, around), bounds.shown};
  side before{files, around, written.before, bounds};
  side now{files, around, written.now, bounds};
  for (auto* one : {&before, &now}) desk.take(one->rules->diagnostics, one->all.texts());
  if (desk.has_errors() || !before.rules->program || !now.rules->program) {
    desk.close();
    return exit_code::input_wrong;
  }
  auto const page = diff_runner{before, now, around, desk, bounds.evaluation, tries}.run(written.scenarios);
  desk.close();
  if (desk.has_errors()) return exit_code::input_wrong;
  auto const paint = painter_for_output(shared.color, around);
  around.write_output(shared.format == "json" ? report::json(page, version()) : report::text(page, paint));
  if (!page.is_empty()) return exit_code::expectation_failed;
  return page.unreadable.empty() ? exit_code::checked : exit_code::input_wrong;
}

}  // namespace

command diff_command() {
  auto const asked = std::make_shared<written_diff>();
  auto& shared = asked->shared;
  return {
      .name = "diff",
      .about =
          {"Says what changes in meaning from one rule set to another: provisions added, removed, in force at "
           "other times; for each provision and question whose outcome differs, a scenario as small as it can be "
           "made on which the two disagree, with both proofs, searched for among the given ones, changes of them "
           "and small ones made for it; and which findings of the given scenarios change. "
           "OLD and NEW are folders, rule files, or what git keeps of them, as `HEAD~1:rules`. Scenarios are read "
           "under each of the two, whatever rules they name. Other names of variables and defines, labels, comments "
           "and another order are no differences."},
      .arguments = {{"OLD", "an old rule set", &asked->before, true, completion::rules},
                    {"NEW", "a new rule set", &asked->now, true, completion::rules},
                    {"SCENARIO", "a scenario", &asked->scenarios, false, completion::scenarios}},
      .groups = {{"how far to look",
                  {{"--tries", "N",
                    "scenarios to try in search of one on which a provision that is written otherwise differs; 5000 "
                    "unless said otherwise",
                    &asked->tries}}},
                 {"what to show", {format_option(shared, {"text", "json"}), color_option(shared.color)}},
                 bound_options(shared)},
      .examples = {"casus diff old-rules rules", "casus diff old-rules rules cases",
                   "casus diff HEAD~1:rules rules cases",
                   "casus diff rules/treaty.casus amended.casus cases/raid.yaml --format json"},
      .closing = {"Exit codes: 0 no difference was found, 1 there are some, 2 the input is wrong, or "
                  "some scenario does not read under both, 3 wrong usage."},
      .run = [asked](environment const& around) { return diff(*asked, around); }};
}

}  // namespace casus::cli
