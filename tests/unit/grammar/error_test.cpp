// What is said of a text that does not read as a rule file: exact words, exact places.
#include "read.hpp"

#include <doctest/doctest.h>
#include <vector>

namespace {

using casus::test::said_of;
using casus::test::said_of_condition;

struct mistake {
  char const* text;
  char const* said;
};

void check(std::vector<mistake> const& table, std::string (*say)(std::string const&)) {
  for (mistake const& each : table) {
    CAPTURE(each.text);
    CHECK(say(each.text) == std::string(each.said) + "\n");
  }
}

}  // namespace

TEST_CASE("mistakes in conditions") {
  check(
      {
          {"", "1:16-4 syntax: expected a condition after `when`, found the end of the file"},
          {"a b",
           "1:3-1 syntax: expected `and`, `or` or the next declaration after `a`, found `b`\n"
           "  help: the arguments of a relation stand in parentheses: `member(s)`"},
          {"a == b",
           "1:4-1 syntax: expected a term after `=`, found `=`\n"
           "  help: equality is written with one `=`"},
          {"a && b",
           "1:3-1 syntax: expected `and`, `or` or the next declaration after `a`, found `&`\n"
           "  help: write `and`"},
          {"a < b < c",
           "1:7-1 syntax: a second `<` stands beside the first without a connective\n"
           "  help: write both as conditions of their own, joined by `and`, or write parentheses"},
          {"a = b and", "1:7-3 syntax: expected a condition after `and`, found the end of the file"},
          {"a or and b", "1:6-3 syntax: expected a condition after `or`, found `and`"},
          {"a and b or c",
           "1:9-2 mixed-and-or: `and` and `or` stand side by side\n"
           "  help: write parentheses around what belongs together: `a and (b or c)`\n"
           "  note at 2:3: the other connective is here"},
          {"a or b and c and d",
           "1:8-3 mixed-and-or: `and` and `or` stand side by side\n"
           "  help: write parentheses around what belongs together: `a and (b or c)`\n"
           "  note at 2:3: the other connective is here"},
          {"(a and b", "1:8-1 syntax: expected `)` after `b`, found the end of the file"},
          {"a and b)", "1:8-1 syntax: expected `and`, `or` or the next declaration after `b`, found `)`"},
          {"member(s", "1:8-1 syntax: expected `)` after `s`, found the end of the file"},
          {"member(s,)", "1:10-1 syntax: expected a term after `,`, found `)`"},
          {"member s",
           "1:8-1 syntax: expected `and`, `or` or the next declaration after `member`, found `s`\n"
           "  help: the arguments of a relation stand in parentheses: `member(s)`"},
          {"x in", "1:3-2 syntax: expected a kind or a list of values in braces after `in`, found the end of the file"},
          {"x in {}", "1:7-1 syntax: expected a term after `{`, found `}`"},
          {"x not in {a}",
           "1:3-3 syntax: expected `and`, `or` or the next declaration after `x`, found `not`\n"
           "  help: write `not` before the whole condition: `not x in {a, b}`"},
          {"x is not given",
           "1:6-3 syntax: expected `given`, `violated` or `breached` after `is`, found `not`\n"
           "  help: write `not` before the whole condition: `not x.note is given`"},
          {"x is known", "1:6-5 syntax: expected `given`, `violated` or `breached` after `is`, found `known`"},
          {"x. = 3", "1:4-1 syntax: expected a field name after `x.`, found `=`"},
          {"x.4 = 3",
           "1:3-1 syntax: expected a field name after `.`, found `4`\n"
           "  help: an id of a provision stands before `is violated` or `is breached`; numbers are whole"},
          {"x = 3.5",
           "1:7-1 syntax: expected a field name after `.`, found `5`\n"
           "  help: an id of a provision stands before `is violated` or `is breached`; numbers are whole"},
          {"x = 3 parsecs",
           "1:7-7 syntax: expected `and`, `or` or the next declaration after `3`, found `parsecs`\n"
           "  help: a length of time is a number of years, months, weeks or days"},
          {"x = 99999999999999999999", "1:5-20 too-large: `99999999999999999999` is larger than a number can be"},
          {"x = 999999999 years", "1:5-15 too-large: `999999999` is more than a length of time can be"},
          {"x = 2014-02-30", "1:5-10 no-such-date: there is no day `2014-02-30` in the calendar"},
          {"x = 2014-6-15",
           "1:5-9 no-such-date: `2014-6-15` is not written as a date\n"
           "  help: a date is written year-month-day, with two digits for month and day: `2014-06-15`"},
          {"x = 0000-01-01", "1:5-10 no-such-date: there is no day `0000-01-01` in the calendar"},
          {"x = \"open", "1:5-5 syntax: the text has no closing quotation mark on its line"},
          {"x = \"C:\\dir\"",
           "1:8-1 syntax: a backslash in a text stands before something else than `\"` or `\\`\n"
           "  help: a backslash that is meant as one is written twice"},
          {"some x where p(x)", "1:8-5 syntax: expected `:` and a type after `x`, found `where`"},
          {"some by: T where p(x)",
           "1:6-2 syntax: expected a variable and its type after `some`, found `by`\n"
           "  help: `by` is a word of the language and cannot be a name here"},
          {"every x: T where p(x)",
           "1:21-1 syntax: expected `satisfies` after `)`, found the end of the file\n"
           "  help: what is true of each of them stands there: `every s: State where member(s) satisfies ready(s)`"},
          {"some x: T satisfies p(x)",
           "1:11-9 syntax: expected `and`, `or` or the next declaration after `T`, found `satisfies`\n"
           "  help: what `some` and `no` speak of stands after `where`; only `every` has a `satisfies`"},
          {"x = next s: State by s.name",
           "1:5-23 syntax: `next` stands without an `after`\n"
           "  help: after which one, and in the order of what: `next s: State after h.from by s.name`"},
          {"x = first s: State after y by s.name", "1:26-1 syntax: only `next` has an `after`"},
          {"x = first s: State where p(s)", "1:20-5 syntax: expected `by` after `State`, found `where`"},
          {"p() at", "1:5-2 syntax: expected a term after `at`, found the end of the file"},
          {"p() at d at e",
           "1:10-2 syntax: a second `at` stands beside the first without a connective\n"
           "  help: write both as conditions of their own, joined by `and`, or write parentheses"},
          {"the later of a or b", "1:16-2 syntax: expected `and` after `a`, found `or`"},
          {"x is given for a = b", "1:6-15 syntax: only `is violated` and `is breached` say for what"},
          {"p() is violated",
           "1:1-15 syntax: what is violated or breached is not a provision\n"
           "  help: a provision is named by its id: `Pact.4.2 is violated`"},
          {"(x)(y)",
           "1:4-3 syntax: arguments stand where no relation is named\n"
           "  help: only a fact or a define takes arguments: `member(s)`"},
          {"a as \"one\" and b",
           "1:12-3 syntax: expected `and`, `or` or the next declaration after `\"one\"`, found `and`\n"
           "  help: `as` ends its clause: words for a part of a condition stand inside its parentheses, `(… as "
           "\"words\")`"},
          {"a as b", "1:6-1 syntax: expected a text in quotation marks after `as`, found `b`"},
          {"\xC3\xA9t\xC3\xA9 = 1",
           "1:1-2 syntax: expected a condition after `when`, found `é`\n"
           "  help: names are written with the letters a to z, digits and `_`"},
          {"a; b",
           "1:2-1 syntax: expected `and`, `or` or the next declaration after `a`, found `;`\n"
           "  help: nothing ends a clause: the next one starts with its own word"},
          {"p(when)", "1:3-4 syntax: expected a term after `(`, found `when`"},
          {"count x: T", "1:7-1 syntax: expected `(` after `count`, found `x`"},
      },
      said_of_condition);
}

