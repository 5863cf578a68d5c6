#include "said.hpp"

#include <doctest/doctest.h>

using casus::test::said;

TEST_CASE("versions that overlap") {
  CHECK(said(R"(
entity State
fact party(s: State) "{s} is a party"
instrument I "a treaty"
provision I.1 "Third"
  in force from 2010-01-01
  for each s: State
  when party(s)
provision I.1 "First"
  in force through 2000-01-01
  for each s: State
  when party(s)
provision I.1 "Second"
  in force from 2000-01-01 until 2010-01-01
  for each s: State
  when party(s)
provision I.2 "Always"
  for each s: State
  when party(s)
provision I.2 "Always again"
  for each s: State
  when party(s)
)") == R"(14:3 overlapping-versions two versions of `I.1` are in force on 2000-01-01
  10:3 the other version is in force here
  help say when each is in force: `in force from DATE until DATE`
20:11 overlapping-versions two versions of `I.2` are in force on the same days
  17:11 the other version is in force here
  help say when each is in force: `in force from DATE until DATE`
)");
}

TEST_CASE("versions judged at different dates") {
  CHECK(said(R"(
entity State
event Attack "{by} attacks"
  by: State
fact party(s: State) "{s} is a party"
instrument I "a treaty"
provision I.1 "First"
  in force until 2000-01-01
  for each a: Attack
  judged at a.date
  when party(a.by)
provision I.1 "Second"
  in force from 2000-01-01 until 2010-01-01
  for each a: Attack
  judged at a.date + 1 day
  when party(a.by)
provision I.2 "First"
  in force until 2000-01-01
  for each a: Attack
  judged at a.date
  when party(a.by)
provision I.2 "Second"
  in force from 2000-01-01
  for each a: Attack
  when party(a.by)
)") == R"(15:13 uneven-versions this version of `I.1` is judged at `a.date + 1 day`, an earlier one at `a.date`
  10:13 the earlier version
  help an instance could meet both versions, or neither: judge all of them at the same date
22:11 uneven-versions this version of `I.2` is judged on every day, an earlier one at `a.date`
  20:13 the earlier version
  help an instance could meet both versions, or neither: judge all of them at the same date
)");
}

TEST_CASE("periods") {
  CHECK(said(R"(
entity State
fact party(s: State) "{s} is a party"
instrument I "a treaty"
  signed 2001-01-01
  in force from 2000-01-01 until 2010-01-01
instrument J "a treaty"
  in force from 2015-01-01 until 2014-01-01
  in force from 2000-01-01 until 2000-01-01
provision I.1 "Before its instrument"
  in force until 2000-01-01
  for each s: State
  when party(s)
provision I.2 "Backwards"
  in force from 2005-01-01 through 2004-01-01
  for each s: State
  when party(s)
provision I.3 "One day"
  in force from 2005-01-01 through 2005-01-01
  for each s: State
  when party(s)
)") == R"(6:3 signed-after-in-force `I` is in force before it is signed on 2001-01-01
  help one of the two dates may be a slip
8:3 empty-interval this period ends before it begins
  help `until` names the first day after the period, `through` its last day
9:3 empty-interval this period ends on the day it begins, so it has no day
  help `until` names the first day after the period, `through` its last day
11:3 impossible-provision `I.1` is never in force: its instrument `I` is not on any of these days
  6:3 `I` is in force here
15:3 empty-interval this period ends before it begins
)");
}

TEST_CASE("deadlines and ends") {
  CHECK(said(R"(
entity State
event Attack "{by} attacks"
  by: State
fact party(s: State) "{s} is a party"
fact warned(s: State) "{s} is warned"
act assist "{by} assists"
  by: State
instrument I "a treaty"
provision I.1 "Deadlines"
  for each a: Attack
  judged at a.date
  when party(a.by)
  then a.by must assist() from a.date by 2001-01-01
  then a.by must assist() from the later of a.date and 2001-01-01 by 2001-01-01 until 2000-01-01
  otherwise a.by must assist() from 2001-01-01 by 2000-12-31 until 2001-01-01
  otherwise warned(a.by) from 2001-01-01 through 2000-12-31
)") == R"(16:51 deadline-before-start this is due by 2000-12-31, before it begins
  16:37 it begins here
16:62 empty-interval this ends on the day it begins, so it has no day
  16:37 it begins here
  help `until` names the first day after, `through` the last day
17:42 empty-interval this ends before it begins
  17:31 it begins here
)");
}

TEST_CASE("what provisions establish") {
  CHECK(said(R"(
entity State
event Attack "{by} attacks"
  by: State
act assist "{by} assists {to}"
  by: State
  to: State
fact share(s: State): Int "{s} bears {value}"
fact party(s: State) "{s} is a party"
define member(s: State) "{s} is a member"
  when party(s)
instrument I "a treaty"
provision I.1 "Consequences"
  for each a: Attack
  judged at a.date
  when a.by in State
  then share(a.by)
  then member(a.by)
  then assist(a.by)
  then unheard(a.by)
  then party(a.by, a.by)
  then a.date must assist(a.date, a.by) from a.by within a.date
  then a.by must Attack() from a.date
  then a.by must asist() from a.date
)") == R"(17:8 not-establishable `share` has a value, and no provision establishes such a fact
  8:6 declared here
  help only scenarios state it
18:8 not-establishable a provision establishes facts, and `member` is a define
  10:8 declared here
  help declare a fact that is to hold: `fact …`
19:8 not-establishable a provision establishes facts, and `assist` is an act
  5:5 declared here
  help a duty says who must: `then x must …`
20:8 unknown-name no fact named `unheard`
21:8 argument-count `party` takes 1 argument, not 2
  9:6 declared here
22:8 type-mismatch field `by` of `assist` takes `State`, not `Date`
  6:3 `by` is declared here
22:20 argument-count `assist` takes 1 argument besides its actor, not 2
  5:5 declared here
22:27 type-mismatch field `to` of `assist` takes `State`, not `Date`
  7:3 `to` is declared here
22:46 type-mismatch `from` takes `Date`, not `State`
22:58 type-mismatch `within` takes `Duration`, not `Date`
  help `within` takes a length of time; the last day stands behind `by`: `by 2014-06-15`
23:18 unknown-name `Attack` is an event, not an act
  3:7 declared here
  help what can be owed or forbidden is declared as `act`
24:18 unknown-name no act named `asist`
  help did you mean `assist`?
)");
}

TEST_CASE("the first field of an act is its actor") {
  CHECK(said(R"(
entity State
act nothing "it is done"
act send "{what} is sent"
  what: Text
  by: State
act go "{by} goes"
  by: State
)") == R"(3:5 not-an-actor the act `nothing` has no actor
  help its first field is who acts: `by: State`
5:9 not-an-actor the first field of the act `send` is who acts, and `Text` cannot act
  help put a field first that is of an entity kind
)");
}

TEST_CASE("readings name what there is") {
  CHECK(said(R"(
entity State
event Attack "{by} attacks on {date}, known {known}"
  by: State
act go "{by} goes {tow} and {to"
  by: State
  to: State
fact share(s: State): Int "{s} bears {value} of {all}"
define fine(s: State) "{value}, with \"{s}\" and {t}"
  when share(s) = 1
)") == R"(5:19 reading-text `go` has no `tow` to put in its reading
  help did you mean `to`?
5:29 reading-text this `{` has no `}` after it
8:49 reading-text `share` has no `all` to put in its reading
9:23 reading-text `fine` has no `t` to put in its reading
9:23 reading-text `fine` has no `value` to put in its reading
)");
}
