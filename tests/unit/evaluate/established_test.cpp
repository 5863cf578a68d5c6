#include "evaluated.hpp"

#include <doctest/doctest.h>

namespace casus::test {
namespace {

TEST_CASE("what a head with an unknown argument establishes is of the argument's kind") {
  for (std::string const judged : {"", "judged at r.date"}) {
    evaluated told(R"(
instrument T "the Treaty"
entity Actor
entity State : Actor
entity Group : Actor
event Raid "a raid"
  by: Group
fact outlawed(a: Actor) "{a} is outlawed"
provision T.1 "Raiders are outlawed"
  for each r: Raid
  )" + judged + R"(
  then outlawed(r.by)
)",
                   R"(
rules: rules
entities: {State: {spain: Spain}, Group: {gang: a gang}}
facts:
  Raid: {raid: {date: 2000-01-10}}
)");
    CHECK(told.holds("outlawed", {"spain"}, "2000-01-12") == "no");
    CHECK(told.holds("outlawed", {"gang"}, "2000-01-12") == "open");
  }
}

TEST_CASE("what is established of an unknown thing of a closed kind is not established of one that is not named") {
  evaluated told(R"(
instrument T "the Treaty"
entity Actor
entity State : Actor closed
entity Group : Actor
event Raid "a raid"
  by: Group
event Call "a call"
  by: State
fact outlawed(a: Actor) "{a} is outlawed"
provision T.1 "Callers are outlawed"
  for each c: Call
  then outlawed(c.by)
provision T.2 "Raiders are outlawed"
  for each r: Raid
  requires outlawed(r.by)
)",
                 R"(
rules: rules
entities: {State: {spain: Spain}}
facts:
  Raid: {raid: {date: 2000-01-10}}
  Call: {call: {date: 2000-01-10}}
)");
  CHECK(told.status("T.2", "2000-01-10") == "violated");
}

TEST_CASE("a provision for each country establishes nothing of one that is not named") {
  evaluated told(R"(
instrument T "the Treaty"
entity State
event Raid "a raid"
  to: State
fact bound(s: State) "{s} is bound"
provision T.1 "All are bound"
  for each s: State
  then bound(s)
provision T.2 "Only the bound are raided"
  for each r: Raid
  requires bound(r.to)
)",
                 R"(
rules: rules
facts:
  Raid: {raid: {date: 2000-01-10}}
)");
  CHECK(told.status("T.2", "2000-01-10") == "violated");
}

}  // namespace
}  // namespace casus::test
