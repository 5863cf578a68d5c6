// What the search for scenarios finds on random rule sets: it shows the condition under the whole of the rules, of
// which the search sees a slice, and what it expects is met. CASUS_PROPERTY_CASES and CASUS_PROPERTY_SEED choose how
// many rule sets and which.
#include "engine/suite/mcdc_search.hpp"
#include "engine/check/check.hpp"
#include "grammar/parse.hpp"
#include "tests/property/evaluate/draw.hpp"
#include "tests/property/evaluate/settings.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace casus::oracle {
namespace {

using suite::coverage;
using suite::goal;

struct counts {
  std::size_t rule_sets = 0, sides = 0, found = 0, with_expectation = 0, changes = 0;
};

// A drawn scenario of which nothing is expected, on one day.
facts::scenario told(sketch const& of, check::program const& program) {
  auto const how = options_of(of, program);
  auto const dates = drawn_dates();
  facts::scenario made;
  made.as_of = source::parse_date(dates[dates.size() / 2]);
  made.law = how.law;
  made.known_by = how.known_by;
  made.readings = how.readings;
  made.agreed = facts_of(of, program);
  made.expectations.emplace_back();
  return made;
}

std::vector<suite::missing_side> missing(check::program const& program, source::files const& files,
                                         suite::reach const& of) {
  std::vector<suite::missing_side> sides;
  for (auto const& one : suite::conditions_of(program, files))
    for (auto const what : one.goals)
      if (of.goals.count({one.where, what}) == 0) sides.push_back({one.where, what});
  return sides;
}

std::string wrong_with(suite::showing const& found, suite::missing_side const& side, source::files const& files,
                       evaluate::compiled const& rules, counts& into) {
  into.changes += found.changes.size();
  auto alone = found.alone;
  if (alone.expectations.empty())
    alone.expectations.emplace_back();
  else
    ++into.with_expectation;
  std::vector<suite::test_case> const cases{{&alone, &rules, *alone.as_of}};
  auto const outcome = suite::run(cases, files, {}, 1, coverage::with_mcdc).front();
  for (auto const& one : outcome.results)
    if (!one.mismatches.empty()) return "what it expects of " + one.subject + " is not met";
  if (outcome.reach.goals.count({side.condition, side.what}) == 0) return "it does not show the condition";
  return {};
}

std::string wrong_with(sketch const& of, counts& into) {
  source::files files;
  auto const id = files.add("rules.casus", rules_of(of));
  auto parsed = grammar::parse(files[id], id);
  if (!parsed.value || source::has_errors(parsed.diagnostics)) return {};
  auto const checked = check::check(std::move(*parsed.value));
  if (!checked.value) return {};
  ++into.rule_sets;
  evaluate::compiled const rules(*checked.value);
  auto const scenario = told(of, *checked.value);
  std::vector<suite::test_case> const cases{{&scenario, &rules, *scenario.as_of}};
  auto const outcome = suite::run(cases, files, {}, 1, coverage::with_mcdc).front();
  if (outcome.stopped) return {};
  std::vector<suite::reach> const reaches{outcome.reach};
  auto const sides = missing(*checked.value, files, outcome.reach);
  constexpr std::size_t tries = 40;
  auto const found =
      suite::find_showings(*checked.value, files, sides, cases, reaches, {.limits = {}, .threads = 1, .tries = tries});
  for (std::size_t i = 0; i < sides.size(); ++i) {
    ++into.sides;
    auto const& showing = found[i].also ? found[*found[i].also].scenario : found[i].scenario;
    if (!showing) continue;
    ++into.found;
    auto const text =
        files[id].content().substr(sides[i].condition.begin, sides[i].condition.end - sides[i].condition.begin);
    if (auto wrong = wrong_with(*showing, sides[i], files, rules, into); !wrong.empty())
      return fmt::format("`{}` while {}: {}", text, sides[i].what == goal::decides_true, wrong);
  }
  return {};
}

TEST_CASE("scenarios that are found show what they were looked for") {
  std::uint64_t const cases = setting("CASUS_PROPERTY_CASES", usual_transformed / 6);
  std::uint64_t const first = setting("CASUS_PROPERTY_SEED", 1);
  counts all;
  for (std::uint64_t seed = first; seed < first + cases; ++seed) {
    sketch const drawn = draw(seed);
    if (wrong_with(drawn, all).empty()) continue;
    sketch const least = smallest(drawn, [](sketch const& one) {
      counts none;
      return !wrong_with(one, none).empty();
    });
    FAIL(fmt::format("seed {}: {}\n{}", seed, wrong_with(least, all), print(least)));
  }
  MESSAGE(fmt::format("{} rule sets, {} sides missing, {} found, {} with an expectation; {} changes", all.rule_sets,
                      all.sides, all.found, all.with_expectation, all.changes));
  if (cases >= 100) CHECK(all.found * 10 > all.sides);
}

}  // namespace
}  // namespace casus::oracle
