// Declarations and their clauses, and the documentation that belongs to them.
#include "read.hpp"

#include <doctest/doctest.h>
#include <vector>

namespace {

using casus::test::model_of;

struct reading {
  char const* rules;
  char const* model;
};

void check(std::vector<reading> const& table) {
  for (reading const& each : table) {
    CAPTURE(each.rules);
    CHECK(model_of(each.rules) == each.model);
  }
}

}  // namespace

TEST_CASE("an empty file and a file of comments have no declarations") {
  check({{"", ""}, {"\n \t\r\n", ""}, {"# nothing\n# here", ""}, {"\xEF\xBB\xBF# a mark of bytes\n", ""}});
  CHECK(model_of("\xEF\xBB\xBF"
                 "enum E { a }") == "enum E {a}\n");
}

TEST_CASE("use, instruments") {
  check({
      {"use \"../kinds.casus\"", "use \"../kinds.casus\"\n"},
      {"instrument T \"A treaty\"", "instrument T \"A treaty\"\n"},
      {"instrument T \"A treaty\" signed 1992-05-15 in force from 1994-04-20 until 1999-04-20 in force from 2000-01-01",
       "instrument T \"A treaty\"\n  signed 1992-05-15\n  in force from 1994-04-20 until 1999-04-20\n"
       "  in force from 2000-01-01\n"},
      {"instrument T \"t\" in force through 1999-12-31", "instrument T \"t\"\n  in force until 2000-01-01 (through)\n"},
      {"instrument T \"t\" in force until 1999-12-31", "instrument T \"t\"\n  in force until 1999-12-31\n"},
  });
}

TEST_CASE("kinds, individuals, enumerations") {
  check({
      {"entity State", "entity State\n"},
      {"entity State : Actor closed", "entity State : Actor closed\n"},
      {"entity State closed: Bool", "entity State\n  closed: Bool\n"},
      {"entity State\n  name: Text\n  note: Text?\n  seats: Int = -3\n  days: Int = 3\n  months: Duration = 3 months",
       "entity State\n  name: Text\n  note: Text?\n  seats: Int = -3\n  days: Int = 3\n"
       "  months: Duration = (duration 3 0)\n"},
      {"individual x: Kind", "individual x: Kind \"\"\n"},
      {"individual x: Kind \"the X\" { name = \"x\", by = y, seats = 3 }",
       "individual x: Kind \"the X\"\n  name = \"x\"\n  by = y\n  seats = 3\n"},
      {"individual x: Kind { a = b }", "individual x: Kind \"\"\n  a = b\n"},
      {"enum E { a, b }", "enum E {a, b}\n"},
  });
}

TEST_CASE("events and acts take any word as a field name") {
  check({
      {"event Attack \"{by} attacks\"", "event Attack \"{by} attacks\"\n"},
      {"event Attack \"{by} attacks\"\n  by: Actor\n  from: State?\n  when: Date = 2014-01-01\n  event: act assist",
       "event Attack \"{by} attacks\"\n  by: Actor\n  from: State?\n  when: Date = 2014-01-01\n  event: act assist\n"},
      {"act assist \"{by} helps {to}\" by: State to: State",
       "act assist \"{by} helps {to}\"\n  by: State\n  to: State\n"},
  });
}

TEST_CASE("facts and defines") {
  check({
      {"fact emergency() \"now\"", "fact emergency() \"now\"\n"},
      {"fact party(s: State, to: Instrument) \"{s}\"", "fact party(s: State, to: Instrument) \"{s}\"\n"},
      {"fact share(s: State): Int \"{value}\"", "fact share(s: State): Int \"{value}\"\n"},
      {"fact citizen(p: Person) \"p\" unstated is unknown", "fact citizen(p: Person) \"p\" unstated is unknown\n"},
      {"define d(a: act assist, s: State) \"d\" when p(a) or q(s)",
       "define d(a: act assist, s: State) \"d\"\n  when (or p(a) q(s))\n"},
      {"define d() \"d\" when true", "define d() \"d\"\n  when true\n"},
  });
}

