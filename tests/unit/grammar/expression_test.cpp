// Conditions and terms: what each construct becomes, and how tightly it binds.
#include "read.hpp"

#include <doctest/doctest.h>
#include <vector>

namespace {

using casus::test::condition_of;
using casus::test::printed;

struct reading {
  char const* condition;
  char const* model;
};

void check(std::vector<reading> const& table) {
  for (reading const& each : table) {
    CAPTURE(each.condition);
    CHECK(condition_of(each.condition) == each.model);
  }
}

}  // namespace

TEST_CASE("terms") {
  check({
      {"true", "true"},
      {"x", "x"},
      {"x.by", "(field x by)"},
      {"x.from.until.date", "(field (field (field x from) until) date)"},
      {"x = 5", "(= x 5)"},
      {"x = -5", "(= x -5)"},
      {"x = y -5", "(= x (- y 5))"},
      {"x = y - -5", "(= x (- y -5))"},
      {"x = 9223372036854775807", "(= x 9223372036854775807)"},
      {"x = \"a \\\"b\\\" \\\\ é\"", "(= x \"a \\\"b\\\" \\\\ é\")"},
      {"x = 2014-06-15", "(= x 2014-06-15)"},
      {"x = 2014-06-15 - 3 days", "(= x (- 2014-06-15 (duration 0 3)))"},
      {"x = 1 year", "(= x (duration 12 0))"},
      {"x = 3 years", "(= x (duration 36 0))"},
      {"x = 18 months", "(= x (duration 18 0))"},
      {"x = 2 weeks", "(= x (duration 0 14))"},
      {"x = 1 day", "(= x (duration 0 1))"},
      {"x = 6 months + 2 days", "(= x (+ (duration 6 0) (duration 0 2)))"},
      {"x = a + b - c", "(= x (- (+ a b) c))"},
      {"x = a - (b - c)", "(= x (- a (- b c)))"},
      {"x = now", "(= x now)"},
      {"share(s) >= 10", "(>= share(s) 10)"},
      {"share(s, t.by).date = d", "(= (field share(s, (field t by)) date) d)"},
      {"count(x: T) = 2", "(= (count [x: T] _) 2)"},
      {"count(x: T, y: act assist where x = y and p()) >= 2", "(>= (count [x: T, y: act assist] (and (= x y) p())) 2)"},
      {"d = the later of a and b", "(= d (later a b))"},
      {"d = the earlier of a + 1 day and b + 1 day", "(= d (earlier (+ a (duration 0 1)) (+ b (duration 0 1))))"},
      {"d = the later of a and the earlier of b and c and p()", "(and (= d (later a (earlier b c))) p())"},
  });
}

TEST_CASE("names spelt like contextual words") {
  check({
      {"each and same and all and of and year", "(and each same all of year)"},
      {"days = 3", "(= days 3)"},
      {"given.given is given", "(given (field given given))"},
      {"notable and order and inner and istrue", "(and notable order inner istrue)"},
  });
}

TEST_CASE("relations") {
  check({
      {"a = b", "(= a b)"},
      {"a != b", "(!= a b)"},
      {"a<b", "(< a b)"},
      {"a <=b", "(<= a b)"},
      {"a> b", "(> a b)"},
      {"a >= b", "(>= a b)"},
      {"x in {a}", "(in x {a})"},
      {"x.y in {a, b.c, 3}", "(in (field x y) {a, (field b c), 3})"},
      {"x in Kind", "(kind x Kind)"},
      {"x in act assist", "(kind x act assist)"},
      {"x.note is given", "(given (field x note))"},
      {"CST.4.2 is violated", "(violated CST.4.2 [])"},
      {"Charter.9bis.1 is breached for ally = x, victim = y.z",
       "(breached Charter.9bis.1 [ally = x, victim = (field y z)])"},
      {"bare is breached", "(breached bare [])"},
      {"member(s)", "member(s)"},
      {"emergency()", "emergency()"},
  });
}

TEST_CASE("what binds how tightly") {
  check({
      {"a and b and c", "(and a b c)"},
      {"a or b or c", "(or a b c)"},
      {"a and (b or c)", "(and a (or b c))"},
      {"(a and b) and c", "(and (and a b) c)"},
      {"not a and b", "(and (not a) b)"},
      {"not a = b", "(not (= a b))"},
      {"not not a", "(not (not a))"},
      {"not p() at d", "(not (at p() d))"},
      {"a = b at d", "(at (= a b) d)"},
      {"a = b at d + 3 days", "(at (= a b) (+ d (duration 0 3)))"},
      {"p() and q() at d", "(and p() (at q() d))"},
      {"(p() and q()) at d", "(at (and p() q()) d)"},
      {"p() before d and q()", "(and (before p() d) q())"},
      {"x in {a} at d", "(at (in x {a}) d)"},
      {"x is given at d", "(at (given x) d)"},
      {"A.1 is violated for v = x at d", "(at (violated A.1 [v = x]) d)"},
      {"p() at the later of a and b and q()", "(and (at p() (later a b)) q())"},
  });
}

