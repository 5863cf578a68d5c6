#include "said.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using casus::test::said;

TEST_CASE("a variable is known in its own clause") {
  CHECK(said(R"(
entity State
event Attack "{by} attacks"
  by: State
fact party(s: State) "{s} is a party"
define odd(s: State) "{s} is odd"
  when (some a: Attack where a.by = s) and a.by = s
)") == R"(7:44 unbound-variable nothing binds `a` here
  7:14 `a` is bound here, for its own clause only
  help a variable is known inside the clause or the quantifier that binds it
)");
}

TEST_CASE("no variable hides another, but sibling clauses may reuse a name") {
  CHECK(said(R"(
entity State
event Attack "{by} attacks"
  by: State
individual russia: State "Russia"
define fine(s: State) "{s} is fine"
  when (some a: Attack where a.by = s) and some a: Attack where a.by = s
define odd(s: State, s: State) "{s} is odd"
  when some s: Attack where s.by = russia and some russia: State where russia = s.by
instrument I "a treaty"
provision I.1 "Twice"
  for each t: State, t: State
  when t = russia
)") == R"(8:22 name-hides-name `s` is bound already
  8:12 the other is bound here
  help give one of the two another name
9:13 name-hides-name `s` is bound already
  8:12 the other is bound here
  help give one of the two another name
9:52 name-hides-name the variable `russia` has the name of an individual
  5:12 declared here
  help give the variable another name
12:22 name-hides-name `t` is bound already
  12:12 the other is bound here
  help give one of the two another name
)");
}

TEST_CASE("variables that nothing mentions") {
  CHECK(said(R"(
entity State
event Attack "{by} attacks"
  by: State
fact party(s: State) "{s} is a party"
define odd(s: State, t: State) "{s} is odd"
  when party(s) and (some a: Attack) and no b: Attack where party(s)
define either(s: State, t: State) "{s} or {t}"
  when party(s)
define either(s: State, t: State) "{s} or {t}"
  when party(t)
instrument I "a treaty"
provision I.1 "Unused"
  for each s: State, t: State, u: State
  when party(s)
  overrides I.2 for the same u
provision I.2 "Used"
  for each u: State
  when party(u)
)") == R"(6:22 unused-variable `t` is bound and never mentioned
  help leave it out, or say what it has to do with the rest
7:45 unused-variable `b` is bound and never mentioned
  help leave it out, or say what it has to do with the rest
14:22 unused-variable `t` is bound and never mentioned
  help leave it out, or say what it has to do with the rest
)");
}

TEST_CASE("conjuncts that do not mention the variable before them") {
  CHECK(said(R"(
entity State
event Attack "{by} attacks"
  by: State
fact party(s: State) "{s} is a party"
define odd(s: State) "{s} is odd"
  when some a: Attack where a.by = s and party(s)
define odd_too(s: State) "{s} is odd"
  when every a: Attack where a.by = s and party(s) satisfies party(a.by) and party(s)
define fine(s: State) "{s} is fine"
  when (some a: Attack where a.by = s) and party(s)
define nested(s: State) "{s} is odd"
  when some a: Attack, t: State where a.by = s and party(t) and no b: Attack where b.by = s and a.by = t
)") == R"(7:42 loose-conjunct this says nothing of the variable bound before it
  7:13 bound here
  help a body runs to the end of its clause: put the quantifier last, or in parentheses
9:43 loose-conjunct this says nothing of the variable bound before it
  9:14 bound here
  help a body runs to the end of its clause: put the quantifier last, or in parentheses
9:78 loose-conjunct this says nothing of the variable bound before it
  9:14 bound here
  help a body runs to the end of its clause: put the quantifier last, or in parentheses
13:97 loose-conjunct this says nothing of the variable bound before it
  13:68 bound here
  help a body runs to the end of its clause: put the quantifier last, or in parentheses
)");
}

TEST_CASE("shared variables exist in every version") {
  CHECK(said(R"(
entity State
entity Organ
fact party(s: State) "{s} is a party"
instrument I "a treaty"
provision I.1 "Old"
  in force until 2000-01-01
  for each s: State
  when party(s)
provision I.1 "New"
  in force from 2000-01-01
  for each state: State
  when party(state)
provision I.2 "Overrides"
  for each s: State, t: State
  when party(s) and I.1 is violated for s = t, sate = t
  overrides I.3 for the same s, u
  overrides I.5 for the same s
provision I.6 "Overrides another"
  for each s: State
  when party(s)
  overrides I.1 for the same s
provision I.3 "Organs"
  for each s: Organ
  when I.1 is breached for state = s
question who "Who?"
  for each s: State
  arises when party(s)
  answered by I.3 for the same s, I.2 for the same t
)") == R"(16:41 shared-variable a version of `I.1` has no variable `s`
  10:11 that version is declared here
16:48 shared-variable `I.1` has no variable `sate`
  6:11 it is declared here
17:30 shared-variable `s` is of type `State` here and of type `Organ` in `I.3`
  24:12 `s` of `I.3` is bound here
17:33 shared-variable no `for each` here binds `u`
18:13 unknown-name no provision `I.5`
  help did you mean `I.1`?
22:30 shared-variable a version of `I.1` has no variable `s`
  10:11 that version is declared here
25:28 shared-variable a version of `I.1` has no variable `state`
  6:11 that version is declared here
25:36 type-mismatch `state` of `I.1` takes `State`, not `Organ`
29:32 shared-variable `s` is of type `State` here and of type `Organ` in `I.3`
  24:12 `s` of `I.3` is bound here
29:52 shared-variable no `for each` here binds `t`
)");
}

TEST_CASE("a declaration binds 1,024 variables in all and no more") {
  auto const rules = [](int quantified) {
    std::string text =
        "entity State\nfact party(s: State) \"{s} is a party\"\ndefine all(s: State) \"all\"\n  when party(s)\n";
    for (int i = 0; i < quantified; ++i) text += "    and (some t: State where party(t))\n";
    return text;
  };
  CHECK(said("too-large", rules(1023)).empty());
  CHECK(said("too-large", rules(1025)) ==
        "1028:15 too-large a provision, a define or a question binds at most 1024 variables in all\n"
        "  help give a part of the condition a name with a `define`\n");
}
