#include "said.hpp"

#include <doctest/doctest.h>

using casus::test::said;

TEST_CASE("circles through negation") {
  CHECK(said(R"(
entity State
event Attack "{by} attacks"
  by: State
fact party(s: State) "{s} is a party"
fact left(s: State) "{s} has left"
define member(s: State) "{s} is a member"
  when party(s) and not left(s)
define quiet(s: State) "{s} is quiet"
  when every t: State where quiet(t) satisfies t = s
instrument I "a treaty"
provision I.1 "A circle through `not`"
  for each s: State
  when not member(s)
  then left(s)
)") == R"(8:25 not-stratified this runs in a circle through `not`: `member` → `left` → `I.1` → `member`
  8:25 `member` needs `left`, through `not`
  15:3 `left` needs `I.1`
  14:12 `I.1` needs `member`, through `not`
  help a circle may run through `and`, `or` and `some`, or through `before`, which asks about the day before
10:29 not-stratified this runs in a circle through `every`: `quiet` → `quiet`
  10:29 `quiet` needs `quiet`, through `every`
  help a circle may run through `and`, `or` and `some`, or through `before`, which asks about the day before
)");
}

TEST_CASE("the clauses that count as negation") {
  CHECK(said(R"(
entity State
fact a(s: State) "{s}"
fact b(s: State) "{s}"
fact c(s: State) "{s}"
fact d(s: State) "{s}"
fact e(s: State) "{s}"
instrument I "a treaty"
provision I.1 "unless"
  for each s: State
  when s != s
  unless a(s)
  then a(s)
provision I.2 "otherwise"
  for each s: State
  when b(s)
  requires c(s)
  otherwise c(s)
provision I.3 "is violated"
  for each s: State
  when s in State
  requires not d(s)
  then e(s)
define f(s: State) "{s}"
  when I.3 is violated for s = s
provision I.4 "closes the circle"
  for each s: State
  when f(s)
  then d(s)
)") == R"(12:10 not-stratified this runs in a circle through `unless`: `I.1` → `a` → `I.1`
  12:10 `I.1` needs `a`, through `unless`
  13:3 `a` needs `I.1`
  help a circle may run through `and`, `or` and `some`, or through `before`, which asks about the day before
18:3 not-stratified this runs in a circle through `otherwise`: `c` → `I.2` → `c`
  18:3 `c` needs `I.2`, through `otherwise`
  17:12 `I.2` needs `c`
  help a circle may run through `and`, `or` and `some`, or through `before`, which asks about the day before
22:16 not-stratified this runs in a circle through `not`: `I.3` → `d` → `I.4` → `f` → `I.3`
  22:16 `I.3` needs `d`, through `not`
  29:3 `d` needs `I.4`
  28:8 `I.4` needs `f`
  25:8 `f` needs `I.3`, through `is violated`
  help a circle may run through `and`, `or` and `some`, or through `before`, which asks about the day before
)");
}

TEST_CASE("a provision that is judged at a date reads through `at`") {
  CHECK(said(R"(
entity State
event Exit "{by} leaves"
  by: State
fact out(s: State) "{s} is out"
instrument I "a treaty"
provision I.1 "Judged"
  for each x: Exit
  judged at x.date
  when out(x.by)
  then out(x.by) from x.date
)") == R"(10:8 not-stratified this runs in a circle through `judged at`: `I.1` → `out` → `I.1`
  10:8 `I.1` needs `out`, through `judged at`
  11:3 `out` needs `I.1`
  help a circle may run through `and`, `or` and `some`, or through `before`, which asks about the day before
)");
}

TEST_CASE("recursion through `and`, `or` and `some`") {
  CHECK(said(R"(
entity State
fact ally(s: State, t: State) "{s} is an ally of {t}"
define allied(s: State, t: State) "{s} is allied to {t}"
  when ally(s, t) or some u: State where allied(s, u) and allied(u, t)
)") == "");
}

TEST_CASE("recursion through `before`, also through negations") {
  CHECK(said(R"(
entity State
event Entry "{by} enters"
  by: State
fact party(s: State) "{s} is a party"
instrument I "a treaty"
provision I.1 "Who is not in may enter"
  for each x: Entry
  judged at x.date
  when not party(x.by) before x.date
  then party(x.by) from x.date
)") == "");
}

TEST_CASE("`before` and `at` in one circle") {
  CHECK(said(R"(
entity State
event Entry "{by} enters"
  by: State
fact party(s: State) "{s} is a party"
define seen(s: State, x: Entry) "{s} is seen by {x}"
  when (some t: State where party(t) and t = s) at x.date
instrument I "a treaty"
provision I.1 "x"
  for each s: State, x: Entry, y: Entry
  when seen(s, y) before x.date and x.by = s
  then party(s)
)") == R"(7:29 not-stratified this runs in a circle through `at` and `before`: `seen` → `party` → `I.1` → `seen`
  7:29 `seen` needs `party`, through `at`
  12:3 `party` needs `I.1`
  11:8 `I.1` needs `seen`, through `before`
  help only `before` goes back in time at every turn: ask with `before` here too
)");
}

TEST_CASE("a define that needs itself for ever new values") {
  CHECK(said(R"(
entity State
define counted(d: Date, s: State) "{s} is counted on {d}"
  when counted(d - 1 day, s)
)") == R"(3:16 not-enumerable `counted` needs itself, so its parameter `d` must have an end of values
  help pass the event or the thing that has the value instead
)");
}

TEST_CASE("overrides in a circle") {
  CHECK(said(R"(
entity State
fact party(s: State) "{s} is a party"
instrument I "a treaty"
provision I.1 "One"
  for each s: State
  when party(s)
  overrides I.2 for the same s
provision I.2 "Two"
  for each s: State
  when party(s)
  overrides all of I.3
provision I.3 "Three"
  for each s: State
  when party(s)
  overrides I.1 for the same s
provision I.4 "Itself"
  for each s: State
  when party(s)
  overrides I.4 for the same s
)") == R"(8:3 circular-override these override one another in a circle: `I.1` → `I.2` → `I.3` → `I.1`
  8:3 `I.1` overrides `I.2`
  12:3 `I.2` overrides `I.3`
  16:3 `I.3` overrides `I.1`
  help say in one place which of them gives way
20:3 circular-override these override one another in a circle: `I.4` → `I.4`
  20:3 `I.4` overrides `I.4`
  help say in one place which of them gives way
)");
}
