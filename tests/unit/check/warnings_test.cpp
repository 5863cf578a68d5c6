#include "said.hpp"

#include <doctest/doctest.h>

using casus::test::said;

TEST_CASE("what begins at a date is judged once") {
  CHECK(said(R"(
entity State
event Attack "{by} attacks"
  by: State
fact warned(s: State) "{s} is warned"
fact heeded(s: State) "{s} is heeded"
instrument I "a treaty"
provision I.1 "Afresh"
  for each a: Attack
  when not heeded(a.by)
  then warned(a.by) from a.date
)") == R"(11:26 from-without-judged-at this begins at a date, but the provision is judged afresh on every day
  help say once and for all when it is judged: `judged at DATE`
)");
}

TEST_CASE("what begins before its events are visible") {
  CHECK(said(R"(
entity State
event Attack "{by} attacks"
  by: State
  starts: Date
  gap: Duration
event Appeal "{by} appeals"
  by: State
fact party(s: State) "{s} is a party"
fact warned(s: State) "{s} is warned"
instrument I "a treaty"
provision I.1 "Fine"
  for each a: Attack, n: Appeal
  judged at the later of a.date and n.date
  when a.by = n.by and party(a.by)
  then warned(a.by) from the later of a.date and n.date
  then warned(a.by) from a.effective + 3 days
  then warned(a.by) from a.date + a.gap + 1 day
  then warned(a.by) from the later of a.date and a.starts
  then warned(a.by) from the earlier of a.date and n.effective
  then warned(a.by)
provision I.2 "Odd"
  for each a: Attack, n: Appeal
  judged at a.date
  when a.by = n.by and party(a.by)
  then warned(a.by) from a.date - 3 days
  then warned(a.by) from a.starts
  then warned(a.by) from 2000-01-01
  then warned(a.by) from the earlier of a.date and a.starts
  then warned(a.by) from a.known
)") == R"(26:26 from-before-visible this may begin before the events that bring it about are visible
  help begin with the day of judgment at the earliest: `the later of a.date and a.date - 3 days`
27:26 from-before-visible this may begin before the events that bring it about are visible
  help begin with the day of judgment at the earliest: `the later of a.date and a.starts`
28:26 from-before-visible this may begin before the events that bring it about are visible
  help begin with the day of judgment at the earliest: `the later of a.date and 2000-01-01`
29:26 from-before-visible this may begin before the events that bring it about are visible
  help begin with the day of judgment at the earliest: `the later of a.date and the earlier of a.date and a.starts`
30:26 from-before-visible this may begin before the events that bring it about are visible
  help begin with the day of judgment at the earliest: `the later of a.date and a.known`
)");
}

TEST_CASE("requirements after the day of judgment") {
  CHECK(said(R"(
entity State
event Attack "{by} attacks"
  by: State
event Appeal "{by} appeals"
  by: State
fact party(s: State) "{s} is a party"
instrument I "a treaty"
provision I.1 "Requirements"
  for each a: Attack
  judged at a.date
  when party(a.by)
  requires some n: Appeal where n.by = a.by and n.date > a.date
  requires some n: Appeal where n.by = a.by and a.date + 3 days < n.effective
  requires some n: Appeal where n.by = a.by and n.date >= a.date
  requires (some n: Appeal where n.by = a.by and n.date > a.date) at a.date + 30 days
)") == R"(13:49 late-requirement this asks for an event after the day of judgment, and none is visible on that day
  11:13 the day of judgment
  help what is to be done afterwards is a duty: `then x must …`
14:49 late-requirement this asks for an event after the day of judgment, and none is visible on that day
  11:13 the day of judgment
  help what is to be done afterwards is a duty: `then x must …`
)");
}

TEST_CASE("conditions that cannot vary") {
  CHECK(said(R"(
entity State
event Attack "{by} attacks"
  by: State
  note: Text?
fact party(s: State) "{s} is a party"
define odd(a: Attack) "{a} is odd"
  when true and (a.by in State) and (3 = 4) and a.by = a.by and a.note is given and a.by is given and party(a.by)
define always(s: State) "{s}"
  when party(s) or not false
)") == R"(8:8 constant-condition this is always true
  help a condition should depend on the facts
8:18 constant-condition this is always true: it is declared to be of kind `State`
8:38 constant-condition this compares two fixed values, so the facts make no difference to it
8:49 constant-condition both sides of this are the same, so the facts make no difference to it
8:85 constant-condition this is always given: it is not declared as optional
  help an optional field has a `?` after its type
10:24 constant-condition this is always false
  help a condition should depend on the facts
)");
}

TEST_CASE("conditions that no scenario of the types could meet") {
  CHECK(
      said(R"(
entity Actor
entity State : Actor
entity Group : Actor
entity Organ
enum Conduct { attack, raid }
event Attack "{by} attacks"
  by: Actor
  conduct: Conduct
fact party(s: State) "{s} is a party"
instrument I "a treaty"
provision I.1 "A state and a group"
  for each a: Attack
  when party(a.by) and a.by in Group
provision I.2 "Neither"
  for each a: Attack
  when a.by in Organ
  requires a.conduct = attack and (a.conduct = raid as "a raid")
define odd(a: Attack) "{a} is odd"
  when a.conduct = attack and a.conduct != attack
define part(a: Attack) "{a} is partly odd"
  when party(a.by) or (a.by in Group and (a.by in State) at a.date)
define fine(a: Attack) "{a} is fine"
  when a.by in Group and not a.by in State and (a.conduct = attack or a.conduct = raid)
)") ==
      R"(14:24 impossible-provision the condition of `I.1` can never hold: `a.by` would have to be of kind `State` and of kind `Group`
  14:14 the other condition
17:8 impossible-provision the condition of `I.2` can never hold: no `Actor` is of kind `Organ`
18:36 constant-condition this can never hold: `a.conduct` would have to be `attack` and `raid`
  18:12 the other condition
20:31 impossible-provision `odd` can never hold: `a.conduct` would have to be `attack` and not to be it
  20:8 the other condition
22:43 constant-condition this can never hold: `a.by` would have to be of kind `Group` and of kind `State`
  22:24 the other condition
)");
}

TEST_CASE("what no rule reads") {
  CHECK(said(R"(
entity Actor
  name: Text
entity State : Actor closed
  rank: Int
individual russia: State "Russia"
entity Organ
individual council: Organ "the Council"
enum Conduct { attack, raid }
enum Idle { resting, waiting }
event Attack "{by} attacks, {conduct}"
  by: State
  conduct: Conduct
  size: Int
event Silence "nobody speaks"
act assist "{by} assists"
  by: State
  to: State
  how: Text
act unowed "{by} does"
  by: State
fact party(s: State) "{s} is a party"
fact unread(s: State) "{s} is unread"
fact concluded(s: State) "{s} is concluded"
interpretation scope "How wide?" { narrow, wide } default wide
define never_used(s: State) "{s}"
  when party(s)
instrument I "a treaty"
provision I.1 "x"
  for each a: Attack
  judged at a.date
  when a.by.name = "x"
  then concluded(a.by) from a.date
  then a.by must assist(a.by) from a.date
)") == R"(5:3 never-read no rule reads the field `rank` of `State`
8:12 never-read no rule mentions the individual `council`
10:6 never-read nothing is of the enumeration `Idle`
14:3 never-read no rule reads the field `size` of `Attack`
15:7 never-read no rule ranges over the event `Silence`
19:3 never-read no rule reads the field `how` of `assist`
20:5 never-read no rule ranges over the act `unowed`
23:6 never-read no rule reads or establishes the fact `unread`
25:16 never-read no rule turns on the interpretation `scope`
)");
}

TEST_CASE("names that are easily confused") {
  CHECK(said(R"(
entity State
entity Statte
event Attack "{by} attacks {against} {againts} {step_1} {step_2}"
  by: State
  against: State
  againts: State
  step_1: Statte
  step_2: State
act attacked_by "{by}"
  by: State
fact attackedBy(s: State) "{s}"
fact attacked_me(s: State) "{s}"
fact member(s: State) "{s}"
fact members(s: State) "{s}"
enum Conduct { attack, atack, unrest, UNREST, other_1, other_2, sane, same }
individual russia: State "Russia"
individual rusisa: State "Russia"
define all(s: State, a: Attack, c: Conduct, b: act attacked_by) "{s} {a} {c} {b}"
  when attackedBy(s) and attacked_me(s) and member(s) and members(s) and (s = russia or s = rusisa) and a.by = b.by and c != unrest
)") == R"(3:8 near-identical-names `Statte` and `State` are easily taken for one another
  2:8 the other name
  help if one of them is a slip, correct it; else give them names further apart
7:3 near-identical-names `againts` and `against` are easily taken for one another
  6:3 the other name
  help if one of them is a slip, correct it; else give them names further apart
10:5 near-identical-names `attacked_by` and `attackedBy` are easily taken for one another
  12:6 the other name
  help if one of them is a slip, correct it; else give them names further apart
15:6 near-identical-names `members` and `member` are easily taken for one another
  14:6 the other name
  help if one of them is a slip, correct it; else give them names further apart
16:24 near-identical-names `atack` and `attack` are easily taken for one another
  16:16 the other name
  help if one of them is a slip, correct it; else give them names further apart
16:39 near-identical-names `UNREST` and `unrest` are easily taken for one another
  16:31 the other name
  help if one of them is a slip, correct it; else give them names further apart
18:12 near-identical-names `rusisa` and `russia` are easily taken for one another
  17:12 the other name
  help if one of them is a slip, correct it; else give them names further apart
)");
}
