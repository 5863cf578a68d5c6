// Which conditions are seen to decide: modified condition/decision coverage.
#include "engine/check/check.hpp"
#include "engine/scenario/load.hpp"
#include "engine/suite/coverage_sum.hpp"
#include "grammar/parse.hpp"

#include <doctest/doctest.h>

#include <fmt/format.h>

using namespace casus;

namespace {

constexpr auto head = R"(instrument Pact "Pact"
entity State closed
event Attack "{by} attacks {against}"
  by: State
  against: State
act assist "{by} helps {to}"
  by: State
  to: State
fact p(s: State) "p of {s}"
fact q(s: State) "q of {s}"
fact r(s: State) "r of {s}"
fact near(s: State, t: State) "{s} is near {t}"
)";

struct suite_of_one {
  suite_of_one(std::string const& rules, std::string const& facts) {
    auto const rules_id = files.add("r.casus", head + rules);
    auto parsed = grammar::parse(files[rules_id], rules_id);
    REQUIRE_FALSE(source::has_errors(parsed.diagnostics));
    auto checked = check::check(std::move(*parsed.value));
    REQUIRE(checked.value);
    program = std::move(*checked.value);
    compiled.emplace(program);
    add(facts);
  }

  void add(std::string const& facts) {
    auto const told_id = files.add(
        "s.yaml", "scenario: S\nrules: r\nas_of: 2014-06-15\n" + facts + "expect: [{Pact.1: does not apply}]\n");
    auto const outline = scenario::outline(files[told_id], told_id);
    REQUIRE(outline.value);
    auto const bound = scenario::bind(outline.value->front(), {}, program);
    REQUIRE(bound.value);
    suite::accounts accounts{*compiled, *bound.value, {}};
    sum.add_rules(program, files);
    auto const asked = suite::reached_by(accounts, *bound.value->as_of, suite::coverage::with_mcdc);
    CHECK_FALSE(asked.is_partial);
    sum.add("S", asked);
  }

  // "Pact.1 `p(s)` true false": the conditions in order, each with the sides on which it was seen to decide.
  [[nodiscard]] std::string deciding() const {
    std::string text;
    for (auto const& one : sum.conditions()) {
      text += fmt::format("{} `{}`", one.owner, one.text);
      if (!sum.reached_by(one.where, suite::goal::decides_true).empty()) text += " true";
      if (!sum.reached_by(one.where, suite::goal::decides_false).empty()) text += " false";
      text += '\n';
    }
    return text;
  }

  source::files files;
  check::program program;
  std::optional<evaluate::compiled> compiled;
  suite::coverage_sum sum{suite::coverage::with_mcdc};
};

std::string deciding(std::string const& rules, std::string const& facts) {
  return suite_of_one{rules, facts}.deciding();
}

// A provision about one state, which is x.
std::string with_when(std::string const& when, std::string const& facts) {
  return deciding("provision Pact.1 \"One\"\n  for each s: State\n  when " + when + "\n  then s must assist()\n",
                  "entities: {State: {x: X}}\nfacts: {" + facts + "}\n");
}

}  // namespace

TEST_CASE("a part of an `and` decides while the others are true, of an `or` while they are false") {
  constexpr auto when = "(p(s) and q(s)) or not r(s)";
  CHECK(with_when(when, "p: [[x]], q: [[x]], r: [[x]]") == R"(Pact.1 `p(s)` true
Pact.1 `q(s)` true
Pact.1 `r(s)`
)");
  CHECK(with_when(when, "p: [[x]], r: [[x]]") == R"(Pact.1 `p(s)`
Pact.1 `q(s)` false
Pact.1 `r(s)` true
)");
  CHECK(with_when(when, "p: [[x]]") == R"(Pact.1 `p(s)`
Pact.1 `q(s)`
Pact.1 `r(s)` false
)");
  CHECK(with_when(when, "p: [[x]], q: [[x]]") == R"(Pact.1 `p(s)`
Pact.1 `q(s)`
Pact.1 `r(s)`
)");
}

TEST_CASE("a condition alone decides whenever it is known") {
  CHECK(with_when("p(s)", "p: [[x]]") == "Pact.1 `p(s)` true\n");
  CHECK(with_when("not p(s)", "") == "Pact.1 `p(s)` false\n");
  CHECK(with_when("p(s)", "p: [{s: x, holds: unknown}]") == "Pact.1 `p(s)`\n");
}

TEST_CASE("what is open neither decides nor lets others decide that it could overrule") {
  CHECK(with_when("p(s) and q(s)", "p: [[x]], q: [{s: x, holds: unknown}]") == "Pact.1 `p(s)`\nPact.1 `q(s)`\n");
  CHECK(with_when("p(s) and q(s)", "q: [{s: x, holds: unknown}]") == "Pact.1 `p(s)`\nPact.1 `q(s)`\n");
  CHECK(with_when("p(s) or (q(s) and r(s))", "p: [[x]], q: [{s: x, holds: unknown}]") ==
        "Pact.1 `p(s)` true\nPact.1 `q(s)`\nPact.1 `r(s)`\n");
}

TEST_CASE("a label, `at` and `before` are gone through, to the day on which they read") {
  constexpr auto when = "p(s) and (q(s) or r(s)) at 2014-06-01 as \"here\"";
  CHECK(with_when(when, "p: [[x]], q: [{s: x, until: 2014-06-10}]") ==
        "Pact.1 `p(s)` true\nPact.1 `q(s)` true\nPact.1 `r(s)`\n");
  CHECK(with_when("p(s) before 2014-06-10 and q(s)", "p: [{s: x, until: 2014-06-10}], q: [[x]]") ==
        "Pact.1 `p(s)` true\nPact.1 `q(s)` true\n");
}

