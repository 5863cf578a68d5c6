// Which scenarios are found that show a condition to decide, and within which bounds.
#include "engine/suite/mcdc_search.hpp"
#include "engine/check/check.hpp"
#include "engine/scenario/load.hpp"
#include "grammar/parse.hpp"

#include <doctest/doctest.h>

#include <atomic>

using namespace casus;

namespace {

constexpr auto head = R"(instrument Pact "Pact"
entity State closed
enum Kind { raid, war, siege }
interpretation when_grave "When is it grave?" { always, in_war } default always
event Attack "{by} attacks {against}"
  by: State
  against: State
  kind: Kind
act assist "{by} helps {to}"
  by: State
  to: State
fact p(s: State) "p of {s}"
fact q(s: State) "q of {s}"
)";

struct suite_of_one {
  suite_of_one(std::string const& rules, std::string const& facts, std::string const& expected) {
    auto const rules_id = files.add("r.casus", head + rules);
    auto parsed = grammar::parse(files[rules_id], rules_id);
    REQUIRE_FALSE(source::has_errors(parsed.diagnostics));
    auto checked = check::check(std::move(*parsed.value));
    REQUIRE(checked.value);
    program = std::move(*checked.value);
    compiled.emplace(program);
    auto const told_id =
        files.add("s.yaml", "scenario: S\nrules: r\nas_of: 2014-06-15\n" + facts + "expect: " + expected + '\n');
    auto const outline = scenario::outline(files[told_id], told_id);
    REQUIRE(outline.value);
    auto bound = scenario::bind(outline.value->front(), {}, program);
    REQUIRE(bound.value);
    told = std::move(*bound.value);
    cases.push_back({&told, &*compiled, *told.as_of});
    reaches.push_back(suite::run(cases, files, {}, 1, suite::coverage::with_mcdc).front().reach);
  }
  suite_of_one(suite_of_one const&) = delete;
  suite_of_one& operator=(suite_of_one const&) = delete;

  [[nodiscard]] suite::missing_side side(std::string const& condition, suite::goal what) const {
    for (auto const& one : suite::conditions_of(program, files))
      if (one.text == condition) return {one.where, what};
    FAIL("no such condition");
    return {};
  }

  [[nodiscard]] suite::showing_found find(std::string const& condition, suite::goal what, std::size_t tries) const {
    std::vector<suite::missing_side> const sides{side(condition, what)};
    CHECK(reaches.front().goals.count({sides.front().condition, what}) == 0);
    return suite::find_showings(program, files, sides, cases, reaches, {.limits = {}, .tries = tries}).front();
  }

  // The changes, one a line; nothing where no scenario is found that shows it.
  [[nodiscard]] std::string changes(std::string const& condition, suite::goal what, std::size_t tries = 400) const {
    auto const found = find(condition, what, tries);
    CHECK(found.tried <= tries);
    if (!found.scenario) return {};
    std::string text;
    for (auto const& one : found.scenario->changes) text += one.words + '\n';
    auto alone = found.scenario->alone;
    CHECK(alone.expectations.size() == 1);
    std::vector<suite::test_case> const by_itself{{&alone, &*compiled, *alone.as_of}};
    auto const outcome = suite::run(by_itself, files, {}, 1, suite::coverage::with_mcdc).front();
    CHECK(outcome.reach.goals.count({side(condition, what).condition, what}) == 1);
    for (auto const& one : outcome.results) CHECK(one.mismatches.empty());
    return text;
  }

  source::files files;
  check::program program;
  std::optional<evaluate::compiled> compiled;
  facts::scenario told;
  std::vector<suite::test_case> cases;
  std::vector<suite::reach> reaches;
};

constexpr auto with_two = R"(provision Pact.1 "One"
  for each s: State
  when p(s) and q(s)
  then s must assist()
)";

using suite::goal;

}  // namespace

TEST_CASE("a change that turns a condition which decides is found first") {
  suite_of_one const of{with_two, "entities: {State: {x: X}}\nfacts: {p: [x], q: [x]}\n", "[{Pact.1: applies}]"};
  CHECK(of.changes("p(s)", goal::decides_false) == "without this statement of `p`\n");
  CHECK(of.find("p(s)", goal::decides_false, 400).tried == 1);
}

TEST_CASE("where one change does not do, two are tried") {
  suite_of_one const of{with_two, "entities: {State: {x: X}}\n", "[{Pact.1: does not apply}]"};
  CHECK(of.changes("q(s)", goal::decides_false) == "`p: [x]`\n");
  CHECK(of.changes("q(s)", goal::decides_true) == "`p: [x]`\n`q: [x]`\n");
}

