// The canonical layout: each rule of it once, and that a second pass changes nothing.
#include "read.hpp"

#include <doctest/doctest.h>
#include <vector>

namespace {

using casus::test::formatted;

struct layout {
  char const* written;
  char const* canonical;
};

void check(std::vector<layout> const& table) {
  for (layout const& each : table) {
    CAPTURE(each.written);
    CHECK(formatted(each.written) == each.canonical);
    CHECK(formatted(each.canonical) == each.canonical);
  }
}

}  // namespace

TEST_CASE("spaces") {
  check({
      {"entity State:Actor   closed", "entity State : Actor closed\n"},
      {"enum E{a,b}", "enum E { a, b }\n"},
      {"individual x:K \"X\" {a=b,c = -3}", "individual x: K \"X\" { a = b, c = -3 }\n"},
      {"fact p( s :State,t: act  help ) :Int \"p\"", "fact p(s: State, t: act help): Int \"p\"\n"},
      {"fact p ( ) \"p\" unstated   is\nunknown", "fact p() \"p\" unstated is unknown\n"},
      {"event E \"e\" by :Actor?  note: Text ?=\"x\"", "event E \"e\"\n  by: Actor?\n  note: Text? = \"x\"\n"},
      {"interpretation i\n\"?\" {a,b}\ndefault a", "interpretation i \"?\"\n  { a, b } default a\n"},
      {"define d() \"d\" when p( x ,y )and not(q ( x . by )or x  in{a,b})",
       "define d() \"d\"\n  when p(x, y) and not (q(x.by) or x in {a, b})\n"},
      {"define d() \"d\" when x=a+3  days-b and y=-5 and z - -5=now and count ( x:T )>=2",
       "define d() \"d\"\n  when x = a + 3 days - b and y = -5 and z - -5 = now and count(x: T) >= 2\n"},
      {"define d() \"d\" when x = the later of( a )and b", "define d() \"d\"\n  when x = the later of (a) and b\n"},
      {"define d() \"d\" when P . 4 . 2 is violated for a=x,b = y",
       "define d() \"d\"\n  when P.4.2 is violated for a = x, b = y\n"},
  });
}

TEST_CASE("a clause a line, a field a line") {
  check({{R"(provision P.1 "p" in force from 2000-01-01 until 2001-01-01 for each s: S, t: T judged at s.date when x
unless y as "y" requires z then s must go(t) from s.date by s.end otherwise held(s) overrides all of Q.1)",
          R"(provision P.1 "p"
  in force from 2000-01-01 until 2001-01-01
  for each s: S, t: T
  judged at s.date
  when x
  unless y as "y"
  requires z
  then s must go(t) from s.date by s.end
  otherwise held(s)
  overrides all of Q.1
)"},
         {"instrument T \"t\" signed 1992-05-15 in force from 1994-04-20 until 1999-04-20 in force from 2000-01-01",
          R"(instrument T "t"
  signed 1992-05-15
  in force from 1994-04-20 until 1999-04-20
  in force from 2000-01-01
)"},
         {"question q \"?\" for each p: P arises when x and y answered by A.1 for the same p, B for the same p",
          R"(question q "?"
  for each p: P
  arises when x and y
  answered by A.1 for the same p, B for the same p
)"},
         {"act help \"h\" by: State when: Date judged: act help", R"(act help "h"
  by: State
  when: Date
  judged: act help
)"}});
}

TEST_CASE("the author's breaks before and and or are kept, others are not") {
  check({{R"(define d() "d"
  when a
    and b and c and not
    d
      and (d
   or e) and
   f.and at
     the later of g
     and h
)",
          R"(define d() "d"
  when a
   and b and c and not d
   and (d
        or e) and f.and at the later of g and h
)"}});
}

TEST_CASE("what is too long is broken where it means least") {
  check({
      {R"(provision P.1 "p"
  when the_first_condition_of_all(s) and the_second_condition_of_all(s) and the_third_condition_of_all(s)
  requires some n: Nomination where n.person = a.person and n.by = cfm and n.date <= a.date as "the ministers propose"
  requires (a.person = somebody_with_a_long_name or a.person = somebody_with_a_longer_name) and member(a.person)
  then secretary_general(a.person) from the_first_day_of_the_term until the_first_day_of_the_term + the_term_itself
  then x(a) until (first z: Recall by z.date where z.person = a.person and z.date >= a.date and adopted(z)).date
)",
       R"(provision P.1 "p"
  when the_first_condition_of_all(s) and the_second_condition_of_all(s)
   and the_third_condition_of_all(s)
  requires some n: Nomination where n.person = a.person and n.by = cfm and n.date <= a.date
    as "the ministers propose"
  requires (a.person = somebody_with_a_long_name or a.person = somebody_with_a_longer_name)
   and member(a.person)
  then secretary_general(a.person) from the_first_day_of_the_term
    until the_first_day_of_the_term + the_term_itself
  then x(a)
    until (first z: Recall by z.date
           where z.person = a.person and z.date >= a.date and adopted(z)).date
)"},
      {R"(enum LongEnumeration { the_first_value, the_second_value, the_third_value, the_fourth_value, the_fifth_value }
fact obligations_settled(state: State, agreement: Agreement) "{state} has settled its obligations under {agreement}"
interpretation opposing_blocs "Does 'aimed against another party' limit the whole ban on other alliances?" { a, b } default a
)",
       R"(enum LongEnumeration
  { the_first_value, the_second_value, the_third_value, the_fourth_value, the_fifth_value }

fact obligations_settled(state: State, agreement: Agreement)
  "{state} has settled its obligations under {agreement}"

interpretation opposing_blocs
  "Does 'aimed against another party' limit the whole ban on other alliances?"
  { a, b } default a
)"},
  });
}

