#include "evaluated.hpp"

#include <doctest/doctest.h>

namespace casus::test {
namespace {

TEST_CASE("an alternative of a recursive define keeps the variables that nothing in it mentions") {
  evaluated told(R"(
entity State
event Call "a call"
fact free(s: State) "{s} is free"
define linked(a: State) "{a} is linked"
  when linked(a) or (some c: Call)
define joined(a: State) "{a} is joined"
  when joined(a)
define joined(a: State) "{a} is joined"
  when some c: Call where free(a)
)",
                 R"(
rules: rules
entities: {State: {spain: Spain}}
facts:
  free: [[spain]]
  Call: {call: {date: 2000-01-10}}
)");
  CHECK(told.holds("linked", {"spain"}, "2000-01-09") == "no");
  CHECK(told.holds("linked", {"spain"}, "2000-01-10") == "yes");
  CHECK(told.holds("joined", {"spain"}, "2000-01-09") == "no");
  CHECK(told.holds("joined", {"spain"}, "2000-01-10") == "yes");
}

TEST_CASE("what follows where a requirement fails may be part of a circle") {
  evaluated told(R"(
instrument T "the Treaty"
entity State
fact free(s: State) "{s} is free"
fact watched(s: State) "{s} is watched"
provision T.1 "Who is not free is watched"
  for each s: State
  requires free(s)
  otherwise watched(s)
provision T.2 "Who is watched stays so"
  for each s: State
  when watched(s)
  then watched(s)
)",
                 R"(
rules: rules
entities: {State: {spain: Spain, sweden: Sweden}}
facts:
  free: [[spain]]
)");
  CHECK(told.holds("watched", {"spain"}, "2000-01-09") == "no");
  CHECK(told.holds("watched", {"sweden"}, "2000-01-09") == "yes");
}

TEST_CASE("a fact that is open where unstated is false outside its intervals, also in a circle") {
  evaluated told(R"(
instrument T "the Treaty"
entity State
fact bound(s: State) "{s} is bound"  unstated is unknown
provision T.1 "Who is bound stays so"
  for each s: State
  when bound(s)
  then bound(s)
)",
                 R"(
rules: rules
entities: {State: {spain: Spain, sweden: Sweden}}
facts:
  bound: [{s: spain, until: 2000-01-24}]
)");
  CHECK(told.holds("bound", {"spain"}, "2000-01-23") == "yes");
  CHECK(told.holds("bound", {"spain"}, "2000-01-24") == "no");
  CHECK(told.holds("bound", {"sweden"}, "2000-01-24") == "open");
}

TEST_CASE("a recursive define holds of an event that the scenario does not name") {
  evaluated told(R"(
instrument T "the Treaty"
event Raid "a raid"
event Call "a call"
  raid: Raid
define plain(r: Raid) "{r} is plain"
  when true or plain(r)
provision T.1 "Calls are about plain raids"
  for each c: Call
  requires plain(c.raid)
)",
                 R"(
rules: rules
facts:
  Call: {call: {date: 2000-01-01}}
)");
  CHECK(told.status("T.1", "2000-01-02") == "satisfied");
}

TEST_CASE("a recursive define is read on a day that is not known") {
  evaluated told(R"(
instrument T "the Treaty"
entity State
event Raid "a raid"
  on: State
fact free(s: State) "{s} is free"
fact near(a: State, b: State) "{a} is near {b}"
define safe(s: State) "{s} is safe"
  when free(s) or (some n: State where near(s, n) and safe(n))
provision T.1 "On a safe country"
  for each r: Raid
  requires safe(r.on) at r.date
)",
                 R"(
rules: rules
entities: {State: {spain: Spain, sweden: Sweden, malta: Malta}}
facts:
  free: [[spain]]
  near: [[sweden, spain]]
  Raid:
    one: {on: sweden, date: unknown, effective: 2000-01-01}
)");
  CHECK(told.status("T.1", "2000-01-02") == "satisfied");
}

}  // namespace
}  // namespace casus::test
