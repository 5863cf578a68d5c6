// Which mutants there are of a rule, that what is written of them is what is run, and what becomes of them.
#include "engine/suite/mutant.hpp"
#include "engine/check/check.hpp"
#include "engine/scenario/load.hpp"
#include "engine/suite/equivalence.hpp"
#include "engine/suite/mutation_run.hpp"
#include "grammar/parse.hpp"

#include <doctest/doctest.h>

#include <fmt/format.h>

using namespace casus;

namespace {

constexpr auto head = R"(instrument Pact "Pact"
entity State closed
enum Kind { raid, war, siege }
event Attack "{by} attacks {against}"
  by: State
  against: State
  kind: Kind
act assist "{by} helps {to}"
  by: State
  to: State
fact party(s: State) "{s} is a party"
)";

struct rules {
  explicit rules(std::string const& text) {
    auto const id = files.add("r.casus", head + text);
    auto checked = check::check(std::move(*grammar::parse(files[id], id).value));
    REQUIRE(checked.value);
    program = std::move(*checked.value);
  }

  [[nodiscard]] std::vector<suite::mutant> mutants() const {
    std::vector<suite::mutant> all;
    for (std::uint32_t i = 0; i < program.rules.declarations.size(); ++i)
      for (auto& one : suite::mutants_of(program, files, i)) all.push_back(std::move(one));
    return all;
  }

  // The declaration as it is written with the edits.
  [[nodiscard]] std::string with(std::uint32_t declaration, std::vector<suite::text_edit> edits) const {
    auto const where =
        std::visit([](model::declared const& it) { return it.where; }, program.rules.declarations[declaration]);
    std::string text{files[where.file].content().substr(where.begin, where.end - where.begin)};
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit)
      text.replace(edit->where.begin - where.begin, edit->where.end - edit->where.begin, edit->by);
    return text;
  }

  source::files files;
  check::program program;
};

// The changed text of each mutant, one a line.
std::string listed(std::string const& text, suite::mutation what) {
  rules const of{text};
  suite::mutant_maker maker{of.program.rules};
  std::string lines;
  for (auto const& one : of.mutants()) {
    if (one.what != what) continue;
    auto line = of.with(one.declaration, one.text);
    if (grammar::parse(source::text{"", line}, {}).has_errors()) line = of.with(one.declaration, maker.written(one));
    line.erase(0, line.find('\n') + 1);
    lines += line + '\n';
  }
  return lines;
}

std::string fates(std::string const& text, std::string const& told) {
  rules of{text};
  evaluate::compiled const compiled{of.program};
  auto const id = of.files.add("s.yaml", told);
  auto const outline = scenario::outline(of.files[id], id);
  auto const bound = scenario::bind(outline.value->front(), {}, of.program);
  REQUIRE(bound.value);
  std::vector<suite::test_case> const cases{{&*bound.value, &compiled, *bound.value->as_of}};
  auto outcomes = suite::run(cases, of.files, {}, 1, suite::coverage::asked);
  std::vector<suite::reach> const reaches{outcomes.front().reach};
  for (auto const& result : outcomes.front().results) REQUIRE(result.mismatches.empty());
  auto const mutants = of.mutants();
  auto const found = suite::run_mutants(of.program, of.files, mutants, cases, reaches, {});
  std::string lines;
  for (std::size_t i = 0; i < mutants.size(); ++i) {
    auto const& killer = found[i].killer.scenario;
    lines += fmt::format("{}: {}{}\n", words(mutants[i].what), words(found[i].fate),
                         killer ? fmt::format(" ({})", killer->edit) : "");
  }
  return lines;
}

}  // namespace

TEST_CASE("parts of a condition are dropped one by one") {
  CHECK(listed("define d(a: Attack) \"d\"\n  when a.kind = war and (party(a.by) or party(a.against))\n",
               suite::mutation::condition_dropped) == R"(  when party(a.by) or party(a.against)
  when a.kind = war and (party(a.against))
  when a.kind = war
  when a.kind = war and (party(a.by))
)");
}

TEST_CASE("conditions are negated, a `not` is taken away") {
  CHECK(listed("define d(a: Attack) \"d\"\n  when party(a.by) and not party(a.against) and a.kind in {raid, war}\n",
               suite::mutation::condition_negated) ==
        R"(  when not party(a.by) and not party(a.against) and a.kind in {raid, war}
  when party(a.by) and party(a.against) and a.kind in {raid, war}
  when party(a.by) and not party(a.against) and not a.kind in {raid, war}
)");
}

TEST_CASE("quantifiers are exchanged") {
  CHECK(listed("define d(s: State) \"d\"\n  when every a: Attack where a.by = s satisfies a.kind = war\n",
               suite::mutation::quantifier_swapped) == "  when some a: Attack where a.by = s and a.kind = war\n");
  CHECK(listed("define d(s: State) \"d\"\n  when some a: Attack where a.by = s and a.kind = war\n",
               suite::mutation::quantifier_swapped) ==
        R"(  when no a: Attack where a.by = s and a.kind = war
  when every a: Attack where a.by = s satisfies a.kind = war
)");
}

