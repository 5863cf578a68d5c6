#include "told.hpp"

#include <doctest/doctest.h>

namespace casus::test {
namespace {

constexpr std::string_view treaty = R"(
instrument CST "Treaty"
  in force from 1994-04-20

entity Actor
entity State : Actor closed
entity Band : Actor

individual armenia: State "Armenia"
individual russia: State "Russia"

enum Origin { external, internal, mixed }

event Attack "{by} attacks {on}"
  by: Actor
  on: State
  origin: Origin
  grave: Bool
  felled: Int

fact party(s: State) "{s} is a party"
fact hostile(a: Actor) "{a} is hostile" unstated is unknown
fact leader(s: State): Actor "{s} is led by {value}"

define aggression(a: Attack) "{a} is aggression"
  when a.origin = external and a.grave

interpretation bands "Can a band attack?" { can, cannot } default can
)";

std::string with(std::string_view provisions) { return std::string(treaty) + std::string(provisions); }

TEST_CASE("one unknown field is settled by each of its values") {
  told scenario(with(R"(
provision CST.1 "One"
  for each a: Attack
  judged at a.date
  when a.origin = external and party(a.on)
)"),
                R"(
facts:
  party: [armenia]
  Attack:
    raid: {by: russia, on: armenia, grave: true, felled: 1, date: 2014-06-10}
)");
  CHECK(scenario.settled("CST.1", {"raid"}, "2014-06-15") ==
        "raid.origin\n"
        "+ raid.origin = external\n"
        "- raid.origin = internal\n"
        "- raid.origin = mixed\n");
}

TEST_CASE("what applies needs all conjuncts, what does not apply needs one") {
  told scenario(with(R"(
provision CST.1 "One"
  for each a: Attack
  judged at a.date
  when aggression(a) and party(a.on)
)"),
                R"(
facts:
  party: [{s: armenia, holds: unknown}]
  Attack:
    raid: {by: russia, on: armenia, felled: 1, date: 2014-06-10}
)");
  CHECK(scenario.settled("CST.1", {"raid"}, "2014-06-15") ==
        "raid.origin\n"
        "raid.grave\n"
        "stated party(armenia)\n"
        "+ raid.origin = external, raid.grave = true, stated party(armenia) = true\n"
        "- raid.origin = internal\n"
        "- raid.origin = mixed\n"
        "- raid.grave = false\n"
        "- stated party(armenia) = false\n");
}

TEST_CASE("only what is read and open is named") {
  told scenario(with(R"(
provision CST.1 "One"
  for each a: Attack
  judged at a.date
  when (a.felled > 3 and a.grave) or (a.origin = external and a.on = armenia)
)"),
                R"(
facts:
  Attack:
    raid: {by: russia, on: armenia, felled: 1, date: 2014-06-10}
)");
  CHECK(scenario.settled("CST.1", {"raid"}, "2014-06-15") ==
        "raid.origin\n"
        "+ raid.origin = external\n"
        "- raid.origin = internal\n"
        "- raid.origin = mixed\n");
}

TEST_CASE("an unknown entity may be one that is not named") {
  told scenario(with(R"(
provision CST.1 "One"
  for each a: Attack
  judged at a.date
  when a.by in State
)"),
                R"(
facts:
  Attack:
    raid: {on: armenia, origin: external, grave: true, felled: 1, date: 2014-06-10}
)");
  CHECK(scenario.settled("CST.1", {"raid"}, "2014-06-15") ==
        "raid.by\n"
        "+ raid.by = armenia\n"
        "+ raid.by = russia\n"
        "- raid.by = one that is not named\n");
}

TEST_CASE("an unknown value of a closed kind is one of those that are named") {
  told scenario(with(R"(
provision CST.1 "One"
  for each a: Attack
  judged at a.date
  when a.on = armenia or a.on = russia
)"),
                R"(
facts:
  Attack:
    raid: {by: russia, origin: external, grave: true, felled: 1, date: 2014-06-10}
)");
  CHECK(scenario.settled("CST.1", {"raid"}, "2014-06-15") ==
        "raid.on\n"
        "+ raid.on = armenia\n"
        "+ raid.on = russia\n"
        "applies in all\n");
}

TEST_CASE("the law of the excluded middle is seen by trying") {
  told scenario(with(R"(
provision CST.1 "One"
  for each a: Attack
  judged at a.date
  when a.origin = external or not a.origin = external
)"),
                R"(
facts:
  Attack:
    raid: {by: russia, on: armenia, grave: true, felled: 1, date: 2014-06-10}
)");
  CHECK(scenario.settled("CST.1", {"raid"}, "2014-06-15") ==
        "raid.origin\n"
        "+ raid.origin = external\n"
        "+ raid.origin = internal\n"
        "+ raid.origin = mixed\n"
        "applies in all\n");
}

TEST_CASE("what is unstated is open anew on each date") {
  told scenario(with(R"(
provision CST.1 "One"
  for each a: Attack
  when (hostile(a.by) at 2014-01-01) and (hostile(a.by) at 2014-02-01)
)"),
                R"(
facts:
  Attack:
    raid: {by: russia, on: armenia, origin: external, grave: true, felled: 1, date: 2014-06-10}
)");
  CHECK(scenario.settled("CST.1", {"raid"}, "2014-06-15") ==
        "hostile(russia) on 2014-01-01\n"
        "hostile(russia) on 2014-02-01\n"
        "+ hostile(russia) on 2014-01-01 = true, hostile(russia) on 2014-02-01 = true\n"
        "- hostile(russia) on 2014-01-01 = false\n"
        "- hostile(russia) on 2014-02-01 = false\n");
}

TEST_CASE("numbers and dates have no completions, and are named all the same") {
  told scenario(with(R"(
provision CST.1 "One"
  for each a: Attack
  judged at a.date
  when a.felled > 3 and a.grave
)"),
                R"(
facts:
  Attack:
    raid: {by: russia, on: armenia, origin: external, date: 2014-06-10}
)");
  CHECK(scenario.settled("CST.1", {"raid"}, "2014-06-15") ==
        "raid.felled\n"
        "raid.grave\n"
        "- raid.grave = false\n");
}

TEST_CASE("an event that may not have taken place, of a date that is not known") {
  told scenario(with(R"(
provision CST.1 "One"
  for each s: State
  when party(s) and some a: Attack where a.on = s and a.origin = external
)"),
                R"(
facts:
  party: [armenia]
  Attack:
    raid: {by: russia, on: armenia, origin: external, grave: true, felled: 1, date: 2014-06-10, holds: unknown}
    feud: {by: russia, on: armenia, origin: external, grave: true, felled: 1, date: unknown}
    riot: {by: russia, on: armenia, origin: internal, grave: true, felled: 1, date: unknown}
)");
  CHECK(scenario.settled("CST.1", {"armenia"}, "2014-06-15") ==
        "whether raid\n"
        "date of feud\n"
        "+ whether raid = true\n");
}

TEST_CASE("the value of a fact, and the reading of a point of law") {
  told scenario(with(R"(
provision CST.1 "One"
  for each s: State
  when leader(s) in Band and bands = can
)"),
                R"(
entities:
  Band: {rebels: rebels}
readings: {bands: unknown}
)");
  CHECK(scenario.settled("CST.1", {"armenia"}, "2014-06-15") ==
        "value of leader(armenia) on 2014-06-15\n"
        "reading of bands\n"
        "+ value of leader(armenia) on 2014-06-15 = rebels, reading of bands = can\n"
        "- value of leader(armenia) on 2014-06-15 = armenia\n"
        "- value of leader(armenia) on 2014-06-15 = russia\n"
        "- reading of bands = cannot\n");
}

TEST_CASE("through what other provisions establish, require and displace") {
  told scenario(with(R"(
fact allied(a: State, b: State) "{a} and {b} are allies"

provision CST.1 "One"
  for each a: Attack
  judged at a.date
  when a.origin = external
  requires a.grave as "grave"
  then allied(a.on, russia) from a.date

provision CST.2 "Two"
  for each s: State
  when allied(s, russia)

provision CST.3 "Three"
  for each s: State
  when hostile(s)
  overrides CST.2 for the same s
)"),
                R"(
facts:
  Attack:
    raid: {by: russia, on: armenia, felled: 1, date: 2014-06-10}
)");
  CHECK(scenario.settled("CST.2", {"armenia"}, "2014-06-15") ==
        "raid.origin\n"
        "raid.grave\n"
        "hostile(armenia) on 2014-06-15\n"
        "+ raid.origin = external, raid.grave = true, hostile(armenia) on 2014-06-15 = false\n"
        "- raid.origin = internal\n"
        "- raid.origin = mixed\n"
        "- raid.grave = false\n"
        "- hostile(armenia) on 2014-06-15 = true\n");
}

TEST_CASE("what is settled needs nothing") {
  told scenario(with(R"(
provision CST.1 "One"
  for each s: State
  when party(s)
)"),
                R"(
facts:
  party: [armenia]
)");
  auto const found = scenario.settlement("CST.1", {"armenia"}, "2014-06-15");
  CHECK(found.open.empty());
  CHECK(found.applies.empty());
  CHECK(found.not_applies.empty());
}

}  // namespace
}  // namespace casus::test
