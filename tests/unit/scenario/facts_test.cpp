#include "loaded.hpp"

#include <doctest/doctest.h>

using casus::test::said_of_facts;
using casus::test::told_in_facts;

TEST_CASE("an event has its fields, by the types that are declared") {
  CHECK(told_in_facts(R"(
Attack:
  raid: {by: csc, against: armenia, conduct: unrest, note: no, planned: true, weight: -12,
         length: "1 year, 2 months and 3 days", ends: 2015-01-31, date: 2014-06-10}
)") == R"(event Attack raid on 2014-06-10
  by: csc
  against: armenia
  conduct: unrest
  note: "no"
  planned: true
  weight: -12
  length: 14 months + 3 days
  ends: 2015-01-31
)");
}

TEST_CASE("what is left out is the default, absent or unknown, and what is said to be unknown is told apart") {
  CHECK(told_in_facts(R"(
Attack:
  - {against: unknown, note: "unknown", date: unknown}
)") == R"(event Attack  on unknown
  by: unknown (left out)
  against: unknown (stated)
  conduct: unknown (left out)
  note: "unknown"
  planned: false (by default)
  weight: unknown (left out)
  length: unknown (left out)
  ends: unknown (left out)
)");
  CHECK(told_in_facts("Attack:\n  - {note: ~, date: 2014-06-10}\n").find("  note: absent\n") != std::string::npos);
}

TEST_CASE("an event may have a day of effect, a day from which it is known, and be in doubt") {
  CHECK(told_in_facts(R"(
assist:
  help: {by: russia, to: armenia, date: 2014-06-10, effective: 2014-06-12, known: 2020-01-01, holds: unknown}
  other: {by: russia, to: armenia, date: 2014-06-10, effective: unknown, holds: false}
)") == R"(event assist help on 2014-06-10, effective 2014-06-12, known 2020-01-01, holds unknown
  by: russia
  to: armenia
event assist other on 2014-06-10, effective unknown, holds false
  by: russia
  to: armenia
)");
}

TEST_CASE("events name one another, whatever their order") {
  CHECK(told_in_facts(R"(
answers: [first]
Reply:
  first: {attack: raid, date: 2014-06-12}
Attack:
  raid: {date: unknown}
)")
            .substr(0, 58) == "event Reply first on 2014-06-12\n  attack: raid\nevent Attac");
  CHECK(said_of_facts("Attack:\n  raid: {date: 2014-01-01}\nReply:\n  - {attack: riad, date: 2014-01-02}\n") ==
        "5:16 unknown-name `attack` takes an Attack, and there is none named `riad`\n  help did you mean `raid`?\n");
}

TEST_CASE("a fact is stated of its arguments, by name, by position, or alone") {
  CHECK(told_in_facts(R"(
party:
  - {s: armenia, from: 1994-04-20, until: 1999-04-20}
  - [russia]
  - georgia
neighbours:
  - [armenia, georgia]
  - {a: georgia, b: russia, holds: false, through: 2008-08-31, known: 2009-01-01}
share:
  - {s: russia, value: 50, from: unknown}
  - {s: armenia, value: unknown}
mobilised:
  - {}
)") == R"(fact party(armenia) from 1994-04-20 until 1999-04-20
fact party(russia)
fact party(georgia)
fact neighbours(armenia, georgia)
fact neighbours(georgia, russia) until 2008-09-01 known 2009-01-01, holds false
fact share(russia) = 50 from unknown
fact share(armenia) = unknown
fact mobilised()
)");
}

TEST_CASE("the last day of the calendar has no day after it") {
  CHECK(told_in_facts("party:\n  - {s: russia, through: 9999-12-31}\n") == "fact party(russia)\n");
}

TEST_CASE("an event without a date, and a date that does not exist") {
  CHECK(said_of_facts("Attack:\n  raid: {by: russia}\n  other:\n") ==
        "3:5 missing-date the event `raid` has no date\n  help write `date: unknown` where the day is not known\n"
        "4:5 missing-date the event `other` has no date\n  help write `date: unknown` where the day is not known\n");
  CHECK(
      said_of_facts("Attack:\n  - {by: russia}\n") ==
      "3:8 missing-date this event of `Attack` has no date\n  help write `date: unknown` where the day is not known\n");
  CHECK(said_of_facts("Attack:\n  raid: {date: 2014-02-30}\n") == "3:18 no-such-date there is no day 2014-02-30\n");
  CHECK(said_of_facts("Attack:\n  raid: {date: June 2014}\n") ==
        "3:18 wrong-value `date` takes a date, and this is `June 2014`\n"
        "  help write a date as year, month and day: 2014-06-15\n");
}

TEST_CASE("a value of another type") {
  CHECK(said_of_facts("Attack:\n  raid: {by: raiders, against: csc, conduct: armed, planned: yes, weight: 010, "
                      "length: 3, ends: [2014], note: {a: b}, date: 2014-06-10}\n") ==
        "3:16 unknown-name no entity named `raiders`\n"
        "  help things are named by the rules or under `entities:`\n"
        "3:34 type-mismatch `against` takes a State, and `csc` is an Organ\n"
        "  rules `csc` is named here\n"
        "3:48 unknown-value `conduct` takes a value of Conduct, and `armed` is none\n"
        "  rules `Conduct` is declared here\n"
        "  help its values are armed_attack, incursion, unrest\n"
        "3:64 wrong-value `planned` takes true or false, and this is `yes`\n"
        "  help write `true`, `false` or `unknown`\n"
        "3:77 wrong-value `weight` takes a whole number, and this is `010`\n"
        "  help leave out the zeros in front, which some readers of YAML take for octal\n"
        "3:90 wrong-value `length` takes a length of time, and this is `3`\n"
        "  help write numbers and units: 3 years, or 1 month and 2 days\n"
        "3:99 wrong-shape `ends` takes a date, and this is a list\n"
        "3:113 wrong-shape `note` takes a text, and this is a mapping\n");
  CHECK(said_of_facts("Attack:\n  - {by: \"unknown\", against: ~, weight: 99999999999999999999, date: 2014-06-10}\n") ==
        "3:12 unknown-name no entity named `unknown`\n"
        "  help things are named by the rules or under `entities:`\n"
        "3:32 wrong-value `against` takes a State, and here is nothing\n"
        "  help write `unknown` for what is not known\n"
        "3:43 too-large `99999999999999999999` is larger than a number can be\n");
}

TEST_CASE("an unknown kind, field or key, with the nearest that there is") {
  CHECK(
      said_of_facts("atack:\n  raid: {}\nAttack:\n  raid: {agianst: armenia, from: 2014-01-01, date: 2014-06-10}\n") ==
      "2:3 unknown-name no event, act or fact named `atack`\n  help did you mean `Attack`?\n"
      "5:12 unknown-field `Attack` has no field `agianst`\n  rules `Attack` is declared here\n"
      "  help did you mean `against`?\n"
      "5:30 misplaced-key an event has a day and no interval, so no `from`\n"
      "  help write `date:`, and `effective:` where it takes effect on another day\n");
  CHECK(said_of_facts("party:\n  - {s: armenia, form: 1992-05-15, date: 1992-05-15, value: 3}\n") ==
        "3:20 unknown-field `party` has no parameter `form`\n  rules `party` is declared here\n"
        "  help did you mean `from`?\n"
        "3:38 misplaced-key a fact holds over an interval, so no `date`\n  help write `from:`, and `until:` or "
        "`through:`\n"
        "3:56 misplaced-key `party` is a fact without a value\n  rules `party` is declared here\n");
  CHECK(said_of_facts("member:\n  - armenia\n") ==
        "2:3 not-a-fact `member` follows by rule, so a scenario cannot state it\n  rules `member` is defined here\n"
        "  help state the facts that its definition names\n");
}

TEST_CASE("the number of arguments") {
  CHECK(
      said_of_facts("neighbours:\n  - armenia\n  - [armenia, georgia, russia]\n  - {a: armenia}\n  -\n") ==
      "3:7 argument-count `neighbours` takes 2 arguments, and here is 1 given\n  rules `neighbours` is declared here\n"
      "4:7 argument-count `neighbours` takes 2 arguments, and here are 3 given\n  rules `neighbours` is declared here\n"
      "5:7 missing-field a statement of `neighbours` needs `b`: a State\n"
      "7:1 wrong-shape nothing is stated of `neighbours` here\n");
  CHECK(said_of_facts("share:\n  - [russia]\n") ==
        "3:7 missing-field a statement of `share` needs `value`: a whole number\n"
        "  help write `value: unknown` where it is not known\n");
  CHECK(said_of_facts("party:\n  - unknown\n") ==
        "3:7 wrong-value a statement of `party` is about known things, and `s` is unknown here\n"
        "  help state each that it may be, with `holds: unknown`\n");
}

TEST_CASE("an interval begins before it ends") {
  CHECK(said_of_facts("party:\n"
                      "  - {s: armenia, from: 2012-01-01, until: 2011-01-01}\n"
                      "  - {s: russia, from: 2012-01-01, until: 2012-01-01}\n"
                      "  - {s: georgia, from: 2012-01-01, through: 2012-01-01}\n"
                      "  - {s: georgia, until: 2011-01-01, through: 2010-01-01}\n") ==
        "3:45 empty-interval the interval ends before it begins\n  3:26 it begins here\n"
        "4:44 empty-interval the interval ends on the day on which it begins, and `until` leaves that day out\n"
        "  4:25 it begins here\n  help `through` includes its day\n"
        "6:39 misplaced-key an interval has one end, `until` or `through`\n  6:27 the other is here\n"
        "  help `until` leaves its day out, `through` includes it\n");
}

TEST_CASE("shapes") {
  CHECK(said_of_facts("Attack: raid\nparty: {s: armenia}\nReply: {attack: raid, date: 2014-01-01}\njoin: {a: [b]}\n") ==
        "2:11 wrong-shape `Attack` takes a mapping of ids to events, or a list of events, and this is a word or text\n"
        "3:10 wrong-shape `party` takes a list of statements, and this is a mapping\n"
        "  help write each statement as an item of a list: `- {…}`\n"
        "4:11 wrong-shape `Reply` takes events by their ids, and these are the fields of one\n"
        "  help put an id before the fields, or write the event as an item of a list: `- {…}`\n"
        "5:13 wrong-shape `a` takes a mapping of the event's fields, and this is a list\n");
}

TEST_CASE("two events of one kind do not share an id; two kinds may") {
  CHECK(casus::test::said("facts: {Attack: {raid: {date: 2014-06-10}}}\n",
                          {"facts: {Attack: {raid: {date: 2014-06-11}}, Reply: {raid: {date: 2014-06-11}}}\n"}) ==
        "1:18 duplicate-event there are two events `raid` of `Attack`\n  b1:1:18 the other is here\n"
        "  help give one of them another id\n");
  CHECK(said_of_facts("Attack:\n  unknown: {date: 2014-06-10}\n") ==
        "3:5 reserved-name `unknown` cannot be the id of an event\n"
        "  help scenarios use the word for what is not known\n");
}

TEST_CASE("an event that no rule looks at") {
  CHECK(said_of_facts("Idle:\n  - {what: x, date: 2014-06-10}\n") ==
        "2:3 unused-event no rule ranges over `Idle` or reads one\n  rules it is declared here\n");
}