TEST_CASE("mistakes in declarations") {
  check(
      {
          {"factt p() \"p\"",
           "1:1-5 syntax: expected a declaration, found `factt`\n"
           "  help: did you mean `fact`?"},
          {"member(s)", "1:1-6 syntax: expected a declaration, found `member`"},
          {"fact", "1:1-4 syntax: expected a name after `fact`, found the end of the file"},
          {"fact by() \"p\"",
           "1:6-2 syntax: expected a name after `fact`, found `by`\n"
           "  help: `by` is a word of the language and cannot be a name here"},
          {"fact p \"p\"", "1:8-3 syntax: expected parameters in parentheses after `p`, found `\"p\"`"},
          {"fact p() Int \"p\"", "1:10-3 syntax: expected a text in quotation marks after `)`, found `Int`"},
          {"fact p(s) \"p\"", "1:9-1 syntax: expected `:` and a type after `s`, found `)`"},
          {"fact p(s: State", "1:11-5 syntax: expected `)` after `State`, found the end of the file"},
          {"fact p(s: State) \"p\" unstated is false", "1:34-5 syntax: expected `unknown` after `is`, found `false`"},
          {"define d(when: T) \"d\" when x",
           "1:10-4 syntax: expected a variable and its type after `(`, found `when`\n"
           "  help: `when` is a word of the language and cannot be a name here"},
          {"define d() \"d\"", "1:12-3 syntax: expected `when` after `\"d\"`, found the end of the file"},
          {"entity State\n  name Text",
           "2:3-4 syntax: expected a field or the next declaration after `State`, found `name`"},
          {"entity State\n  name: Text?\n  7",
           "3:3-1 syntax: expected a field or the next declaration after `?`, found `7`"},
          {"enum E {}", "1:9-1 syntax: expected a name after `{`, found `}`"},
          {"enum E a, b", "1:8-1 syntax: expected a list of names in braces after `E`, found `a`"},
          {"enum E { a b }", "1:12-1 syntax: expected `}` after `a`, found `b`"},
          {"individual x \"X\"", "1:14-3 syntax: expected `:` and a type after `x`, found `\"X\"`"},
          {"instrument T", "1:12-1 syntax: expected a text in quotation marks after `T`, found the end of the file"},
          {"instrument T \"t\" in force",
           "1:21-5 syntax: expected `from`, `until` or `through` and a date after `force`, found the end of the file"},
          {"instrument T \"t\" in force from yesterday",
           "1:32-9 syntax: expected a date after `from`, found `yesterday`\n"
           "  help: a date is written year-month-day: `2014-06-15`"},
          {"instrument T \"t\" in force until 2000-01-01 from 2001-01-01",
           "1:44-15 syntax: a period has one start and after it one end\n"
           "  help: write `in force from DATE until DATE`"},
          {"instrument T \"t\" signed 1992-02-30",
           "1:25-10 no-such-date: there is no day `1992-02-30` in the calendar"},
          {"event E\n  by: Actor", "2:3-2 syntax: expected a text in quotation marks after `E`, found `by`"},
          {"interpretation i \"?\" { a, b }", "1:29-1 syntax: expected `default` after `}`, found the end of the file"},
          {"question q \"?\"", "1:12-3 syntax: expected `arises` after `\"?\"`, found the end of the file"},
          {"question q \"?\" arises when x answered by A.1",
           "1:42-3 syntax: expected `for the same` and a variable after `A.1`, found the end of the file"},
          {"use kinds", "1:5-5 syntax: expected a text in quotation marks after `use`, found `kinds`"},
          {"entity A entity B", "1:10-6 syntax: a declaration starts a line of its own"},
      },
      said_of);
}

