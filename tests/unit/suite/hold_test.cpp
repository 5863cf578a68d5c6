// What expectations mean, by what becomes of them: each test holds one list of blocks against the same small case.
#include "engine/check/check.hpp"
#include "engine/scenario/load.hpp"
#include "engine/suite/expectation.hpp"
#include "grammar/parse.hpp"

#include <doctest/doctest.h>

using namespace casus;

namespace {

constexpr auto rules_text = R"(instrument Pact "Pact"
entity State closed
event Attack "{by} attacks {against}"
  by: State
  against: State
act assist "{by} helps {to}"
  by: State
  to: State
fact party(s: State) "{s} is a party"
fact share(s: State): Int "{s} bears {value} per cent"
interpretation scope "How far?" { narrow, wide } default narrow
define safe(s: State) "{s} is safe"
  when no a: Attack where a.against = s
provision Pact.1 "Help"
  in force until 2010-01-01
  for each a: Attack, ally: State
  judged at a.date
  when party(ally) and ally != a.against
  then ally must assist(a.against) from a.date
provision Pact.1 "Help, as amended"
  in force from 2010-01-01
  for each ally: State, a: Attack
  judged at a.date
  when (party(ally) or scope = wide) and ally != a.against
  unless a.by = ally as "the attacker"
  requires party(a.against) as "the victim is a party"
  then ally must assist(a.against) from a.date by a.date + 5 days
provision Pact.2 "Peace"
  for each s: State
  when party(s)
  then s must not assist()
question who "Who decides?"
  for each a: Attack
  arises when not party(a.against)
)";

// v attacks w, who is no party; w attacks x, who is one, and whom y helps; z is nobody.
constexpr auto facts_text = R"(scenario: S
rules: r
as_of: 2014-06-15
entities: {State: {v: V, w: W, x: X, y: Y, z: Z}}
facts:
  party: [[v], [x], [y]]
  share: [{s: v, value: 30, from: 2014-06-01}, {s: x, value: unknown}]
  Attack:
    first: {by: v, against: w, date: 2014-06-01}
    second: {by: w, against: x, date: 2014-06-12}
  assist: [{by: y, to: x, date: 2014-06-13}]
views:
  other: {says: it was y, facts: {Attack: {first: {by: y}}}}
expect:
)";

