#include "evaluated.hpp"

#include <doctest/doctest.h>

namespace casus::test {
namespace {

constexpr std::string_view rules = R"(
instrument T "the Treaty"
entity State closed
event Raid "a raid on {on}"
  on: State
  mild: Bool = false
act aid "{by} helps {to}"
  by: State
  to: State
fact ally(s: State) "{s} is an ally"
provision T.1 "The allies help"
  for each r: Raid, s: State
  judged at r.date
  when ally(s) and not r.mild
  then s together must aid(r.on) from r.date
)";

TEST_CASE("help by an ally that may not be bound may have fulfilled the duty of all") {
  evaluated told(rules, R"(
rules: rules
entities: {State: {spain: Spain, sweden: Sweden, poland: Poland}}
facts:
  ally:
    - {s: sweden}
    - {s: spain, holds: unknown}
  Raid: {raid: {on: poland, date: 2000-01-01}}
  aid: {help: {by: spain, to: poland, date: 2000-01-02}}
)");
  CHECK(told.norms("T.1", "2000-01-01") == "outstanding, open");
  CHECK(told.norms("T.1", "2000-01-02") == "open, open");
}

TEST_CASE("help by one who owes it to a country that is not known may have fulfilled the duty of all") {
  evaluated told(R"(
instrument T "the Treaty"
entity State closed
event Vow "{by} vows to help {whom}"
  by: State
  whom: State
act aid "{by} helps {to}"
  by: State
  to: State
provision T.1 "Those who vow to help the same country help it together"
  for each v: Vow
  judged at v.date
  then v.by together must aid(v.whom) from v.date
)",
                 R"(
rules: rules
entities: {State: {spain: Spain, sweden: Sweden, norway: Norway}}
facts:
  Vow:
    one: {by: sweden, whom: spain, date: 2000-01-01}
    other: {by: norway, whom: unknown, date: 2000-01-01}
  aid: {help: {by: norway, to: spain, date: 2000-01-02}}
)");
  CHECK(told.norms("T.1", "2000-01-01") == "outstanding, outstanding");
  CHECK(told.norms("T.1", "2000-01-02") == "open, open");
}

}  // namespace
}  // namespace casus::test