TEST_CASE("quantifiers run to the end of their clause or parenthesis") {
  check({
      {"some x: T", "(some [x: T] _)"},
      {"no x: T where p(x)", "(no [x: T] p(x))"},
      {"some x: T, y: U where p(x) and q(y)", "(some [x: T, y: U] (and p(x) q(y)))"},
      {"every x: T satisfies p(x)", "(every [x: T] _ p(x))"},
      {"every x: T where some y: U where p(x, y) satisfies q(x)", "(every [x: T] (some [y: U] p(x, y)) q(x))"},
      {"every x: T where p(x) and q(x) satisfies r(x) and s(x)", "(every [x: T] (and p(x) q(x)) (and r(x) s(x)))"},
      {"a and some x: T where p(x) and q(x)", "(and a (some [x: T] (and p(x) q(x))))"},
      {"a or some x: T where p(x) and q(x)", "(or a (some [x: T] (and p(x) q(x))))"},
      {"(some x: T where p(x)) and b", "(and (some [x: T] p(x)) b)"},
      {"not some x: T where p(x) and q(x)", "(not (some [x: T] (and p(x) q(x))))"},
      {"some x: T where p(x) at d", "(some [x: T] (at p(x) d))"},
      {"(some x: T where p(x)) at d", "(at (some [x: T] p(x)) d)"},
      {"(some x: T) and b", "(and (some [x: T] _) b)"},
  });
}

TEST_CASE("selections") {
  check({
      {"h.to = next s: State after h.from by s.russian_name where member(s)",
       "(= (field h to) (next [s: State] (field h from) (field s russian_name) member(s)))"},
      {"h = first s: State by s.name", "(= h (first [s: State] _ (field s name) _))"},
      {"(last z: Recall by z.date where p(z) and q(z)).date = d",
       "(= (field (last [z: Recall] _ (field z date) (and p(z) q(z))) date) d)"},
  });
}

TEST_CASE("labels close a clause or a parenthesis") {
  check({
      {"a as \"words\"", "(as \"words\" a)"},
      {"a and b as \"words\"", "(as \"words\" (and a b))"},
      {"(a as \"one\") and (b or c as \"two\")", "(and (as \"one\" a) (as \"two\" (or b c)))"},
      {"(a as \"inner\") as \"outer\"", "(as \"outer\" (as \"inner\" a))"},
      {"some x: T where p(x) as \"words\"", "(as \"words\" (some [x: T] p(x)))"},
  });
}

TEST_CASE("layout and comments mean nothing inside a condition") {
  CHECK(condition_of("a.b=c\n\t and  # why\r\n  x\n. # odd\n y (z) in{ p ,q }") != "");
  CHECK(condition_of("a.b=c\n\t and  # why\r\n  not\n x\n. # odd\n y") == "(and (= (field a b) c) (not (field x y)))");
  CHECK(condition_of("x = 3 # many \"things\"\n years") == "(= x (duration 36 0))");
  CHECK(condition_of("x in act # kind\n assist") == "(kind x act assist)");
}

TEST_CASE("what is printed has no parentheses that it can do without") {
  std::vector<char const*> const same{
      "a.b.c",
      "x = -5",
      "x = y - -5",
      "x = \"a \\\"b\\\"\"",
      "x = 18 months",
      "x = 6 months + 2 days",
      "x = a - (b - c)",
      "x = a + b - c",
      "share(s, t.by).date = d",
      "count(x: T, y: act assist where x = y and p()) >= 2",
      "d = the later of a and b",
      "d = (the later of a and b) + 3 days",
      "p() at the later of a and b",
      "p() at (the later of a and b) and q()",
      "x.y in {a, b.c, 3}",
      "x in act assist",
      "x.note is given",
      "Charter.9bis.1 is breached for ally = x, victim = y.z",
      "a and (b or c)",
      "(a and b) and c",
      "not (a and b)",
      "not a = b at d",
      "(not a) at d",
      "(p() and q()) at d",
      "p() before d and q()",
      "every x: T where p(x) and q(x) satisfies r(x) and s(x)",
      "a and some x: T where p(x) and q(x)",
      "(some x: T where p(x)) and b",
      "(some x: T) at d",
      "not some x: T where p(x) and q(x)",
      "h.to = next s: State after h.from by s.russian_name where member(s)",
      "(last z: Recall by z.date where p(z) and q(z)).date = d",
      "(a as \"one\") and (b or c as \"two\")",
      "a and b as \"words\"",
  };
  for (char const* each : same) CHECK(printed(each) == each);
  CHECK(printed("((a)) and ((b = (c)))") == "a and b = c");
  CHECK(printed("some x: T and b") == "(some x: T) and b");
  CHECK(printed("every x: T where some y: U where p(y) satisfies q(x)") ==
        "every x: T where (some y: U where p(y)) satisfies q(x)");
  CHECK(printed("x = 12 months") == "x = 1 year");
  CHECK(printed("x = 2 weeks") == "x = 14 days");
  CHECK(printed("(p() at the later of a and b) and q()") == "p() at (the later of a and b) and q()");
}