TEST_CASE("a provision with every clause") {
  CHECK(model_of(R"(
provision Charter.9bis.1 "All there is"
  in force from 2000-01-01 through 2009-12-31
  for each s: State, a: Attack
  judged at the later of a.date and 2001-01-01
  when p(s)
  unless q(s) as "an exception"
  unless r(s)
  requires t(s) as "one"
  requires u(s)
  then held(s, a) from a.date until a.date + 3 years
  then s must assist(a.against) from a.date by 2010-01-01 until a.date
  then s together must assist(a.against) from a.date within 30 days
  then s must not join(a)
  then a.by may leave() from a.date through 2003-01-01
  otherwise failed(s)
  overrides Other.1 for the same s, a from 2001-01-01 until 2002-01-01
  overrides all of Other.2
)") == R"(provision Charter.9bis.1 "All there is"
  in force from 2000-01-01 until 2010-01-01 (through)
  for each s: State, a: Attack
  judged at (later (field a date) 2001-01-01)
  when p(s)
  unless (as "an exception" q(s))
  unless r(s)
  requires (as "one" t(s))
  requires u(s)
  then held(s, a) from (field a date) until (+ (field a date) (duration 36 0))
  then s must assist((field a against)) by 2010-01-01 from (field a date) until (field a date)
  then s together must assist((field a against)) within (duration 0 30) from (field a date)
  then s must not join(a)
  then (field a by) may leave() from (field a date) through 2003-01-01
  otherwise failed(s)
  overrides Other.1 for the same s, a from 2001-01-01 until 2002-01-01
  overrides all of Other.2
)");
}

TEST_CASE("a provision may have no clauses, and an id without a path") {
  check({{"provision P \"p\"", "provision P \"p\"\n"},
         {"provision P.1.a_2.4bis \"p\" then x()", "provision P.1.a_2.4bis \"p\"\n  then x()\n"}});
}

TEST_CASE("interpretations and questions") {
  check({
      {"interpretation i \"which?\" { a, b } default a", "interpretation i \"which?\" {a, b} default a\n"},
      {"question q \"who?\" arises when p()", "question q \"who?\"\n  arises when p()\n"},
      {"question q \"who?\"\n  for each p: Person, s: State\n  arises when x(p)\n"
       "  answered by A.1 for the same p, s, B.2 for the same s, C for the same p",
       "question q \"who?\"\n  for each p: Person, s: State\n  arises when x(p)\n"
       "  answered by A.1 for the same p, s\n  answered by B.2 for the same s\n  answered by C for the same p\n"},
  });
}

TEST_CASE("documentation belongs to what stands below it, or to the left of it") {
  CHECK(model_of(R"(
# A plain comment.

## The first line
##   and the second.
##
## After an empty one.
entity State ## and beside
  ## Above the field.
  name: Text   ## Beside it.
  seats: Int   # no documentation
  term: Duration  ## One.
entity Other
)") == R"(entity State
  ## The first line
  ##   and the second.
  ## 
  ## After an empty one.
  ## and beside
  name: Text
  ## Above the field.
  ## Beside it.
  seats: Int
  term: Duration
  ## One.
entity Other
)");
}

TEST_CASE("documentation may stand behind a mark of bytes") {
  CHECK(model_of("\xEF\xBB\xBF## A state.\nentity State\n") == "entity State\n  ## A state.\n");
}

TEST_CASE("documentation that belongs to nothing is pointed out") {
  CHECK(casus::test::said_of(
            "## Of the file.\n\nenum E { a }\nenum F { ## within\n a }\ndefine d() \"d\"\n  when x  ## y\n") ==
        "1:1-15 stray-documentation: the documentation comment belongs to no declaration and no field\n"
        "  help: it stands directly above one, or at the end of its line; a plain comment starts with one `#`\n"
        "7:11-4 stray-documentation: the documentation comment belongs to no declaration and no field\n"
        "  help: it stands directly above one, or at the end of its line; a plain comment starts with one `#`\n");
}
