// Several errors a file, and what survives them; nesting without bound; bytes that no editor writes.
#include "read.hpp"

#include "engine/model/rule_set.hpp"
#include "grammar/parse.hpp"

#include <doctest/doctest.h>
#include <string>

namespace {

using casus::test::model_of;
using casus::test::said_of;

std::string kept(std::string const& rules) {
  casus::source::text const text("test.casus", rules);
  return casus::model::dump(*casus::grammar::parse(text, {}).value);
}

std::string repeated(std::string const& part, int times) {
  std::string text;
  text.reserve(part.size() * static_cast<std::size_t>(times));
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

std::string define(std::string const& condition) { return "define d() \"d\"\n  when " + condition + "\n"; }

std::string first_line(std::string const& text) { return text.substr(0, text.find('\n')); }

}  // namespace

TEST_CASE("an error costs its declaration and no other") {
  std::string const rules = R"(enum A { a }
fact broken(s State) "b"
  more of it
# a comment
enum B { b }
define d() "d"
  when x and

enum C { c }
provision P.1 "p"
  when x
  then s must fact
fact whole() "w"
)";
  CHECK(said_of(rules) ==
        "2:15-5 syntax: expected `:` and a type after `s`, found `State`\n"
        "7:10-3 syntax: expected a condition after `and`, found the next declaration\n"
        "12:15-4 syntax: expected a name after `must`, found `fact`\n"
        "  help: `fact` is a word of the language and cannot be a name here\n");
  CHECK(kept(rules) == "enum A {a}\nenum B {b}\nenum C {c}\nfact whole() \"w\"\n");
}

TEST_CASE("a declaration that is read but followed by something else is kept") {
  std::string const rules = "enum A { a } b c\nenum B { b }\n";
  CHECK(said_of(rules) == "1:14-1 syntax: expected the next declaration after `}`, found `b`\n");
  CHECK(kept(rules) == "enum A {a}\nenum B {b}\n");
}

TEST_CASE("what starts no declaration is skipped to the next, and said once") {
  CHECK(said_of("hello there\nand more\n  enum A { a }\n") == "1:1-5 syntax: expected a declaration, found `hello`\n");
  CHECK(kept("hello there\nand more\n  enum A { a }\n") == "enum A {a}\n");
  CHECK(said_of("{}\n\"text\"\n7\n") == "1:1-1 syntax: expected a declaration, found `{`\n");
}

TEST_CASE("a field spelt like a declaration does not start one") {
  CHECK(model_of("event E \"e\"\n  event: Int\n  fact : Text\n  act: act assist\n") ==
        "event E \"e\"\n  event: Int\n  fact: Text\n  act: act assist\n");
}

TEST_CASE("an error in the tree does not hide one behind it") {
  CHECK(said_of(define("x = 2014-02-30 and a or y = 3 years 4")) ==
        "2:12-10 no-such-date: there is no day `2014-02-30` in the calendar\n"
        "2:29-2 mixed-and-or: `and` and `or` stand side by side\n"
        "  help: write parentheses around what belongs together: `a and (b or c)`\n"
        "  note at 2:23: the other connective is here\n"
        "2:44-1 syntax: expected `and`, `or` or the next declaration after `years`, found `4`\n");
}

TEST_CASE("nesting is taken up to 200 deep") {
  struct shape {
    char const* name;
    std::string open, middle, close;
  };
  for (shape const& each : {
           shape{"parentheses", "(", "x", ")"},
           shape{"negations", "not ", "x", ""},
           shape{"arguments", "p(", "x", ")"},
           shape{"sets", "x in {(", "x", ")}"},
           shape{"junctions", "x and (", "x", ")"},
           shape{"quantifiers", "some x: T where ", "x", ""},
           shape{"counts", "count(x: T where ", "x", ")"},
           shape{"later dates", "the later of ", "x", " and x"},
           shape{"selections", "first x: T by ", "x", ""},
           shape{"dates", "(x at ", "x", ")"},
       }) {
    CAPTURE(each.name);
    auto const nested = [&](int depth) {
      return define(repeated(each.open, depth) + each.middle + repeated(each.close, depth));
    };
    CHECK(said_of(nested(100)) == "");
    std::string const deep = said_of(nested(201));
    CHECK(deep.find("nested-too-deep: parts of a condition are nested more than 200 deep") != std::string::npos);
    CHECK(first_line(said_of(nested(20000))).find("nested-too-deep") != std::string::npos);
  }
  CHECK(said_of(define(repeated("(", 200) + "x" + repeated(")", 200))) == "");
  CHECK(said_of(define(repeated("not ", 200) + "x")) == "");
}

TEST_CASE("long chains are flat, and sums are bounded like nesting") {
  CHECK(said_of(define("x" + repeated(" and x", 20000))) == "");
  CHECK(said_of(define("x" + repeated(" or x", 20000))) == "");
  CHECK(said_of(define("p(x" + repeated(", x", 20000) + ")")) == "");
  CHECK(said_of(define("y = x" + repeated(" + x", 199))) == "");
  for (char const* link : {" + x", ".x", " - 3 days"}) {
    std::string const said = said_of(define("y = x" + repeated(link, 20000)));
    CHECK(said.find("nested-too-deep: parts of a condition are nested more than 200 deep") != std::string::npos);
    CHECK(said.find("nested-too-deep") == said.rfind("nested-too-deep"));
  }
}

TEST_CASE("bytes that are no text are said once") {
  CHECK(said_of("enum A { a }\n# \xFF\xFE\n") == "2:3-1 malformed-text: the file is not text in UTF-8 here\n");
  CHECK(kept("enum A { a }\n# \xFF\n") == "");
  CHECK(said_of(std::string("enum A { a }\n\0", 14)) ==
        "2:1-1 syntax: expected the next declaration after `}`, found `" + std::string(1, '\0') + "`\n");
  CHECK(said_of("fact p() \"\xD0\x90\xE2\x82\xAC\"\n") == "");
  CHECK(said_of("fact \xD0\x90() \"p\"\n") ==
        "1:6-2 syntax: expected a name after `fact`, found `\xD0\x90`\n"
        "  help: names are written with the letters a to z, digits and `_`\n");
  CHECK(said_of("fact p\f() \"p\"\n").find("syntax: expected parameters in parentheses after `p`") !=
        std::string::npos);
}

TEST_CASE("every prefix of a rule file is read or refused in the reader's words") {
  std::string const rules = R"(## A treaty.
instrument T "t" signed 1992-05-15 in force from 1994-04-20 until 1999-04-20
entity State : Actor closed
  name: Text? = "x" ## doc
individual x: State "X" { name = "y" }
interpretation i "?" { a, b } default a
provision T.1 "p"
  in force through 2000-01-01
  for each s: State, a: act assist
  judged at the later of a.date and 2001-01-01
  when p(s) and not (some x: T where x.a = b at now or count(y: T) >= -2)
  unless T.2 is violated for s = s, t = a as "exception"
  requires s = (next x: State after s by x.name where x in {s, t}) or x in Kind
  then s together must help(s) from a.date within 3 years until a.date
  overrides B.1 for the same s, a
question q "?" for each p: P arises when x answered by A.1 for the same p, B for the same p
)";
  REQUIRE(said_of(rules) == "");
  for (std::size_t length = 0; length < rules.size(); ++length) {
    std::string const said = said_of(rules.substr(0, length));
    CAPTURE(rules.substr(0, length));
    CAPTURE(said);
    CHECK(said.find("boost") == std::string::npos);
    CHECK(said.find("N5") == std::string::npos);
    CHECK(said.find("_id") == std::string::npos);
  }
}
