#include "evaluated.hpp"

#include <doctest/doctest.h>

namespace casus::test {
namespace {

TEST_CASE("an act on an unknown day may have breached a prohibition that has ended since") {
  evaluated told(R"(
instrument T "the Treaty"
entity State
act aid "{by} aids {to}"
  by: State
  to: State
fact neutral(s: State) "{s} is neutral"
provision T.1 "Neutrals do not help"
  for each s: State
  when neutral(s)
  then s must not aid() until 2000-02-02
)",
                 R"(
rules: rules
entities: {State: {spain: Spain}}
facts:
  neutral: [[spain]]
  aid: {help: {by: spain, to: spain, date: unknown}}
)");
  CHECK(told.norms("T.1", "2000-02-02") == "open");
}

TEST_CASE("an act with an effect before its day breaches nothing before its day") {
  evaluated told(R"(
instrument T "the Treaty"
entity State
act aid "{by} aids {to}"
  by: State
  to: State
provision T.1 "Nobody helps"
  for each s: State
  then s must not aid()
)",
                 R"(
rules: rules
entities: {State: {spain: Spain}}
facts:
  aid: {help: {by: spain, to: spain, date: 2000-02-02, effective: 2000-01-12}}
)");
  CHECK(told.norms("T.1", "2000-01-12") == "respected");
  CHECK(told.norms("T.1", "2000-02-02") == "breached");
}

TEST_CASE("an act of unknown date counts no earlier than its effect") {
  evaluated told(R"(
instrument T "the Treaty"
entity State
event Raid "a raid"
act aid "{by} aids {to}"
  by: State
  to: State
provision T.1 "All help within two days"
  for each r: Raid, s: State
  judged at r.date
  then s must aid() from r.date until r.date + 2 days
)",
                 R"(
rules: rules
entities: {State: {spain: Spain}}
facts:
  Raid: {raid: {date: 2000-01-12}}
  aid: {help: {by: spain, to: spain, date: unknown, effective: 2000-01-18}}
)");
  CHECK(told.norms("T.1", "2000-01-18") == "ended");
}

TEST_CASE("a prohibition judged afresh does not bind before its events are visible") {
  evaluated told(R"(
instrument T "the Treaty"
entity State
event Raid "a raid"
act aid "{by} aids {to}"
  by: State
  to: State
provision T.1 "Nobody helps after a raid"
  for each r: Raid, s: State
  then s must not aid()
)",
                 R"(
rules: rules
entities: {State: {spain: Spain}}
facts:
  Raid: {raid: {date: 2000-01-20}}
  aid: {help: {by: spain, to: spain, date: 2000-01-12}}
)");
  CHECK(told.norms("T.1", "2000-02-02") == "respected");
}

TEST_CASE("a prohibition does not reach back behind the day of its judgment") {
  evaluated told(R"(
instrument T "the Treaty"
entity State
event Raid "a raid"
act aid "{by} aids {to}"
  by: State
  to: State
provision T.1 "Nobody helps after a raid"
  for each r: Raid, s: State
  judged at the later of r.date and 2000-01-16
  then s must not aid() from r.date
)",
                 R"(
rules: rules
entities: {State: {spain: Spain}}
facts:
  Raid: {raid: {date: 2000-01-10}}
  aid: {help: {by: spain, to: spain, date: 2000-01-12}}
)");
  CHECK(told.norms("T.1", "2000-02-02") == "respected");
}

TEST_CASE("a permission lifts a prohibition for the acts that it speaks of, and for no others") {
  evaluated told(R"(
instrument T "the Treaty"
entity State
event Raid "{by} raids {to}"
  by: State
  to: State
act strike "{by} strikes {at}"
  by: State
  at: State
provision T.1 "Nobody strikes"
  for each s: State
  then s must not strike()
provision T.2 "Whoever is raided may strike back"
  for each r: Raid, s: State
  judged at r.date
  when r.to = s
  then s may strike(r.by) from r.date
  overrides T.1 for the same s
)",
                 R"(
rules: rules
entities: {State: {spain: Spain, france: France, malta: Malta}}
facts:
  Raid: {raid: {by: france, to: spain, date: 2000-01-10}}
  strike:
    back: {by: spain, at: france, date: 2000-01-12}
    astray: {by: spain, at: malta, date: 2000-01-14}
)");
  CHECK(told.norms("T.1", "2000-01-13") == "respected, respected, respected");
  CHECK(told.norms("T.1", "2000-01-14") == "breached, respected, respected");
}

}  // namespace
}  // namespace casus::test
