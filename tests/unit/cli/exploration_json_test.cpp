// What the exploring commands write as JSON is held to the schema that is shipped.
#include "run_in_memory.hpp"
#include "schema.hpp"

#include <doctest/doctest.h>

namespace casus::test {
namespace {

std::string schema() {
  return session::disk(CASUS_ROOT).read("docs/reference/exploration.schema.json").content.value_or("");
}

constexpr auto rules = R"(instrument Pact "Pact"
entity State
enum Origin { external, internal }
event Attack "{by} attacks {against}"
  by: State
  against: State
  origin: Origin
  grave: Bool = false
event Request "{by} asks for help"
  by: State
act assist "{by} helps {to}"
  by: State
  to: State
fact party(s: State) "{s} is a party"
fact neutral(s: State) "{s} is neutral" unstated is unknown
interpretation scope "How wide is it?" { narrow, wide } default narrow
define member(s: State) "{s} is a member" when party(s)
provision Pact.1 "Help"
  for each a: Attack, s: State
  judged at a.date
  when (a.origin = external or scope = wide as "it counts") and member(s) and s != a.against
   and (no r: Request where r.by = s)
  unless neutral(s) as "it is neutral"
  requires a.grave as "it is grave"
  then s must assist(a.against) from a.date
provision Pact.2 "Called"
  for each r: Request
  when party(r.by)
)";

constexpr auto scenario = R"(scenario: One
rules: r.casus
as_of: 2014-06-15
entities: {State: {x: X, y: Y, z: Z}}
facts:
  party: [[x], [y], [z]]
  neutral: [{s: y, holds: false}, {s: x, holds: unknown}]
  Attack:
    first: {by: x, against: y, date: 2014-06-01}
views:
  ours: {says: it is so, facts: {Attack: {first: {origin: external}}, neutral: [{s: z, holds: false}]}}
  theirs: {says: it is not so, facts: {Attack: {first: {origin: internal}}}}
expect:
  - {view: ours, Pact.1: violated}
  - {view: theirs, Pact.1: does not apply}
)";

void fits(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin() + 1, "s.yaml");
  arguments.insert(arguments.end(), {"--format", "json"});
  auto const shown = run(arguments, {{"r.casus", rules}, {"s.yaml", scenario}});
  CHECK_MESSAGE(shown.code == 0, shown.errors);
  CHECK(misfits(schema(), shown.output) == "");
}

}  // namespace

TEST_CASE("proofs fit the schema") {
  fits({"why", "Pact.1"});
  fits({"why", "Pact.1", "--view", "ours"});
  fits({"why", "Pact.1", "s=z", "--view", "ours", "--reading", "scope=unknown", "--law", "2010-01-01"});
  fits({"why", "Pact.1", "--view", "theirs", "--known-by", "2014-06-10"});
  fits({"why", "Pact.2"});
}

TEST_CASE("what keeps a provision from applying fits the schema") {
  fits({"why-not", "Pact.1", "--view", "theirs"});
  fits({"why-not", "Pact.1", "s=y", "--view", "ours"});
  fits({"why-not", "Pact.1", "--view", "ours"});
  fits({"why-not", "Pact.2"});
}

TEST_CASE("what would settle it fits the schema") {
  fits({"settle", "Pact.1"});
  fits({"settle", "Pact.1", "--reading", "scope=unknown"});
  fits({"settle", "Pact.2"});
}

TEST_CASE("what a change comes to fits the schema") {
  fits({"what-if", "--set", "Attack.first.origin=external"});
  fits({"what-if", "--view", "ours", "--remove", "party(z)", "--add", "Request(by: x, date: 2014-06-03)"});
  fits({"what-if", "--view", "ours", "--set", "Attack.first.grave=false"});
}

TEST_CASE("what would turn an answer fits the schema") {
  fits({"flip", "Pact.1"});
  fits({"flip", "Pact.1", "--view", "ours", "--size", "1"});
  fits({"flip", "Pact.1", "s=z", "--view", "theirs", "--tries", "5"});
}

TEST_CASE("a comparison fits the schema") {
  fits({"compare"});
  fits({"compare", "--all", "--by", "readings", "--view", "ours"});
}

TEST_CASE("a sweep fits the schema") {
  fits({"sweep", "--vary", "Attack.first.origin,Attack.first.grave,party(z)"});
  fits({"sweep", "--vary", "scope,Attack.first.date", "--provision", "Pact.1", "--view", "ours"});
}

TEST_CASE("a timeline fits the schema") {
  fits({"timeline"});
  fits({"timeline", "--all", "--view", "ours"});
  fits({"timeline", "--from", "2014-06-02", "--to", "2014-06-04", "--view", "theirs"});
}

}  // namespace casus::test