TEST_CASE("where a part is broken, so is the whole") {
  check({{R"(define d() "d"
  when some_condition(x) and (one_condition(x)
    or another(x))
define e() "e"
  when a and some x: T where p(x)
    and q(x)
)",
          R"(define d() "d"
  when some_condition(x)
   and (one_condition(x)
        or another(x))

define e() "e"
  when a
   and some x: T where p(x)
     and q(x)
)"}});
}

TEST_CASE("blank lines") {
  check(
      {{"\n\n\nuse \"a\"\nuse \"b\"\nentity A\n\n\n\nentity B\n  x: Int\n\n  y: Int\nentity C\nevent E \"e\"\nevent F "
        "\"f\"\n  by: A\nevent G \"g\"\n\n\n",
        "use \"a\"\nuse \"b\"\n\nentity A\n\nentity B\n  x: Int\n  y: Int\nentity C\n\nevent E \"e\"\n\nevent F "
        "\"f\"\n  by: "
        "A\n\nevent G \"g\"\n"},
       {"", ""},
       {"\xEF\xBB\xBF\r\nenum E { a }\r\nenum F { b }\r\n", "enum E { a }\nenum F { b }\n"}});
}

TEST_CASE("comments stay with what they stand at") {
  check({{R"(# The file.


# The first kind.
entity A   # behind it
# between

# a heading

entity B
    # above the field
  x: Int     ## its documentation
  # below it
provision P.1 # behind the id
  "p"
  # above when
  when a   # behind a
    # above and
    and b
  # after all

# at the end)",
          R"(# The file.

# The first kind.
entity A  # behind it
# between

# a heading

entity B
  # above the field
  x: Int  ## its documentation

# below it
provision P.1  # behind the id
  "p"
  # above when
  when a  # behind a
   # above and
   and b
# after all

# at the end
)"},
         {"# only\n\n\n# comments", "# only\n\n# comments\n"},
         {"enum E { a, # one\n b }\n", "enum E { a,  # one\n         b }\n"}});
}

TEST_CASE("documentation keeps its place, or goes above where its line is broken") {
  check({{"entity A ## short\n", "entity A  ## short\n"},
         {"## above\ndefine d() \"d\" when x ## beside\n", "## above\n## beside\ndefine d() \"d\"\n  when x\n"},
         {"fact p(s: State) ## beside\n  \"p\"\n", "## beside\nfact p(s: State) \"p\"\n"},
         {"fact p(s: State)\n  \"p\"  ## of nothing\n", "fact p(s: State) \"p\"  # of nothing\n"},
         {"## of the file\n\nentity A\n", "## of the file\n\nentity A\n"}});
}

TEST_CASE("a file that does not read is not laid out") {
  CHECK(formatted("enum E { a }\nfact p\n") ==
        "2:6-1 syntax: expected parameters in parentheses after `p`, found the end of the file\n");
}
