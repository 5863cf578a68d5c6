#include "said.hpp"

#include <doctest/doctest.h>

using casus::test::said;

TEST_CASE("a type that nothing declares") {
  CHECK(said(R"(
entity State
event Attack "{by} attacks with {means}"
  by: Stat
  means: Weapon
)") == R"(4:7 unknown-name no type named `Stat`
  help did you mean `State`?
5:10 unknown-name no type named `Weapon`
)");
}

TEST_CASE("a relation, an individual and a variable that nothing declares") {
  CHECK(said(R"(
entity State
fact party(s: State) "{s} is a party"
define member(s: State) "{s} is a member"
  when prty(s) and party(t) and party(russia)
)") == R"(5:8 unknown-name no fact or define named `prty`
  help did you mean `party`?
5:26 unknown-name nothing named `t` is known here
  help declare whom it names, `individual t: State "…"`, or bind it, `for each t: State`
5:39 unknown-name nothing named `russia` is known here
  help declare whom it names, `individual russia: State "…"`, or bind it, `for each russia: State`
)");
}

TEST_CASE("a name of another sort of thing") {
  CHECK(said(R"(
entity State
event Attack "{by} attacks"
  by: State
fact party(s: State) "{s} is a party"
define odd(s: State) "{s} is odd"
  when Attack(s) and party and party(State)
)") == R"(7:8 unknown-name `Attack` is an event, not a fact or a define
  3:7 declared here
  help ask whether there was one: `some x: Attack where …`
7:22 unknown-name `party` is a fact, not a term
  5:6 declared here
  help with what it is said of: `party(…)`
7:38 unknown-name `State` is an entity kind, not a term
  2:8 declared here
)");
}

TEST_CASE("an act and an event are written each in its way") {
  CHECK(said(R"(
entity State
event Attack "{by} attacks"
  by: State
act assist "{by} assists"
  by: State
define odd(s: State) "{s} is odd"
  when (some a: assist where a.by = s) and (some b: act Attack where b.by = s) and some c: act raid where c.by = s
)") == R"(8:17 type-mismatch `assist` is an act
  5:5 declared here
  help as a type it is written `act assist`
8:53 type-mismatch `Attack` is an event
  3:7 declared here
  help as a type it is written `Attack`
8:96 unknown-name no act named `raid`
)");
}

TEST_CASE("one name for two things") {
  CHECK(said(R"(
entity State
entity State
event State "it happens"
fact party(s: State, s: State) "{s} is a party"
act party "{by} acts"
  by: State
  by: State
enum Conduct { attack, raid, attack }
instrument I "a treaty"
instrument I "a treaty"
)") == R"(3:8 duplicate-name `State` is declared twice
  2:8 first declared here
4:7 duplicate-name `State` is declared as an entity kind and as an event
  2:8 first declared here
5:22 duplicate-name the parameter `s` is declared twice
  5:12 first declared here
6:5 duplicate-name `party` is declared as a fact and as an act
  5:6 first declared here
8:3 duplicate-name the field `by` is declared twice
  7:3 first declared here
9:30 duplicate-name `attack` is listed twice
  9:16 first listed here
11:12 duplicate-name `I` is declared twice
  10:12 first declared here
)");
}

TEST_CASE("alternatives of a define have the same parameters") {
  CHECK(said(R"(
entity State
fact party(s: State) "{s} is a party"
fact founder(s: State) "{s} is a founder"
define member(s: State) "{s} is a member"
  when party(s)
define member(s: State) "{s} is a member"
  when founder(s)
define member(t: State) "{t} is a member"
  when founder(t)
)") == R"(9:8 duplicate-name `member` is defined with other parameters than before
  5:8 first defined here
  help alternatives have the same parameters; another relation needs another name
)");
}

TEST_CASE("a define and a fact cannot share a name") {
  CHECK(said(R"(
entity State
fact party(s: State) "{s} is a party"
define party(s: State) "{s} is a party"
  when party(s)
)") == R"(4:8 duplicate-name `party` is declared as a fact and as a define
  3:6 first declared here
)");
}

TEST_CASE("names that the language or scenarios reserve") {
  CHECK(said(R"(
entity Date
entity State
event Attack "{by} attacks"
  by: State
  date: Date
fact share(s: State, value: State, until: State): Int "{s} bears {value}"
fact view(s: State) "{s} is viewed"
define law(s: State) "{s} is lawful"
  when view(s)
)") == R"(2:8 reserved-name `Date` is a type of the language
6:3 reserved-name `date` cannot name a field of an event
  help scenarios use the word themselves
7:22 reserved-name `value` cannot name a parameter of a fact
  help scenarios use the word themselves
7:36 reserved-name `until` cannot name a parameter of a fact
  help scenarios use the word themselves
8:6 reserved-name `view` is a key of a scenario's expectations and cannot name a fact
9:8 reserved-name `law` is a key of a scenario's expectations and cannot name a define
)");
}

TEST_CASE("a provision belongs to an instrument") {
  CHECK(said(R"(
instrument CST "a treaty"
entity State
fact party(s: State) "{s} is a party"
provision CTS.1 "Unknown instrument"
  for each s: State
  when party(s)
provision CST "No article"
  for each s: State
  when party(s)
)") == R"(5:11 unknown-name no instrument named `CTS`
  help did you mean `CST`?
8:11 unknown-name `CST` names an instrument and no article of it
  help a provision is called by its place: `CST.1`
)");
}

TEST_CASE("fields that do not exist") {
  CHECK(said(R"(
entity Actor
entity State : Actor
  capital: Text
entity Group : Actor
event Attack "{by} attacks"
  by: Actor
  conduct: Text
define odd(a: Attack) "{a} is odd"
  when a.by.capital = "Moscow" and a.conducts = "raid" and a.date.year = "2000" and a.day = a.date and a.by.name = "x"
)") == R"(10:13 unknown-field `Actor` has no field `capital`, only its kind `State` has
  4:3 the field is declared here
  help bind a variable of that kind: `some x: State where x = … and …`
10:38 unknown-field `Attack` has no field `conducts`
  6:7 `Attack` is declared here
  help did you mean `conduct`?
10:67 unknown-field `Date` has no fields, so no `year`
10:87 unknown-field `Attack` has no field `day`
  6:7 `Attack` is declared here
  help did you mean `date`?
10:109 unknown-field `Actor` has no field `name`
  2:8 `Actor` is declared here
)");
}

TEST_CASE("kinds in a circle") {
  CHECK(said(R"(
entity A : B
entity B : C
entity C : A
entity D : A
entity E : E
entity F : G
)") == R"(4:12 circular-kinds the kind `C` is a kind of itself
  2:12 through `A`
  3:12 through `B`
6:12 circular-kinds the kind `E` is a kind of itself
7:12 unknown-name no entity kind named `G`
)");
}

TEST_CASE("fields are inherited and set") {
  CHECK(said(R"(
entity Actor closed
  name: Text
entity State : Actor
  name: Text
  rank: Int = 3
  size: Int = "big"
  ally: State? = somewhere
  sum: Int = 3 + 4
individual russia: State "Russia" { name = "Russia", rank = "first", nam = "R", name = "Rossiya" }
individual un: Organisation "the United Nations"
)") == R"(5:3 duplicate-name `State` has the field `name` already, from a kind above it
  3:3 first declared here
7:15 type-mismatch field `size` of `State` takes `Int`, not `Text`
  7:3 `size` is declared here
8:18 unknown-name nothing named `somewhere` is known here
  help declare whom it names, `individual somewhere: State "…"`, or bind it, `for each somewhere: State`
9:14 type-mismatch a plain value must stand here
  help a number, a text, a date, a duration, a value of an enumeration or an individual
10:61 type-mismatch field `rank` of `State` takes `Int`, not `Text`
  6:3 `rank` is declared here
10:70 unknown-field `State` has no field `nam`
  4:8 `State` is declared here
  help did you mean `name`?
10:81 duplicate-name the field `name` is set twice
  10:44 first set here
11:16 unknown-name no entity kind named `Organisation`
)");
}

TEST_CASE("an interpretation has a default among its values") {
  CHECK(said(R"(
interpretation scope "How wide?" { narrow, wide } default wid
)") == R"(2:59 unknown-value `scope` has no value `wid`
  help did you mean `wide`?
)");
}
