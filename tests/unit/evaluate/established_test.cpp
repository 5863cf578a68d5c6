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

}  // namespace
}  // namespace casus::test
