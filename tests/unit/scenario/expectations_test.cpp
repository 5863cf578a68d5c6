#include "loaded.hpp"

#include <doctest/doctest.h>

using casus::test::said;
using casus::test::told;

namespace {

std::string with(std::string const& more) {
  return "facts: {Attack: {raid: {by: csc, date: 2014-06-10}}, Reply: {r: {attack: raid, date: 2014-06-12}}}\n"
         "views: {theirs: {facts: {Attack: {other: {date: 2014-01-01}}}}}\n" +
         more;
}

std::string expected(std::string const& more) {
  std::string const all = told(with(more));
  return all.substr(all.find("expect"));
}

}  // namespace

TEST_CASE("an expectation says when, for whom and what") {
  CHECK(expected(R"(expect:
  - {at: 2014-06-11, view: theirs, law: 2011-01-01, known_by: 2020-01-01, readings: {blocs: wide}, CST.4: not in force}
  - law: {CST.4: 2011-01-01}
    CST.4: {status: applies, for: [{ally: russia, victim: armenia}, {r: r, victim: csc}], duty: not yet due,
            failing: [an armed attack], displaced_by: the ally attacks}
    CST.1: {only: []}
    end: {status: does not arise, for: [{s: russia}]}
    member: {status: holds, only: [armenia, [georgia], {s: russia}]}
    share: {status: unknown, for: [{s: russia, value: 3}]}
    conflicts: [{must: CST.4, must not: CST.1}]
  - {view: theirs, CST.4: {status: applies, for: [{a: other}, {a: raid}]}}
  - {conflicts: []}
)") == R"(expect at 2014-06-11 view theirs known_by 2020-01-01
reading blocs: wide
law 2011-01-01
  provision CST.4: not in force
expect
law of CST.4: 2011-01-01
  provision CST.4: applies
    for 2
      ally = russia victim = armenia
      r = r victim = csc
    duty not yet due
    failing
      "an armed attack"
    displaced by "the ally attacks"
  provision CST.1: 
    only 0
  question end: does not arise
    for 1
      s = russia
  relation member: holds
    only 3
      s = armenia
      s = georgia
      s = russia
  relation share: unknown
    for 1
      s = russia value = 3
  conflict of must CST.4 and must not CST.1
expect view theirs
  provision CST.4: applies
    for 2
      a = #2
      a = raid
expect
  no conflicts
)");
}

TEST_CASE("what is wrong with expectations") {
  CHECK(said(with(R"(expect:
  - {view: their, CST.44: applies, CST.4: aplies, member: applies, end: open}
  - CST.4: {status: applies, for: [{aly: russia, victim: unknown, a: other, r: x}, russia], dutty: x, duty: due,
            failing: [a plot], displaced_by: CST.11}
    member: {status: holds, duty: open, for: {s: armenia}, only: [[armenia, georgia], csc]}
    conflicts: [{must: CST.4}, {must: CST.44, must not: CST.1}, {may: CST.1, must: CST.4, must not: CST.4}, x]
  - CST.4
  - {view: theirs}
  - {CST.4: {}}
  - {}
)")) == R"(4:12 unknown-name the scenario has no view `their`
  help did you mean `theirs`?
4:19 unknown-name no provision, question, fact or define named `CST.44`
  help did you mean `CST.4`?
4:43 unknown-value `aplies` is not a status of a provision
  help did you mean `applies`?
4:59 unknown-value `applies` is not a status of a fact or a define
  help it is one of: holds, unknown, does not hold
4:73 unknown-value `open` is not a status of a question
  help it is one of: unanswered, undetermined, answered, does not arise
5:37 unknown-field `CST.4` has no variable `aly`
  help did you mean `ally`?
5:58 wrong-value `victim` stands for one thing, which is known
  help leave the variable out, and any value of it will do
5:70 unknown-name `a` takes an Attack, and there is none named `other`
5:80 unknown-name `r` takes a Reply, and there is none named `x`
5:84 wrong-shape an instance of `CST.4` is a mapping of its variables, and this is a word or text
5:93 unknown-key what is expected of a provision has no key `dutty`
  help did you mean `duty`?
5:109 unknown-value `due` is not a state of a duty, prohibition or permission
  help it is one of: not yet due, outstanding, fulfilled, breached, fulfilled late, ended, open, respected, lifted, permitted
6:46 unknown-value no exception of `CST.4` is called `CST.11`, nor is any provision
  help did you mean `CST.1`?
7:29 unknown-key what is expected of a fact or a define has no key `duty`
7:46 wrong-shape `for` takes a list of instances, and this is a mapping
  help write `[{…}]`, with one pair of braces for each
7:67 argument-count `member` takes 1 argument, and here are 2 given
  rules `member` is declared here
7:87 type-mismatch `s` takes a State, and `csc` is an Organ
  rules `csc` is named here
8:17 missing-field a conflict needs both `must` and `must not`
8:39 unknown-name no provision named `CST.44`
  help did you mean `CST.4`?
8:66 unknown-key a conflict has no key `may`
8:109 wrong-shape a conflict is a mapping of `must` and `must not` to provisions, and this is a word or text
9:5 wrong-shape what is expected is a mapping of provisions to their statuses, and this is a word or text
10:6 no-expectations this block names nothing that it expects
  help name a provision, a question or a fact and the status that it should have
11:6 no-expectations nothing is expected of `CST.4`
12:5 no-expectations this block names nothing that it expects
  help name a provision, a question or a fact and the status that it should have
)");
}