TEST_CASE("mistakes in provisions") {
  check(
      {
          {"provision P.1 \"p\"\n  when\n  then x()", "3:3-4 syntax: expected a condition after `when`, found `then`"},
          {"provision P.1\n  when x", "2:3-4 syntax: expected a text in quotation marks after `P.1`, found `when`"},
          {"provision P.1 \"p\"\n  for s: State", "2:7-1 syntax: expected `each` after `for`, found `s`"},
          {"provision P.1 \"p\"\n  judged a.date", "2:10-1 syntax: expected `at` after `judged`, found `a`"},
          {"provision P.1 \"p\"\n  when x\n  when y",
           "3:3-4 clause-order: a provision has one `when`\n"
           "  note at 2:3: the first is here"},
          {"provision P.1 \"p\"\n  when x\n  for each s: State",
           "3:3-3 clause-order: `for each` stands after `when`\n"
           "  help: the clauses of a provision come in this order: in force, for each, judged at, when, unless, "
           "requires, then, otherwise, overrides"},
          {"provision P.1 \"p\"\n  then x()\n  requires y",
           "3:3-8 clause-order: `requires` stands after `then`\n"
           "  help: the clauses of a provision come in this order: in force, for each, judged at, when, unless, "
           "requires, then, otherwise, overrides"},
          {"provision P.1 \"p\"\n  then x",
           "2:8-1 syntax: what follows is neither a fact nor a duty\n"
           "  help: write a fact with its arguments, `attacked(s, a)`, or who must, must not or may do what, `s must "
           "assist(victim)`"},
          {"provision P.1 \"p\"\n  then s must",
           "2:10-4 syntax: expected a name after `must`, found the end of the file"},
          {"provision P.1 \"p\"\n  then s must leave",
           "2:15-5 syntax: expected arguments in parentheses after `leave`, found the end of the file"},
          {"provision P.1 \"p\"\n  then s may not leave()",
           "2:14-3 syntax: `may not` can be read in two ways\n"
           "  help: a prohibition is written `must not`"},
          {"provision P.1 \"p\"\n  then s together may leave()",
           "2:10-8 syntax: `together` stands where there is no duty\n"
           "  help: only a `must` can bind several jointly"},
          {"provision P.1 \"p\"\n  then x() by 2000-01-01",
           "2:12-2 syntax: `by` stands where there is no duty\n"
           "  help: only a `must` has a deadline"},
          {"provision P.1 \"p\"\n  then s must leave() by d from e",
           "2:28-4 syntax: `from` stands where it has no place\n"
           "  help: one `from`, then one `by` or `within`, then one `until` or `through`"},
          {"provision P.1 \"p\"\n  then s must leave() by d within 3 days",
           "2:28-6 syntax: `within` stands where it has no place\n"
           "  help: one `from`, then one `by` or `within`, then one `until` or `through`"},
          {"provision P.1 \"p\"\n  then x() and y()",
           "2:12-3 syntax: expected a clause or the next declaration after `)`, found `and`\n"
           "  help: `and` joins conditions; each consequence stands behind a `then` of its own"},
          {"provision P.1 \"p\"\n  overrides B.1",
           "2:3-13 syntax: an overriding is for the same variables or of the whole provision\n"
           "  help: write `overrides ID for the same v`, or `overrides all of ID`"},
          {"provision P.1 \"p\"\n  overrides all B.1", "2:17-1 syntax: expected `of` after `all`, found `B`"},
          {"provision P.1 \"p\"\n  overrides all of B.1 for the same s",
           "2:3-35 syntax: an overriding is for the same variables or of the whole provision\n"
           "  help: write `overrides ID for the same v`, or `overrides all of ID`"},
          {"provision P.1 \"p\"\n  overrides B.1 for same s",
           "2:21-4 syntax: expected `the` after `for`, found `same`"},
          {"provision P.1 \"p\"\n  in force from 2000-01-01 from 2001-01-01",
           "2:28-15 syntax: a period has one start and after it one end\n"
           "  help: write `in force from DATE until DATE`"},
          {"question q \"q\"\n  for each p: P\n  arises when x\n  answered by A.1 for the same p\n  answered by B.1 "
           "for the same p",
           "5:3-8 syntax: expected `answered by` or the next declaration after `p`, found `answered`\n"
           "  help: a question has one `answered by`; further provisions follow behind a comma: `A.1 for the same p, "
           "B.2 for the same p`"},
          {"provision P.1 \"p\"\n  when n.says.\n\nprovision P.2 \"p\"",
           "4:11-1 syntax: expected a clause or the next declaration after `provision`, found `P`"},
          {"provision P.1 \"p\"\n  whenever x",
           "2:3-8 syntax: expected a clause or the next declaration after `\"p\"`, found `whenever`"},
      },
      said_of);
}