TEST_CASE("values that the rule names, readings and days are tried") {
  constexpr auto rules = R"(provision Pact.1 "One"
  for each a: Attack, s: State
  judged at a.date
  when s = a.against and (a.kind = siege or when_grave = in_war) and a.date >= 2014-06-10
  then s must assist()
)";
  suite_of_one const of{rules,
                        "entities: {State: {x: X, y: Y}}\n"
                        "facts: {Attack: {first: {by: x, against: y, kind: raid, date: 2014-06-12}}}\n",
                        "[{Pact.1: does not apply}]"};
  CHECK(of.changes("a.kind = siege", goal::decides_true) == "`kind: siege` of `first`\n");
  CHECK(of.changes("when_grave = in_war", goal::decides_true) == "`readings: {when_grave: in_war}`\n");
  CHECK(of.changes("a.date >= 2014-06-10", goal::decides_false) ==
        "`kind: siege` of `first`\n`date: 2014-06-09` of `first`\n");
}

TEST_CASE("where nothing happens that could be judged, something more does, and is changed further") {
  constexpr auto rules = R"(provision Pact.1 "One"
  for each a: Attack
  when p(a.by) and q(a.against) and a.kind = siege
  then a.by must assist()
)";
  suite_of_one const of{rules, "entities: {State: {x: X, y: Y}}\n", "[{Pact.1: does not apply}]"};
  CHECK(of.changes("a.kind = siege", goal::decides_false) ==
        "`Attack: {by: y, against: x, kind: raid, date: 2014-06-15}`\n`q: [x]`\n`p: [y]`\n");
  CHECK(of.changes("a.kind = siege", goal::decides_true) ==
        "`Attack: {by: x, against: y, kind: siege, date: 2014-06-15}`\n`p: [x]`\n`q: [y]`\n");
}

TEST_CASE("what is found is as small as it can be, and expects what would not be found were the condition negated") {
  suite_of_one const of{with_two,
                        "entities: {State: {x: X, y: Y}}\n"
                        "facts: {p: [x, y], q: [x, y], Attack: {first: {by: x, against: y, date: 2014-06-12}}}\n",
                        "[{Pact.1: applies}]"};
  auto const found = of.find("q(s)", goal::decides_false, 400);
  REQUIRE(found.scenario);
  auto const& alone = found.scenario->alone;
  CHECK(alone.agreed.events.empty());
  CHECK(alone.agreed.statements.size() == 1);
  REQUIRE(alone.expectations.size() == 1);
  CHECK(alone.expectations.front().subjects.front().status == "does not apply");
}

TEST_CASE("conditions of definitions are shown by way of what reads them") {
  constexpr auto rules = R"(define both(s: State) "both of {s}"
  when p(s) and q(s)
provision Pact.1 "One"
  for each a: Attack
  requires both(a.by) as "both"
  then a.against must assist()
)";
  suite_of_one const of{rules,
                        "entities: {State: {x: X, y: Y}}\nfacts: {p: [x], q: [x], Attack: {first: {by: x, against: y, "
                        "kind: raid, date: 2014-06-12}}}\n",
                        "[{Pact.1: satisfied}]"};
  CHECK(of.changes("p(s)", goal::decides_false) == "without this statement of `p`\n");
}

TEST_CASE("what can never be shown is looked for within the bound") {
  constexpr auto rules = R"(provision Pact.1 "One"
  for each s: State
  when p(s) or (p(s) and q(s))
  then s must assist()
)";
  suite_of_one const of{rules, "entities: {State: {x: X, y: Y}}\nfacts: {p: [x]}\n", "[{Pact.1: applies}]"};
  for (std::size_t const tries : {0U, 1U, 7U}) {
    auto const found = of.find("q(s)", goal::decides_true, tries);
    CHECK_FALSE(found.scenario);
    CHECK(found.tried == tries);
  }
  CHECK(of.find("q(s)", goal::decides_true, 100'000).tried < 1'000);
}

TEST_CASE("several sides: one scenario may do for two, whatever the number of threads; and all ends when it is over") {
  constexpr auto rules = R"(provision Pact.1 "One"
  for each s: State
  when p(s) or q(s)
  then s must assist()
provision Pact.2 "Two"
  for each a: Attack
  when a.kind = siege
  then a.by must assist()
)";
  suite_of_one const of{rules, "entities: {State: {x: X}}\nfacts: {p: [x], q: [x]}\n", "[{Pact.1: applies}]"};
  std::vector<suite::missing_side> const sides{of.side("p(s)", goal::decides_false),
                                               of.side("q(s)", goal::decides_false),
                                               of.side("a.kind = siege", goal::decides_true)};
  for (std::size_t const threads : {1U, 3U}) {
    auto const found = suite::find_showings(of.program, of.files, sides, of.cases, of.reaches,
                                            {.limits = {}, .threads = threads, .tries = 400});
    CHECK(found[0].scenario);
    CHECK_FALSE(found[1].scenario);
    CHECK(found[1].also == std::optional<std::size_t>{0});
    CHECK(found[2].scenario);
  }
  std::atomic<int> patience = 2;
  auto const stopped = suite::find_showings(of.program, of.files, sides, of.cases, of.reaches,
                                            {.limits = {}, .tries = 400, .is_over = [&] { return patience-- <= 0; }});
  CHECK_FALSE(stopped[0].scenario);
  CHECK(stopped[0].tried <= 2);
}
