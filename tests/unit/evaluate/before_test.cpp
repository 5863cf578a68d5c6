#include "evaluated.hpp"

#include <doctest/doctest.h>

namespace casus::test {
namespace {

constexpr char const* rules = R"(
entity State
event Vote "a vote"
  on: State
fact founder(s: State) "{s} founded it"
fact seated(s: State) "{s} is seated"
provision T.1 "Who was seated stays so"
  for each s: State, v: Vote
  when v.on = s and not (seated(s) before v.date)
  then seated(s)
instrument T "the Treaty"
)";

TEST_CASE("a provision judged afresh that asks for its own answer on a later day ends with a message") {
  evaluated told(rules, R"(
rules: rules
entities: {State: {spain: Spain}}
facts:
  Vote: {vote: {on: spain, date: 2000-01-10, effective: 2000-01-01}}
)");
  CHECK(told.failure("2000-01-05") ==
        "this needs itself on 2000-01-09, which is no earlier than the day on which it is read");
}

TEST_CASE("a provision judged afresh may ask for its own answer on an earlier day") {
  evaluated told(rules, R"(
rules: rules
entities: {State: {spain: Spain}}
facts:
  Vote: {vote: {on: spain, date: 2000-01-10}}
)");
  CHECK(told.failure("2000-01-12") == "");
  CHECK(told.holds("seated", {"spain"}, "2000-01-09") == "no");
  CHECK(told.holds("seated", {"spain"}, "2000-01-12") == "yes");
}

}  // namespace
}  // namespace casus::test
