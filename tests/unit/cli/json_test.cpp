// Reports as JSON are held to the schema that is shipped.
#include "run_in_memory.hpp"
#include "schema.hpp"

#include <doctest/doctest.h>

using namespace casus;

namespace {

std::string schema() {
  return session::disk(CASUS_ROOT).read("docs/reference/report.schema.json").content.value_or("");
}

// Something of everything: all modalities, statuses of many kinds, questions, conflicts, expectations of both sorts.
constexpr auto rules = R"(instrument Pact "Pact"
entity State closed
enum Origin { external, internal }
event Attack "{by} attacks {against}"
  by: State
  against: State
  origin: Origin
  note: Text?
  grave: Bool = false
  dead: Int = 3
act strike "{by} strikes {against}"
  by: State
  against: State
fact party(s: State) "{s} is a party"
fact attacked(s: State) "{s} has been attacked"
interpretation scope "How far?" { narrow, wide } default narrow
provision Pact.1 "No force"
  for each s: State, other: State
  when party(s) and s != other
  then s must not strike(other)
provision Pact.2 "Help"
  in force until 2010-01-01
  for each a: Attack, ally: State
  judged at a.date
  when a.origin = external and ally != a.against
  then ally must strike(a.by) from a.date within 10 days
provision Pact.2 "Help, as amended"
  in force from 2010-01-01
  for each a: Attack, ally: State
  judged at a.date
  when a.origin = external and ally != a.against
  unless a.by = ally as "the attacker"
  requires party(ally) as "a party"
  then ally must strike(a.by) from a.date within 10 days
  then attacked(a.against) from a.date
provision Pact.3 "Self-defence"
  for each a: Attack, s: State, other: State
  judged at a.date
  when a.against = s and a.by = other
  then s may strike(other) from a.date
  overrides Pact.1 for the same s, other
question who "Who decides?"
  for each a: Attack
  arises when scope = narrow
)";

constexpr auto scenario = R"(scenario: One
note: With "quotes".
rules: r.casus
as_of: 2014-06-15
entities: {State: {x: X, y: Y, z: Z, w: W}}
facts:
  party: [[x], [y]]
  Attack:
    first: {by: x, against: y, origin: external, date: 2014-06-01}
    second: {by: z, against: y, date: 2014-06-02}
    third: {by: y, against: x, origin: external, note: of no account, date: 2009-06-02}
  strike:
    - {by: w, against: x, date: 2014-06-05}
views:
  others: {says: nobody knows, facts: {Attack: {first: {origin: unknown}}}}
expect:
  - Pact.2: violated
  - {view: others, Pact.2: satisfied}
  - {law: 2009-01-01, who: unanswered}
)";

}  // namespace

TEST_CASE("a report fits the schema") {
  auto const shown = test::run({"check", "s.yaml", "--format", "json", "--all", "--law", "Pact.2=2009-01-01",
                                "--known-by", "2014-06-10", "--reading", "scope=unknown"},
                               {{"r.casus", rules}, {"s.yaml", scenario}});
  CHECK_MESSAGE(shown.code == 1, shown.errors);
  CHECK(test::misfits(schema(), shown.output) == "");
  auto const plain = test::run({"check", "s.yaml", "--format", "json"}, {{"r.casus", rules}, {"s.yaml", scenario}});
  CHECK(test::misfits(schema(), plain.output) == "");
}

TEST_CASE("a report without scenarios fits the schema, and so do diagnostics with their notes") {
  auto const shown =
      test::run({"check", "s.yaml", "missing.yaml", "--format", "json"},
                {{"r.casus", "entity State\nentity State\n"}, {"s.yaml", "scenario: One\nrules: r.casus\n"}});
  CHECK(shown.code == 2);
  CHECK(test::misfits(schema(), shown.output) == "");
}

TEST_CASE("the validator finds what does not fit") {
  CHECK(test::misfits(R"({"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a", "b"]})",
                      R"({"a": "x", "c": 1})") ==
        "/a: is not of type \"integer\"\n: has a key that is not described: c\n: has no \"b\"\n");
  CHECK(test::misfits(schema(), "{").substr(0, 5) == "it is");
}
