#include "evaluated.hpp"

#include <doctest/doctest.h>

namespace casus::test {
namespace {

TEST_CASE("an event of the instance counts as visible for all that its condition ranges over") {
  evaluated told(R"(
instrument T "the Treaty"
entity State closed
event Raid "a raid"
event Call "a call"
  by: State
fact armed(s: State) "{s} is armed"
provision T.1 "A call by the armed"
  for each s: State, c: Call, r: Raid
  judged at r.date
  when some other: Call where armed(other.by)
)",
                 R"(
rules: rules
entities: {State: {spain: Spain}}
facts:
  armed: [[spain]]
  Raid: {raid: {date: 2000-01-13}}
  Call: {call: {date: 2000-02-02}}
)");
  CHECK(told.status("T.1", "2000-02-02") == "applies");
}

}  // namespace
}  // namespace casus::test
