#include "loaded.hpp"

#include <doctest/doctest.h>

using casus::test::said;
using casus::test::told;

namespace {

// A raid and a reply to it, then what is given.
std::string with(std::string const& more) {
  return "scenario: Test\nfacts: {Attack: {raid: {by: csc, date: 2014-06-10}}, Reply: {r: {attack: raid, date: "
         "2014-06-12}}, "
         "party: [armenia]}\n" +
         more;
}

std::string views_told(std::string const& views) {
  std::string const all = told(with(views));
  return all.substr(all.find("view "));
}

}  // namespace

TEST_CASE("a view changes fields, dates and existence of events, and tells of its own") {
  CHECK(views_told(R"(views:
  theirs:
    says: organised from outside
    readings: {blocs: wide}
    facts:
      Attack:
        raid: {conduct: unknown, against: armenia, date: 2014-06-11}
        other: {against: armenia, date: 2014-06-13, by: unknown}
      Reply:
        r: false
        s: {attack: other, date: 2014-06-14}
      party: [{s: armenia, holds: unknown}]
      answers: [s]
)") == R"(view theirs "organised from outside"
  raid.conduct: unknown (left open by the account)
  raid.against: armenia
  raid on 2014-06-11, effective 2014-06-11
  r, holds false
event Attack other on 2014-06-13
  by: unknown (left open by the account)
  against: armenia
  conduct: unknown (left out)
  note: absent (by default)
  planned: false (by default)
  weight: unknown (left out)
  length: unknown (left out)
  ends: unknown (left out)
event Reply s on 2014-06-14
  attack: #2
fact party(armenia), holds unknown
fact answers(#3)
reading blocs: wide
)");
}

TEST_CASE("a day of effect of its own does not move with the date") {
  CHECK(told("facts: {Attack: {raid: {date: 2014-06-10, effective: 2014-06-20}}}\n"
             "views: {theirs: {facts: {Attack: {raid: {date: 2014-06-11}}}}}\n")
            .find("  raid on 2014-06-11\n") != std::string::npos);
}

TEST_CASE("what is wrong with views") {
  CHECK(said(with(R"(views:
  theirs:
    say: x
    entities: {}
    facts:
      Attack:
        riad: false
        raids: {conduct: unrest}
        raid: [x]
      Reply: {t: {attack: unrelated, date: 2014-01-01}}
      party: [armenia, {s: armenia, holds: false}]
    readings: {blocs: tall}
  ours: none
)")) == R"(5:5 unknown-key a view has no key `say`
  help did you mean `says`?
6:5 unknown-key a view has no key `entities`
  help name the entities of every account under the scenario's `entities:`
9:9 unknown-name there is no `riad` to deny, of `Attack`
  help did you mean `raid`?
10:9 missing-date the event `raids` has no date
  help did you mean `raid`?
11:15 wrong-shape `raid` takes a mapping of the event's fields, and this is a list
12:27 unknown-name `attack` takes an Attack, and there is none named `unrelated`
13:24 conflicting-facts two statements of `party(armenia)` disagree on the same day
  13:15 the other is here
  help give them intervals that do not meet
14:23 unknown-value `blocs` has no reading `tall`
  rules it is declared here
  help its readings are narrow, wide
15:9 wrong-shape the view `ours` is a mapping with `says`, `facts` and `readings`, and this is a word or text
)");
}

TEST_CASE("a view that nothing is expected of, where anything is expected") {
  CHECK(said(with("views: {theirs: {says: x}, ours: {says: y}}\n")) == "");
  CHECK(
      said(with("views: {theirs: {says: x}, ours: {says: y}}\nexpect: [{view: ours, CST.4: applies}]\n")) ==
      "3:9 unused-view nothing is expected of the view `theirs`\n  help add a block with `view: theirs` to `expect`\n");
}
