#include "told.hpp"

#include <doctest/doctest.h>

namespace casus::test {
namespace {

constexpr std::string_view treaty = R"(
instrument CST "Treaty"
  in force from 1994-04-20

entity State

individual armenia: State "Armenia"
individual georgia: State "Georgia"
individual russia: State "Russia"

enum Origin { external, internal }

event Attack "{by} attacks {on}"
  by: State
  on: State
  origin: Origin

event Request "{by} asks for help"
  by: State

fact party(s: State) "{s} is a party"
fact suspended(s: State) "{s} is suspended"

define member(s: State) "{s} is a member"
  when party(s) and not suspended(s)

define aggression(a: Attack, victim: State) "{a} is aggression against {victim}"
  when a.on = victim
   and a.origin = external
   and member(victim)

provision CST.1 "Allies help"
  for each victim: State, ally: State, a: Attack
  judged at a.date
  when aggression(a, victim) and member(ally) and ally != victim

provision CST.2 "Allies help those who ask"
  for each a: Attack, r: Request
  judged at r.date
  when r.by = a.on and (member(a.on) at a.date)

provision CST.3 "Those who are members"
  for each s: State
  when not member(s)
   and (party(s) as "it has signed")
)";

TEST_CASE("nothing of a kind that the provision binds") {
  told scenario(treaty, "facts: {party: [armenia]}\n");
  CHECK(scenario.refused("CST.1", "2014-06-15") == "no a\n");
}

TEST_CASE("the nearest instance fails least, and a define is gone into") {
  told scenario(treaty, R"(
facts:
  party:
    - armenia
    - {s: russia, until: 2010-01-01}
  Attack:
    raid:
      by: georgia
      on: armenia
      origin: internal
      date: 2014-06-10
)");
  CHECK(scenario.refused("CST.1", "2014-06-15") ==
        "armenia, georgia, raid\n"
        "a.origin = external :10\n"
        "party(s)\n");
  CHECK(scenario.refused("CST.1", "2014-06-15", 3) ==
        "armenia, georgia, raid\n"
        "a.origin = external :10\n"
        "party(s)\n");
}

TEST_CASE("a suspension is the reason where membership fails for it") {
  told scenario(treaty, R"(
facts:
  party: [armenia]
  suspended:
    - {s: armenia, from: 2012-01-01}
  Attack:
    raid: {by: georgia, on: armenia, origin: external, date: 2014-06-10}
  Request:
    appeal: {by: armenia, date: 2014-06-12}
)");
  CHECK(scenario.refused("CST.2", "2014-06-15") ==
        "raid, appeal\n"
        "member(a.on) at a.date :5 :7\n");
}

TEST_CASE("what has words of its own is named by them, and a negation by what is so") {
  told scenario(treaty, "facts:\n  party: [armenia, georgia, russia]\n");
  CHECK(scenario.refused("CST.3", "2014-06-15") ==
        "armenia\n"
        "not member(s) :2\n");
  told other(treaty, "facts:\n  party: []\n");
  CHECK(other.refused("CST.3", "2014-06-15") ==
        "armenia\n"
        "party(s) as \"it has signed\"\n");
}

}  // namespace
}  // namespace casus::test
