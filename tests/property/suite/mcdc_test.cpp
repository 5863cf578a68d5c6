// Modified condition/decision coverage of random rule sets, which stops binding variables as soon as it can, held
// against every binding and every condition turned round. CASUS_PROPERTY_CASES and CASUS_PROPERTY_SEED choose how many
// rule sets and which.
#include "engine/suite/coverage.hpp"
#include "tests/property/evaluate/compare.hpp"
#include "tests/property/evaluate/draw.hpp"
#include "tests/property/evaluate/settings.hpp"
#include "tests/property/suite/deciding_by_hand.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

namespace casus::oracle {
namespace {

struct counts {
  std::size_t rule_sets = 0, shown = 0, shown_false = 0, unsure = 0, gave_up = 0, cut_off = 0;
};

facts::scenario told(sketch const& of, check::program const& program, source::date date) {
  auto const how = options_of(of, program);
  facts::scenario made;
  made.as_of = date;
  made.law = how.law;
  made.known_by = how.known_by;
  made.readings = how.readings;
  made.agreed = facts_of(of, program);
  made.expectations.emplace_back();  // of nothing, on that day
  return made;
}

std::set<turned> deciding_in(suite::reached const& goals) {
  std::set<turned> found;
  for (auto const& [where, what] : goals) {
    if (what == suite::goal::decides_true) found.insert({where, true});
    if (what == suite::goal::decides_false) found.insert({where, false});
  }
  return found;
}

std::set<turned> measured(evaluate::compiled const& rules, facts::scenario const& of) {
  suite::accounts accounts{rules, of, {}};
  return deciding_in(suite::reached_by(accounts, *of.as_of, suite::coverage::with_mcdc).goals);
}

// By way of each provision and question by itself.
std::set<turned> measured_one_by_one(evaluate::compiled const& rules, evaluate::world const& like, source::date day) {
  std::set<turned> found;
  auto const add = [&](check::node::kind of, std::uint32_t count) {
    for (std::uint32_t i = 0; i < count; ++i) {
      evaluate::world world(rules, like.facts(), like.how());
      found.merge(deciding_in(suite::reached_through({{of, i}}, world, rules, day)));
    }
  };
  add(check::node::kind::provision, static_cast<std::uint32_t>(rules.program().provisions.size()));
  add(check::node::kind::question, static_cast<std::uint32_t>(rules.program().questions.size()));
  return found;
}

std::string first_not_in(std::set<turned> const& these, std::set<turned> const& those, std::string const& rules) {
  for (auto const& one : these) {
    if (those.count(one) > 0) continue;
    return fmt::format("`{}` while {}", rules.substr(one.condition.begin, one.condition.end - one.condition.begin),
                       one.is_true);
  }
  return {};
}

// What is wrong with what is measured on one day, or nothing.
std::string wrong_with(sketch const& of, counts& into) {
  std::string said;
  auto const program = program_of(of, said);
  if (!program) return {};
  evaluate::compiled const rules(*program);
  auto const dates = drawn_dates();
  auto const day = source::parse_date(dates[dates.size() / 2]).value_or(source::date{});
  auto const scenario = told(of, *program, day);
  try {
    evaluate::world world(rules, scenario.agreed, options_of(of, *program));
    auto const by_hand = deciding_by_hand(world, day);
    if (by_hand.is_cut_off) {
      ++into.cut_off;
      return {};
    }
    ++into.rule_sets;
    auto const found = measured(rules, scenario);
    into.shown += found.size();
    into.shown_false += static_cast<std::size_t>(
        std::count_if(found.begin(), found.end(), [](turned const& one) { return !one.is_true; }));
    into.unsure += by_hand.possibly.size() - by_hand.certainly.size();
    if (auto missing = first_not_in(by_hand.certainly, found, rules_of(of)); !missing.empty())
      return missing + " decides, and that was not seen";
    if (auto lost = first_not_in(found, measured_one_by_one(rules, world, day), rules_of(of)); !lost.empty())
      return lost + " was seen to decide, but in no provision or question by itself";
    if (auto wrong = first_not_in(found, by_hand.possibly, rules_of(of)); !wrong.empty())
      return wrong + " was seen to decide, and does not";
  } catch (evaluate::failure const&) { ++into.gave_up; }
  return {};
}

TEST_CASE("conditions are seen to decide exactly where they do") {
  std::uint64_t const cases = setting("CASUS_PROPERTY_CASES", usual_transformed);
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
  MESSAGE(
      fmt::format("{} rule sets, {} conditions seen to decide while true, {} while false, {} that may be seen or "
                  "not; {} gave up, {} cut off",
                  all.rule_sets, all.shown - all.shown_false, all.shown_false, all.unsure, all.gave_up, all.cut_off));
  if (cases >= 100) CHECK(all.shown_false * 10 > all.rule_sets);
}

}  // namespace
}  // namespace casus::oracle
