#include "said.hpp"

#include <doctest/doctest.h>

using casus::test::said;

TEST_CASE("`now` stands alone on one side of a comparison") {
  CHECK(said(R"(
entity State
event Attack "{by} attacks"
  by: State
fact party(s: State) "{s} is a party"
define fine(a: Attack) "{a} is fine"
  when now >= a.date + 3 years and a.date < now and (now > a.date) at a.date + 1 day
define odd(a: Attack) "{a} is odd"
  when a.date + 3 days >= now + 1 day and now in {a.date} and (some b: Attack where b.date = the later of now and a.date)
   and (party(a.by) at now) and party(a.by) before (first b: Attack by b.date where b.date < now).date
)") == R"(9:27 misplaced-now `now` stands only in comparisons, alone on one side of them
  help move the rest to the other side: `now >= x.date + 3 years`
9:43 misplaced-now `now` stands only in comparisons, alone on one side of them
  help move the rest to the other side: `now >= x.date + 3 years`
9:107 misplaced-now `now` stands only in comparisons, alone on one side of them
  help move the rest to the other side: `now >= x.date + 3 years`
10:24 misplaced-now `now` has no place in the date of `at`
  help what holds now needs no `at`
10:94 misplaced-now `now` has no place in the date of `before`
  help name the date of an event
)");
}

TEST_CASE("a provision judged at a date knows no `now`") {
  CHECK(said(R"(
entity State
event Attack "{by} attacks"
  by: State
fact party(s: State) "{s} is a party"
fact warned(s: State) "{s} is warned"
instrument I "a treaty"
provision I.1 "Judged"
  for each a: Attack
  judged at a.date
  when party(a.by) and now > 2000-01-01
  then warned(a.by) from a.date until (first b: Attack by b.date where b.date <= now).date
provision I.2 "Afresh"
  for each s: State
  when party(s) and now > 2000-01-01
)") == R"(11:24 misplaced-now `now` has no place in a provision that is judged at a date
  help everything is read on the day of judgment; name that date instead
12:82 misplaced-now `now` has no place in a provision that is judged at a date
  help everything is read on the day of judgment; name that date instead
)");
}
