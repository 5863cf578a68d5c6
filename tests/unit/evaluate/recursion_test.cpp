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

}  // namespace
}  // namespace casus::test
