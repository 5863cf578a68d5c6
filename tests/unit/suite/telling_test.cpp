// What could be expected of a scenario, and which of it tells one rule set from another.
#include "engine/suite/telling.hpp"
#include "engine/check/check.hpp"
#include "engine/facts/print.hpp"
#include "engine/scenario/load.hpp"
#include "engine/suite/expectation.hpp"
#include "grammar/parse.hpp"

#include <doctest/doctest.h>

using namespace casus;

namespace {

constexpr auto pact = R"(instrument Pact "Pact"
entity State closed
event Attack "{by} attacks {against}"
  by: State
  against: State
act assist "{by} helps {to}"
  by: State
  to: State
fact party(s: State) "{s} is a party"
provision Pact.1 "Allies help the victim"
  for each a: Attack, s: State
  when party(s) and s != a.against
  unless s = a.by as "it is the attacker"
  requires party(a.against) as "the victim is a party"
  then s must assist(a.against) from a.date by a.date + 30 days
  otherwise s may assist(a.against) from a.date
question help "Who helps?"
  for each a: Attack
  arises when party(a.against)
)";

constexpr auto told = R"(scenario: S
as_of: 2014-06-15
entities: {State: {v: V, w: W, x: X, y: Y}}
facts:
  party: [v, w, x]
  Attack: {raid: {by: x, against: v, date: 2014-06-01}, feud: {by: x, against: y, date: 2014-06-02}}
)";

struct read_rules {
  read_rules(source::files& files, std::string const& text) {
    auto const id = files.add("r.casus", text);
    auto checked = check::check(std::move(*grammar::parse(files[id], id).value));
    REQUIRE(checked.value);
    program = std::make_unique<check::program>(std::move(*checked.value));
    compiled.emplace(*program);
  }
  std::unique_ptr<check::program> program;
  std::optional<evaluate::compiled> compiled;
};

facts::scenario bound(source::files& files, check::program const& program) {
  auto const id = files.add("s.yaml", told);
  auto const outline = scenario::outline(files[id], id);
  auto made = scenario::bind(outline.value->front(), {}, program);
  REQUIRE(made.value);
  return std::move(*made.value);
}

std::string dumped(std::vector<facts::expectation> all, check::program const& program, facts::scenario of) {
  of.expectations = std::move(all);
  auto const text = facts::dump(of, program);
  return text.substr(std::min(text.find("expect"), text.size()));
}

std::string with(std::string const& from, std::string const& to) {
  std::string text{pact};
  return text.replace(text.find(from), from.size(), to);
}

// What tells the rules from those with the change.
std::string telling(std::string const& from, std::string const& to) {
  source::files files;
  read_rules const rules{files, pact};
  read_rules const others{files, with(from, to)};
  auto const scenario = bound(files, *rules.program);
  suite::accounts met{*rules.compiled, scenario, {}};
  suite::accounts missed{*others.compiled, scenario, {}};
  for (auto const day : suite::days_to_ask(met, missed, std::nullopt, *scenario.as_of))
    if (auto const found = suite::telling_expectation(met, missed, files, std::nullopt, day, std::nullopt,
                                                      suite::otherwise::whatever_differs))
      return dumped({*found}, *rules.program, scenario);
  return "nothing\n";
}

}  // namespace

TEST_CASE("what could be expected is met, the plainest first") {
  source::files files;
  read_rules const rules{files, pact};
  auto const scenario = bound(files, *rules.program);
  suite::accounts of{*rules.compiled, scenario, {}};
  auto all = suite::expectations_met(of, files, std::nullopt, *scenario.as_of, {});
  CHECK(dumped(all, *rules.program, scenario) == R"(expect
  provision Pact.1: violated
expect
  provision Pact.1: violated
    only 2
      a = feud s = v
      a = feud s = w
expect
  provision Pact.1: violated
    only 2
      a = feud s = v
      a = feud s = w
    duty permitted
expect
  provision Pact.1: violated
    only 2
      a = feud s = v
      a = feud s = w
    failing
      "the victim is a party"
expect
  provision Pact.1: satisfied
    only 1
      a = raid s = w
expect
  provision Pact.1: satisfied
    only 1
      a = raid s = w
    duty outstanding
expect
  provision Pact.1: displaced
    only 2
      a = raid s = x
      a = feud s = x
expect
  provision Pact.1: displaced
    only 2
      a = raid s = x
      a = feud s = x
    displaced by "it is the attacker"
expect
  provision Pact.1: violated
    for 1
      a = feud s = v
expect
  provision Pact.1: violated
    for 1
      a = feud s = v
    duty permitted
expect
  provision Pact.1: violated
    for 1
      a = feud s = v
    failing
      "the victim is a party"
expect
  provision Pact.1: violated
    for 1
      a = feud s = w
expect
  provision Pact.1: violated
    for 1
      a = feud s = w
    duty permitted
expect
  provision Pact.1: violated
    for 1
      a = feud s = w
    failing
      "the victim is a party"
expect
  provision Pact.1: satisfied
    for 1
      a = raid s = w
expect
  provision Pact.1: satisfied
    for 1
      a = raid s = w
    duty outstanding
expect
  provision Pact.1: displaced
    for 1
      a = raid s = x
expect
  provision Pact.1: displaced
    for 1
      a = raid s = x
    displaced by "it is the attacker"
expect
  provision Pact.1: displaced
    for 1
      a = feud s = x
expect
  provision Pact.1: displaced
    for 1
      a = feud s = x
    displaced by "it is the attacker"
)");
  auto expecting = scenario;
  expecting.expectations = std::move(all);
  suite::accounts again{*rules.compiled, expecting, {}};
  for (auto const& one : suite::hold(again, files, *scenario.as_of)) CHECK(one.mismatches.empty());
}

TEST_CASE("the plainest expectation that tells two rule sets apart is found") {
  CHECK(telling("when party(s)", "when not party(s)") == R"(expect
  provision Pact.1: violated
)");
  CHECK(telling("and s != a.against", "") == R"(expect
  provision Pact.1: satisfied
    only 1
      a = raid s = w
)");
  CHECK(telling("requires party(a.against)", "requires party(a.by)") == R"(expect
  provision Pact.1: violated
)");
  CHECK(telling("unless s = a.by", "unless s != a.by") == R"(expect
  provision Pact.1: violated
    only 2
      a = feud s = v
      a = feud s = w
)");
  CHECK(telling("arises when party(a.against)", "arises when not party(a.against)") == R"(expect
  question help: unanswered
    only 1
      a = raid
)");
}

TEST_CASE("what shows on another day only is expected on that day") {
  CHECK(telling("a.date + 30 days", "a.date + 31 days") == R"(expect at 2014-07-02
  provision Pact.1: satisfied
    only 1
      a = raid s = w
    duty breached
)");
  CHECK(telling("s must assist(a.against) from a.date by", "s must assist(a.against) from a.date + 1 day by") ==
        R"(expect at 2014-06-01
  provision Pact.1: satisfied
    only 1
      a = raid s = w
    duty outstanding
)");
}

TEST_CASE("where no expectation can say what differs, there is none") {
  CHECK(telling("\"Allies help the victim\"", "\"Help\"") == "nothing\n");
  CHECK(telling("then s must assist(a.against)", "then s must assist(a.by)") == "nothing\n");
}