std::string mismatches(std::string const& blocks, evaluate::limits const& limits = {}) {
  source::files files;
  auto const rules_id = files.add("r", rules_text);
  auto checked = check::check(std::move(*grammar::parse(files[rules_id], rules_id).value));
  REQUIRE(checked.value.has_value());
  evaluate::compiled const compiled{*checked.value};
  auto const id = files.add("s", facts_text + blocks);
  auto const outlined = scenario::outline(files[id], id);
  auto const bound = scenario::bind(outlined.value->front(), {}, *checked.value);
  std::string text;
  for (auto const& said : bound.diagnostics) {
    if (said.severity == source::severity::error) text += said.message + '\n';
  }
  if (!bound.value || !text.empty()) return text;
  suite::accounts accounts{compiled, *bound.value, limits};
  for (auto const& one : suite::hold(accounts, files, *source::parse_date("2014-06-15"))) {
    for (auto const& wrong : one.mismatches) text += one.subject + ": " + wrong.expected + " / " + wrong.actual + '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("a bare status is that of the strongest instance over all versions") {
  CHECK(mismatches("  - Pact.1: violated\n  - {at: 2014-05-31, Pact.1: does not apply}\n").empty());
  CHECK(mismatches("  - Pact.1: satisfied\n") == "Pact.1: `satisfied` / `violated`\n");
}

TEST_CASE("each binding is matched by an instance with the status, whatever else there is") {
  CHECK(mismatches("  - Pact.1: {status: satisfied, for: [{a: second, ally: v}, {ally: y}]}\n").empty());
  CHECK(mismatches("  - Pact.1: {for: [{ally: x}]}\n").empty());
  CHECK(mismatches("  - Pact.1: {status: satisfied, for: [{a: first}, {ally: x}]}\n") ==
        "Pact.1: `satisfied` for a: first / `violated`\n"
        "Pact.1: `satisfied` for ally: x / `violated`\n");
}

TEST_CASE("what is not to apply has nothing stronger among the instances that agree") {
  CHECK(mismatches("  - Pact.1: {status: does not apply, for: [{ally: z}, {a: second, ally: w}]}\n").empty());
  CHECK(mismatches("  - Pact.1: {status: does not apply, for: [{ally: y}]}\n") ==
        "Pact.1: `does not apply` for ally: y / `violated`\n");
}

TEST_CASE("`only` leaves no other instance with the status") {
  CHECK(mismatches("  - Pact.1: {status: satisfied, only: [{a: second}]}\n").empty());
  CHECK(mismatches("  - Pact.1: {status: satisfied, only: [{ally: y}]}\n") ==
        "Pact.1: no other instance `satisfied` / `satisfied` also for ally: v, a: second\n");
}

TEST_CASE("duties are those of the instances meant") {
  CHECK(mismatches("  - Pact.1: {status: satisfied, for: [{ally: y}], duty: fulfilled}\n").empty());
  CHECK(mismatches("  - Pact.1: {status: satisfied, for: [{ally: v}], duty: outstanding}\n").empty());
  CHECK(mismatches("  - {at: 2014-06-18, Pact.1: {status: satisfied, for: [{ally: v}], duty: breached}}\n").empty());
  CHECK(mismatches("  - Pact.1: {status: satisfied, for: [{a: second}], duty: fulfilled}\n") ==
        "Pact.1: duty `fulfilled` for ally: v, a: second / `outstanding`\n");
  CHECK(mismatches("  - Pact.1: {status: violated, duty: fulfilled}\n") ==
        "Pact.1: duty `fulfilled` / no duty of which that could be said\n");
}

TEST_CASE("a state of prohibitions speaks of prohibitions") {
  CHECK(mismatches("  - Pact.2: {status: applies, for: [{s: x}], duty: respected}\n").empty());
  CHECK(mismatches("  - Pact.2: {status: applies, for: [{s: y}], duty: respected}\n") ==
        "Pact.2: duty `respected` for s: y / `breached`\n");
}

TEST_CASE("failing labels are exactly these") {
  CHECK(mismatches("  - Pact.1: {status: violated, failing: [the victim is a party]}\n").empty());
  CHECK(mismatches("  - Pact.1: {status: satisfied, for: [{a: second}], failing: [the victim is a party]}\n") ==
        "Pact.1: failing `the victim is a party` for ally: v, a: second / nothing\n"
        "Pact.1: failing `the victim is a party` for ally: y, a: second / nothing\n");
}

TEST_CASE("what displaces is an exception or a provision") {
  CHECK(mismatches("  - Pact.1: {status: displaced, for: [{ally: v}], displaced_by: the attacker}\n").empty());
  CHECK(mismatches("  - Pact.1: {status: displaced, for: [{a: first}], displaced_by: Pact.2}\n") ==
        "Pact.1: displaced by `Pact.2` for ally: v, a: first / `the attacker`\n");
}

TEST_CASE("a block has its own account, law and readings") {
  CHECK(mismatches("  - {view: other, Pact.1: {status: displaced, only: [{ally: y}]}}\n").empty());
  CHECK(mismatches("  - {law: 2009-01-01, Pact.1: applies}\n").empty());
  CHECK(mismatches("  - {law: {Pact.1: 2009-01-01}, Pact.1: applies}\n").empty());
  CHECK(mismatches("  - {readings: {scope: wide}, Pact.1: {status: satisfied, for: [{ally: z}]}}\n").empty());
  CHECK(mismatches("  - {readings: {scope: unknown}, Pact.1: {status: undetermined, for: [{ally: z}]}}\n").empty());
  CHECK(mismatches("  - {known_by: 2014-06-05, Pact.1: {status: does not apply, for: [{a: second}]}}\n").empty());
}

TEST_CASE("relations hold, do not hold, or are unknown") {
  CHECK(mismatches("  - {party: holds, safe: {status: holds, only: [{s: v}, {s: y}, {s: z}]}}\n").empty());
  CHECK(mismatches("  - safe: {status: does not hold, for: [{s: x}, {s: v}]}\n") ==
        "safe: `does not hold` for s: v / `holds`\n");
  CHECK(mismatches("  - party: {status: holds, only: [{s: v}, {s: w}]}\n") ==
        "party: `holds` for s: w / `does not hold`\n"
        "party: no other `holds` / `holds` also for s: x\n"
        "party: no other `holds` / `holds` also for s: y\n");
}

TEST_CASE("a value outside its intervals is unknown, as is one that is stated to be") {
  CHECK(mismatches("  - share: {status: holds, only: [{s: v}]}\n").empty());
  CHECK(mismatches("  - {at: 2014-05-31, share: {status: unknown, for: [{s: v}, {s: x}, {s: y}]}}\n").empty());
  CHECK(mismatches("  - share: {status: unknown, for: [{s: v}]}\n") == "share: `unknown` for s: v / `holds`\n");
}

TEST_CASE("questions and conflicts") {
  CHECK(mismatches("  - who: {status: unanswered, only: [{a: first}]}\n").empty());
  CHECK(mismatches("  - who: answered\n") == "who: `answered` / `unanswered`\n");
  CHECK(mismatches("  - conflicts: [{must: Pact.1, must not: Pact.2}]\n").empty());
  CHECK(mismatches("  - conflicts: []\n") == "conflicts: no other conflict / must: Pact.1, must not: Pact.2\n");
  CHECK(mismatches("  - {at: 2014-06-01, conflicts: [{must: Pact.1, must not: Pact.2}]}\n") ==
        "conflicts: a conflict of must: Pact.1, must not: Pact.2 / none\n");
}

TEST_CASE("no more is evaluated than is named") {
  evaluate::limits const few{.instances = 3};  // Pact.1 has more
  CHECK(mismatches("  - Pact.2: {status: applies, for: [{s: x}]}\n  - share: holds\n", few).empty());
  CHECK_THROWS_AS(mismatches("  - Pact.1: violated\n", few), evaluate::failure);
  CHECK_THROWS_AS(mismatches("  - conflicts: []\n", few), evaluate::failure);
}