TEST_CASE("comparisons are shifted where there is an order") {
  CHECK(listed("define d(s: State) \"d\"\n  when count(a: Attack where a.by = s) >= 2\n",
               suite::mutation::comparison_shifted) == R"(  when count(a: Attack where a.by = s) > 2
  when count(a: Attack where a.by = s) >= 1
  when count(a: Attack where a.by = s) >= 3
)");
}

TEST_CASE("a norm is another, and who owes is whom it is owed to") {
  auto const text =
      "provision Pact.1 \"Help\"\n  for each a: Attack\n  judged at a.date\n"
      "  then a.by must assist(a.against) from a.date by a.date + 30 days until 2020-01-01\n";
  auto const last = [&](suite::mutation what) {
    std::string lines;
    rules const of{text};
    for (auto const& one : of.mutants())
      if (one.what == what) lines += one.text.front().by + '\n';
    return lines;
  };
  CHECK(last(suite::mutation::modality_exchanged) ==
        R"(then a.by must not assist(a.against) from a.date until 2020-01-01
then a.by may assist(a.against) from a.date until 2020-01-01
)");
  CHECK(last(suite::mutation::actor_swapped) ==
        "then a.against must assist(a.by) from a.date by a.date + 30 days until 2020-01-01\n");
  CHECK(last(suite::mutation::ending_exchanged) == "through\n");
  CHECK(last(suite::mutation::date_changed) == "2019-12-31\n2020-01-02\n");
  CHECK(last(suite::mutation::duration_changed) == "29 days\n31 days\n");
}

TEST_CASE("what is written of a mutant is what is run") {
  rules const of{R"(provision Pact.1 "Help"
  in force from 2000-01-01 through 2010-12-31
  for each a: Attack, s: State
  judged at a.date
  when party(s) and not (a.kind = war or s = a.against) and (no b: Attack where b.date > a.date and b.by = s)
  unless a.by = s as "itself"
  requires every t: State where party(t) satisfies t != a.by as "no party attacks"
  requires (first c: Attack by c.date where c.by = a.by).date = a.date
  then s must assist(a.against) from the later of a.date and 2001-01-01 within 3 months
  otherwise s may assist(a.against) from a.date until a.date + 1 year
provision Pact.2 "Peace"
  for each a: Attack
  judged at a.date
  when a.kind = siege
  overrides Pact.1 for the same a until 2005-01-01
)"};
  suite::mutant_maker maker{of.program.rules};
  auto const mutants = of.mutants();
  CHECK(mutants.size() == 57);
  for (auto const& one : mutants) {
    auto const meant = model::dump(maker.made(one));
    auto const says_so = [&](std::vector<suite::text_edit> const& edits) {
      auto const read = grammar::parse(source::text{"", of.with(one.declaration, edits)}, {});
      return !read.has_errors() && model::dump(*read.value) == meant;
    };
    auto const text = of.with(one.declaration, one.text);
    CAPTURE(text);
    CHECK((says_so(one.text) || says_so(maker.written(one))));
  }
}

TEST_CASE("a maker is the same after each mutant") {
  rules const of{"define d(a: Attack) \"d\"\n  when a.kind = war and party(a.by)\n"};
  suite::mutant_maker maker{of.program.rules};
  auto const mutants = of.mutants();
  auto const once = model::dump(maker.made(mutants.back()));
  for (auto const& one : mutants) static_cast<void>(maker.made(one));
  CHECK(model::dump(maker.made(mutants.back())) == once);
}

TEST_CASE("what becomes of mutants, and what would kill a survivor") {
  CHECK(fates("define hit(a: Attack) \"d\"\n  when a.kind = war\n"
              "provision Pact.1 \"P\"\n  for each a: Attack\n  when hit(a) and party(a.against)\n",
              R"(scenario: S
rules: r
as_of: 2014-06-15
entities: {State: {v: V, w: W}}
facts:
  party: [[w]]
  Attack: {first: {by: v, against: w, kind: war, date: 2014-06-01}}
expect: [{Pact.1: applies}]
)") == R"(condition negated: killed
condition dropped: survived (`kind: raid` of `first`)
condition negated: killed
and/or swapped: survived (`against: v` of `first`)
condition dropped: survived (`against: v` of `first`)
condition negated: killed
)");
}

TEST_CASE("a condition that comes to the same whatever the facts is equivalent") {
  auto const agreed = [](std::string const& condition, suite::mutation what) {
    rules const of{"define d(a: Attack, s: State) \"d\"\n  when " + condition + "\n"};
    suite::mutant_maker maker{of.program.rules};
    std::string found;
    for (auto const& one : of.mutants())
      if (one.what == what) found += suite::combinations_agreed(of.program, one, maker) ? '=' : '!';
    return found;
  };
  CHECK(agreed("a.kind = war and a.kind != raid", suite::mutation::condition_dropped) == "!=");
  CHECK(agreed("party(s) and (party(s) or a.by = s)", suite::mutation::condition_dropped) == "!!==");
  CHECK(agreed("party(s) and a.by = s", suite::mutation::condition_dropped) == "!!");
  CHECK(agreed("count(x: State where party(x)) > 1", suite::mutation::comparison_shifted) == "!!!");
  CHECK(agreed("a.date < 2000-01-01 and a.date <= 1999-12-31", suite::mutation::condition_dropped) == "==");
}
