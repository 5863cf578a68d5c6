#include "said.hpp"

#include <doctest/doctest.h>

using casus::test::said;

TEST_CASE("comparisons of what cannot be compared") {
  CHECK(said(R"(
entity State
entity Organ
enum Origin { external, internal }
event Attack "{by} attacks"
  by: State
  size: Int
  origin: Origin
define odd(a: Attack, s: State, o: Organ) "{a} is odd"
  when s = o and a.size < "big" and a.origin < external and a.date = a.size and s <= a.by
)") == R"(10:12 type-mismatch `Organ` cannot be compared with `State`
  10:8 this is of type `State`
10:27 type-mismatch `Text` cannot be compared with `Int`
  10:18 this is of type `Int`
10:37 type-mismatch `Origin` has no order, so `<` says nothing of it
  help numbers, dates, durations and texts have an order
10:70 type-mismatch `Int` cannot be compared with `Date`
  10:61 this is of type `Date`
10:81 type-mismatch `State` has no order, so `<=` says nothing of it
  help numbers, dates, durations and texts have an order
)");
}

TEST_CASE("related kinds may be compared and passed") {
  CHECK(said(R"(
entity Actor
entity State : Actor
  rank: Int
entity Group : Actor
event Attack "{by} attacks {on}"
  by: Actor
  on: State
fact party(s: State) "{s} is a party"
define fine(a: Attack) "{a} is fine"
  when party(a.by) and a.by = a.on and a.by in {a.on} and a.by in Group
)") == R"(4:3 never-read no rule reads the field `rank` of `State`
11:59 impossible-provision `fine` can never hold: `a.by` would have to be of kind `State` and of kind `Group`
  11:14 the other condition
)");
}

TEST_CASE("sums") {
  CHECK(said(R"(
entity State
event Attack "{by} attacks"
  by: State
  size: Int
  term: Duration
define fine(a: Attack) "{a} is fine"
  when a.date + a.term - 3 days > 2000-01-01 and a.term + 1 day > 3 days - a.term and a.size + 1 - 2 > 3
define odd(a: Attack) "{a} is odd"
  when a.date - a.date = 3 days and a.size + 3 days = 3 and a.term + a.date = a.date and a.date + a.date = a.date and a.date - 3 = a.date
)") == R"(10:8 type-mismatch dates cannot be taken from one another
  help compare one with the other and a duration: `a <= b + 30 days`
10:37 type-mismatch `Duration` cannot be added to `Int`
  help a duration is added to a date or a duration, a number to a number
10:70 type-mismatch `Date` cannot be added to `Duration`
  help a duration is added to a date or a duration, a number to a number
10:90 type-mismatch dates cannot be added
  help compare one with the other and a duration: `a <= b + 30 days`
10:128 type-mismatch `Int` cannot be taken from `Date`
  help a duration is added to a date or a duration, a number to a number
)");
}

TEST_CASE("a condition is no term and a term is no condition") {
  CHECK(said(R"(
entity State
event Attack "{by} attacks"
  by: State
  open: Bool
  size: Int
fact party(s: State) "{s} is a party"
fact ready(s: State): Bool "{s} is ready: {value}"
define fine(a: Attack) "{a} is fine"
  when a.open and ready(a.by) and a.open = true and ready(a.by) = false
define odd(a: Attack) "{a} is odd"
  when a.size and party(a.by) = true and (a.size = 3) = a.open and not a.by and ready(party(a.by))
)") == R"(12:8 type-mismatch a condition must stand here, not a term of type `Int`
12:19 type-mismatch a term must stand here, not a condition
12:43 type-mismatch a term must stand here, not a condition
12:72 type-mismatch a condition must stand here, not a term of type `State`
12:87 type-mismatch a term must stand here, not a condition
)");
}

TEST_CASE("arguments are counted and typed") {
  CHECK(said(R"(
entity State
entity Organ
fact citizen(s: State, o: Organ) "{s} {o}"
fact idle() "nothing is done"
define odd(s: State, o: Organ) "{s} {o}"
  when citizen(s) and citizen(o, s) and citizen(s, o, o) and idle() and idle(s)
)") == R"(7:8 argument-count `citizen` takes 2 arguments, not 1
  4:6 declared here
7:31 type-mismatch argument `s` of `citizen` takes `State`, not `Organ`
7:34 type-mismatch argument `o` of `citizen` takes `Organ`, not `State`
7:41 argument-count `citizen` takes 2 arguments, not 3
  4:6 declared here
7:73 argument-count `idle` takes 0 arguments, not 1
  5:6 declared here
)");
}

TEST_CASE("values of an enumeration are read by the type of their place") {
  CHECK(said(R"(
entity State
enum Origin { external, internal }
enum Side { external, home }
event Attack "{by} attacks"
  by: State
  origin: Origin
  side: Side
fact from_there(s: State, o: Origin) "{s} {o}"
define fine(a: Attack) "{a} is fine"
  when a.origin = external and external = a.side and a.origin in {external, internal} and from_there(a.by, external)
define odd(a: Attack) "{a} is odd"
  when a.origin = extrnal and a.side = internal and from_there(a.by, home) and a.date = home and external = external
)") == R"(13:19 unknown-value `Origin` has no value `extrnal`
  3:6 `Origin` is declared here
  help did you mean `external`?
13:40 unknown-value `Side` has no value `internal`
  4:6 `Side` is declared here
  help did you mean `external`?
13:70 unknown-value `Origin` has no value `home`
  3:6 `Origin` is declared here
13:89 type-mismatch `Side` cannot be compared with `Date`
  13:80 this is of type `Date`
13:98 ambiguous-value `external` is a value of `Origin` and of `Side`
  help compare it with something whose type tells which is meant
)");
}

TEST_CASE("a variable that is spelt like a value") {
  CHECK(said(R"(
entity State
enum Origin { external, internal }
event Attack "{by} attacks"
  by: State
  origin: Origin
define odd(external: Attack) "{external} is odd"
  when external.origin = external
)") == R"(8:26 ambiguous-value `external` is a variable here and a value of `Origin`
  7:12 the variable is bound here
  help give the variable another name
)");
}

TEST_CASE("readings of an interpretation are its values") {
  CHECK(said(R"(
entity State
fact party(s: State) "{s} is a party"
interpretation scope "How wide?" { narrow, wide } default wide
define fine(s: State) "{s} is fine"
  when party(s) and (scope = narrow or wide = scope)
define odd(s: State) "{s} is odd"
  when party(s) and scope = broad
)") == R"(8:29 unknown-value `scope` has no value `broad`
  4:16 `scope` is declared here
)");
}

TEST_CASE("selections, counts and dates") {
  CHECK(said(R"(
entity State
  name: Text
event Attack "{by} attacks"
  by: State
fact party(s: State) "{s} is a party"
define fine(s: State, d: Date) "{s} is fine"
  when s = next t: State after s by t.name where party(t)
define fine_too(s: State, d: Date) "{s} is fine"
  when (count(a: Attack where a.by = s) > 3) and (first a: Attack by a.date where a.by = s).date < the later of d and 2000-01-01
define odd(s: State, d: Date) "{s} is odd"
  when s = (next t: State after d by t where party(t)) and d = (last a: Attack by a.date) and party(s) at s and party(s) before 3 days
)") == R"(12:33 type-mismatch `Date` does not stand among `State`
  12:18 `t` ranges over `State`
12:38 type-mismatch `by` takes something with an order, not `State`
  help numbers, dates, durations and texts have an order
12:65 type-mismatch `Attack` cannot be compared with `Date`
  12:60 this is of type `Date`
12:107 type-mismatch `at` takes `Date`, not `State`
12:129 type-mismatch `before` takes `Date`, not `Duration`
)");
}

TEST_CASE("`in` asks for an entity kind") {
  CHECK(said(R"(
entity State
event Attack "{by} attacks"
  by: State
define odd(a: Attack) "{a} is odd"
  when a in State and a.by in Attack and a.by in Stat
)") == R"(6:8 type-mismatch `Attack` is of no entity kind
  6:13 `State` is an entity kind
6:31 type-mismatch `in` asks for an entity kind, and `Attack` is none
6:50 unknown-name no type named `Stat`
  help did you mean `State`?
)");
}

TEST_CASE("what variables can range over") {
  CHECK(said(R"(
entity State
fact share(s: State, n: Int) "{s} {n}"
instrument I "a treaty"
provision I.1 "An endless provision"
  for each d: Date, s: State
  when (some n: Int where share(s, n)) and count(t: Text where t = "x") > 1
)") == R"(6:15 not-enumerable `d` cannot range over `Date`, which has no end of values
  help range over the events or things that have such a value
7:17 not-enumerable `n` cannot range over `Int`, which has no end of values
  help range over the events or things that have such a value
7:53 not-enumerable `t` cannot range over `Text`, which has no end of values
  help range over the events or things that have such a value
)");
}

TEST_CASE("one mistake is reported once") {
  CHECK(said(R"(
entity State
event Attack "{by} attacks"
  by: Stat
  on: State
define odd(a: Attack) "{a} is odd"
  when a.by = a.on and a.by.name = "x" and unheard_of(whatever) and a.missing = nowhere
)") == R"(4:7 unknown-name no type named `Stat`
  help did you mean `State`?
7:44 unknown-name no fact or define named `unheard_of`
7:71 unknown-field `Attack` has no field `missing`
  3:7 `Attack` is declared here
  help its fields are by, on
)");
}
