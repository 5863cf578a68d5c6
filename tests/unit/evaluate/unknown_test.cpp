#include "evaluated.hpp"

#include <doctest/doctest.h>

namespace casus::test {
namespace {

TEST_CASE("an optional field that is unknown may be absent, so nothing is certain of it") {
  evaluated told(R"(
instrument T "the Treaty"
entity State closed
event Raid "a raid"
  via: State?
define somewhere(s: State) "{s} is somewhere"
  when s in State
provision T.1 "Through a country"
  for each r: Raid
  requires somewhere(r.via)
provision T.2 "Through a country of a kind"
  for each r: Raid
  requires r.via in State
)",
                 R"(
rules: rules
entities: {State: {spain: Spain}}
facts:
  Raid: {raid: {via: unknown, date: 2000-01-01}}
)");
  CHECK(told.status("T.1", "2000-01-02") == "open");
  CHECK(told.status("T.2", "2000-01-02") == "open");
}

TEST_CASE("what always holds holds on a day that is not known") {
  evaluated told(R"(
instrument T "the Treaty"
entity State
event Raid "a raid"
  on: State
fact free(s: State) "{s} is free"
provision T.1 "On a free country"
  for each r: Raid
  requires free(r.on) at r.date
)",
                 R"(
rules: rules
entities: {State: {spain: Spain, sweden: Sweden}}
facts:
  free: [[spain], {s: sweden, from: 2000-01-01}]
  Raid:
    one: {on: spain, date: unknown, effective: 2000-01-01}
)");
  CHECK(told.status("T.1", "2000-01-02") == "satisfied");
}

TEST_CASE("what a provision establishes without a beginning or an end is established on a day that is not known") {
  evaluated told(R"(
instrument T "the Treaty"
entity State
event Raid "a raid"
  on: State
  due: Date
fact bound(s: State) "{s} is bound"
provision T.1 "All are bound"
  for each s: State
  then bound(s)
provision T.2 "On one that is bound"
  for each r: Raid
  requires bound(r.on) at r.due
provision T.3 "On one that is not"
  for each r: Raid
  requires (not bound(r.on)) at r.due
)",
                 R"(
rules: rules
entities: {State: {spain: Spain}}
facts:
  Raid: {raid: {on: spain, date: 2000-01-01}}
)");
  CHECK(told.status("T.2", "2000-01-02") == "satisfied");
  CHECK(told.status("T.3", "2000-01-02") == "violated");
}

}  // namespace
}  // namespace casus::test
