// What counts as seen of a rule set.
#include "engine/suite/coverage.hpp"
#include "engine/check/check.hpp"
#include "engine/scenario/load.hpp"
#include "grammar/parse.hpp"

#include <doctest/doctest.h>

#include <fmt/format.h>

using namespace casus;

namespace {

constexpr auto rules_text = R"(instrument Pact "Pact"
  in force from 2000-01-01
entity State closed
event Attack "{by} attacks {against}"
  by: State
  against: State
  grave: Bool
act assist "{by} helps {to}"
  by: State
  to: State
fact party(s: State) "{s} is a party"
define safe(s: State) "{s} is safe"
  when party(s) and (no a: Attack where a.against = s)
provision Pact.1 "Help"
  for each a: Attack, ally: State
  judged at a.date
  when party(ally) and ally != a.against
  unless a.by = ally as "the attacker"
  requires a.grave as "it is grave"
  then ally must assist(a.against) from a.date
  otherwise ally may assist(a.against) from a.date
provision Pact.2 "Peace"
  for each s: State
  when safe(s)
  then s must not assist()
provision Pact.3 "Emergency"
  for each s: State
  when not safe(s)
  overrides Pact.2 for the same s
question who "Who decides?"
  for each a: Attack
  arises when a.grave
)";

// v attacks w; w and x are parties.
constexpr auto facts_text = R"(scenario: S
rules: r
as_of: 2014-06-15
entities: {State: {v: V, w: W, x: X}}
facts:
  party: [[w], [x]]
  Attack: {first: {by: v, against: w, grave: true, date: 2014-06-01}}
expect: [{Pact.1: satisfied}]
)";

// The goals that are not reached, one a line: "Pact.1 condition `party(ally)` false".
std::string missing(std::string const& rules, std::string const& told) {
  source::files files;
  auto const rules_id = files.add("r.casus", rules);
  auto const program = check::check(std::move(*grammar::parse(files[rules_id], rules_id).value));
  REQUIRE(program.value);
  auto const told_id = files.add("s.yaml", told);
  auto const outline = scenario::outline(files[told_id], told_id);
  auto const bound = scenario::bind(outline.value->front(), {}, *program.value);
  REQUIRE(bound.value);
  evaluate::compiled const compiled{*program.value};
  suite::accounts accounts{compiled, *bound.value, {}};
  auto const reach = suite::reached_by(accounts, *bound.value->as_of, suite::coverage::asked);
  CHECK_FALSE(reach.is_partial);
  std::string text;
  for (auto const& one : suite::points_of(*program.value, files)) {
    for (auto const what : one.goals) {
      if (reach.goals.count({one.where, what}) == 0)
        text += fmt::format("{} {} `{}` {}\n", one.owner, words(one.kind), one.text, words(what));
    }
  }
  return text;
}

}  // namespace

TEST_CASE("what one scenario leaves unseen is all that it leaves unseen") {
  CHECK(missing(rules_text, facts_text) == R"(Pact.1 exception `the attacker` taken
Pact.1 requirement `it is grave` failed
Pact.1 consequence `otherwise ally may assist(a.against) from a.date` following
Pact.3 override `overrides Pact.2 for the same s` overriding
question who condition `a.grave` false
)");
}

TEST_CASE("each account and each date that is expected of adds what it shows") {
  auto const more =
      std::string{facts_text} + "views:\n  ours: {says: so, facts: {party: [[v]], Attack: {first: {grave: false}}}}\n";
  auto const with = [&](std::string const& block) {
    auto text = more;
    text.replace(text.find("[{Pact.1: satisfied}]"), 21, "[{Pact.1: satisfied}, " + block + "]");
    return missing(rules_text, text);
  };
  CHECK(with("{view: ours, Pact.1: displaced}") == "Pact.3 override `overrides Pact.2 for the same s` overriding\n");
}

TEST_CASE("layout makes no difference") {
  std::string spread;
  bool is_quoted = false;
  for (char const c : std::string{rules_text}) {
    is_quoted = is_quoted != (c == '"');
    spread += c == ' ' && !is_quoted ? std::string{"  "} : std::string{c};
  }
  auto const commented = "# a comment\n" + spread + "\n\n# another\n";
  CHECK(missing(commented, facts_text) == missing(rules_text, facts_text));
}