TEST_CASE("a part is seen false only with values for all variables that make every other part true") {
  constexpr auto rules = R"(provision Pact.1 "One"
  for each s: State, t: State
  when p(s) and q(t) and s != t
  then s must assist(t)
)";
  constexpr auto none = "Pact.1 `p(s)`\nPact.1 `q(t)`\nPact.1 `s != t`\n";
  // p is false of y alone, and then the only t with q is y itself.
  CHECK(deciding(rules, "entities: {State: {x: X, y: Y}}\nfacts: {p: [[x]], q: [[y]]}\n") ==
        "Pact.1 `p(s)` true\nPact.1 `q(t)` true\nPact.1 `s != t` true\n");
  CHECK(deciding(rules, "entities: {State: {x: X, y: Y, z: Z}}\nfacts: {p: [[x]], q: [[y]]}\n") ==
        "Pact.1 `p(s)` true false\nPact.1 `q(t)` true false\nPact.1 `s != t` true\n");
  CHECK(deciding(rules, "entities: {State: {x: X, y: Y}}\nfacts: {p: [[x]], q: [[x]]}\n") ==
        "Pact.1 `p(s)` false\nPact.1 `q(t)` false\nPact.1 `s != t` false\n");
  CHECK(deciding(rules, "entities: {State: {x: X, y: Y}}\n") == none);
}

TEST_CASE("the parts of one part decide with it") {
  constexpr auto rules = R"(provision Pact.1 "One"
  for each s: State, t: State
  when (p(s) or q(s)) and near(s, t)
  then s must assist(t)
)";
  CHECK(deciding(rules, "entities: {State: {x: X, y: Y}}\nfacts: {p: [[x]], near: [[x, y], [y, x]]}\n") ==
        "Pact.1 `p(s)` true false\nPact.1 `q(s)` false\nPact.1 `near(s, t)` true false\n");
}

TEST_CASE("bodies of quantifiers, counts and selections, and what `every` must satisfy, are decisions of their own") {
  CHECK(with_when("some t: State where p(t) and q(t)", "p: [[x]]") ==
        "Pact.1 `some t: State where p(t) and q(t)` false\nPact.1 `p(t)`\nPact.1 `q(t)` false\n");
  CHECK(with_when("every t: State where p(t) satisfies q(t) or r(t)", "p: [[x]], r: [[x]]") ==
        "Pact.1 `every t: State where p(t) satisfies q(t) or r(t)` true\nPact.1 `p(t)` true\nPact.1 `q(t)`\n"
        "Pact.1 `r(t)` true\n");
  CHECK(with_when("count(t: State where p(t) and q(t)) > 1", "p: [[x]], q: [[x]]") ==
        "Pact.1 `count(t: State where p(t) and q(t)) > 1` false\nPact.1 `p(t)` true\nPact.1 `q(t)` true\n");
}

TEST_CASE("definitions, exceptions, requirements and questions") {
  constexpr auto rules = R"(define both(s: State) "both of {s}"
  when p(s) and q(s)
provision Pact.1 "One"
  for each s: State
  when both(s)
  unless r(s)
  requires near(s, s) or r(s)
  then s must assist()
question who "Who?"
  for each s: State
  arises when p(s) and not q(s)
)";
  CHECK(deciding(rules, "entities: {State: {x: X, y: Y}}\nfacts: {p: [[x], [y]], q: [[x]], near: [[x, x]]}\n") ==
        R"(define both `p(s)` true
define both `q(s)` true false
Pact.1 `both(s)` true false
Pact.1 `r(s)` false
Pact.1 `near(s, s)` true
Pact.1 `r(s)`
question who `p(s)` true
question who `q(s)` true false
)");
}

TEST_CASE("what is judged on its day is read on that day") {
  constexpr auto rules = R"(provision Pact.1 "One"
  for each a: Attack, s: State
  judged at a.date
  when p(s) and q(a.against)
  then s must assist()
)";
  CHECK(deciding(rules,
                 "entities: {State: {x: X, y: Y}}\n"
                 "facts: {p: [{s: x, until: 2014-06-03}], q: [{s: y, until: 2014-06-02}], "
                 "Attack: [{by: x, against: y, date: 2014-06-01}]}\n") ==
        "Pact.1 `p(s)` true false\n"
        "Pact.1 `q(a.against)` true\n");
  CHECK(deciding(rules,
                 "entities: {State: {x: X, y: Y}}\n"
                 "facts: {p: [{s: x, until: 2014-06-03}], q: [{s: y, until: 2014-06-02}], "
                 "Attack: [{by: x, against: y, date: 2014-06-02}]}\n") ==
        "Pact.1 `p(s)`\n"
        "Pact.1 `q(a.against)` false\n");
}

TEST_CASE("a pair is one scenario if one does, and otherwise the first on each side") {
  constexpr auto rules = "provision Pact.1 \"One\"\n  for each s: State\n  when p(s)\n  then s must assist()\n";
  suite_of_one of{rules, "entities: {State: {x: X}}\nfacts: {p: [[x]]}\n"};
  auto const condition = of.sum.conditions().front().where;
  CHECK_FALSE(of.sum.shown_by(condition));
  of.add("entities: {State: {x: X}}\n");
  CHECK(of.sum.shown_by(condition) == std::pair{0U, 1U});
  of.add("entities: {State: {x: X, y: Y}}\nfacts: {p: [[x]]}\n");
  CHECK(of.sum.shown_by(condition) == std::pair{2U, 2U});
}
