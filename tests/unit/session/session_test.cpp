#include "engine/session/session.hpp"

#include <doctest/doctest.h>

using namespace casus;

namespace {

session::session with(session::memory files) {
  auto shared = std::make_shared<session::memory>(std::move(files));
  return {session::in_memory(shared),
          [](std::size_t) { return session::read_result{.content = "entity Person\n", .problem = {}}; }};
}

std::string messages(std::vector<source::diagnostic> const& said) {
  std::string text;
  for (auto const& one : said) {
    if (one.severity == source::severity::error) text += one.message + '\n';
  }
  return text;
}

constexpr auto pact = "instrument Pact \"Pact\"\nprovision Pact.1 \"Peace\"\n  for each s: State\n  when party(s)\n";
constexpr auto kinds = "entity State\nfact party(s: State) \"{s} is a party\"\n";

}  // namespace

TEST_CASE("rules that are named in several ways are compiled once") {
  auto all = with({{"rules/a.casus", kinds}, {"rules/b.casus", pact}});
  auto const& folder = all.rules({"rules"});
  CHECK(messages(folder.diagnostics).empty());
  CHECK(folder.compiled.has_value());
  CHECK(&all.rules({"rules/b.casus", "./rules/a.casus"}) == &folder);
  CHECK(&all.rules({"rules/x/../a.casus", "rules"}) == &folder);
}

TEST_CASE("files that use one another are each read once, those that are used first") {
  auto all = with({{"a.casus", std::string{"use \"b.casus\"\n"} + pact},
                   {"b.casus", std::string{"use \"a.casus\"\nuse \"b.casus\"\n"} + kinds}});
  auto const& book = all.rules({"a.casus"});
  CHECK(messages(book.diagnostics).empty());
  CHECK(book.files == std::vector<std::string>{"a.casus", "b.casus"});
  REQUIRE(book.program != nullptr);
  CHECK(std::holds_alternative<model::entity_kind>(book.program->rules.declarations[2]));
}

TEST_CASE("rules with errors have no program, and a syntax error is all that is said") {
  auto all = with({{"a.casus", "entity\n"}, {"b.casus", pact}});
  CHECK(all.rules({"a.casus", "b.casus"}).program == nullptr);
  CHECK(all.rules({"a.casus", "b.casus"}).diagnostics.size() == 1);
  CHECK(messages(all.rules({"c.casus"}).diagnostics) == "cannot read `c.casus`: there is no such file or folder\n");
}

TEST_CASE("standard input can be a rule file") {
  auto all = with({});
  auto const& book = all.rules({"-"});
  CHECK(book.compiled.has_value());
  CHECK(book.files == std::vector<std::string>{"-"});
}

TEST_CASE("a scenario finds its rules and its backgrounds, each background once") {
  auto all =
      with({{"rules/a.casus", kinds},
            {"rules/b.casus", pact},
            {"history/one.yaml", "entities: {State: {x: X}}\nbackground: two.yaml\n"},
            {"history/two.yaml", "facts: {party: [[x]]}\n"},
            {"cases/case.yaml", "scenario: S\nrules: ../rules\nbackground: [../history, ../history/two.yaml]\n"}});
  auto const loaded = all.scenarios("cases/case.yaml", session::asked::by_name);
  REQUIRE(loaded.value.has_value());
  REQUIRE(loaded.value->size() == 1);
  auto const& one = loaded.value->front();
  CHECK(messages(one.diagnostics).empty());
  REQUIRE(one.scenario.has_value());
  CHECK(one.scenario->agreed.statements.size() == 1);
  CHECK(one.rules == &all.rules({"rules"}));
}

TEST_CASE("backgrounds in a circle are an error") {
  auto all = with({{"rules.casus", kinds},
                   {"one.yaml", "background: two.yaml\n"},
                   {"two.yaml", "background: one.yaml\n"},
                   {"case.yaml", "scenario: S\nrules: rules.casus\nbackground: one.yaml\n"}});
  auto const loaded = all.scenarios("case.yaml", session::asked::by_name);
  REQUIRE(loaded.value.has_value());
  CHECK(messages(loaded.value->front().diagnostics) == "`one.yaml` is its own background\n");
  CHECK_FALSE(loaded.value->front().scenario.has_value());
}

TEST_CASE("background files are passed over where their folder is checked") {
  auto all = with({{"rules.casus", kinds}, {"one.yaml", "rules: rules.casus\nentities: {State: {x: X}}\n"}});
  CHECK(all.scenarios("one.yaml", session::asked::with_its_folder).value->empty());
  CHECK(all.scenarios("one.yaml", session::asked::by_name).value->size() == 1);
}

TEST_CASE("the latest date is the scenario's own, else its background's") {
  std::string const rules = std::string{kinds} + "event Flood \"{where} is flooded\"\n  where: State\n";
  auto all = with({{"rules.casus", rules},
                   {"history.yaml", "entities: {State: {x: X}}\nfacts: {party: [{s: x, until: 2030-01-01}]}\n"},
                   {"own.yaml",
                    "scenario: S\nrules: rules.casus\nbackground: history.yaml\n"
                    "facts: {Flood: [{where: x, date: 2014-06-01, effective: 2015-01-01}]}\n"},
                   {"bare.yaml", "scenario: S\nrules: rules.casus\nbackground: history.yaml\n"},
                   {"none.yaml", "scenario: S\nrules: rules.casus\n"}});
  auto const latest = [&](std::string const& path) {
    auto const loaded = all.scenarios(path, session::asked::by_name);
    auto const day = session::latest_date(*loaded.value->front().scenario);
    return day ? source::to_iso(*day) : std::string{"none"};
  };
  CHECK(latest("own.yaml") == "2015-01-01");
  CHECK(latest("bare.yaml") == "2030-01-01");
  CHECK(latest("none.yaml") == "none");
}

TEST_CASE("the scenarios of a file are handed over one after the other, whatever is wrong with later ones") {
  auto all = with({{"rules.casus", kinds},
                   {"many.yaml",
                    "scenario: A\nrules: rules.casus\n---\nscenario: B\nruls: rules.casus\n---\nscenario: C\nrules: "
                    "rules.casus\n---\nscenario: [\n"}});
  std::string seen;
  all.each_scenario("many.yaml", session::asked::by_name, [&](session::loaded_scenario one) {
    seen += one.scenario ? one.scenario->title + ": " : one.is_told ? "wrong: " : "besides: ";
    seen += messages(one.diagnostics);
  });
  CHECK(seen ==
        "A: wrong: a scenario has no key `ruls`\nC: besides: the list that opens "
        "here is not closed, or a comma is missing\n");
}

TEST_CASE("a file that is larger than the bound is not read, one that is not is") {
  std::string const comment(session::mebibyte - std::string{kinds}.size() - 2, '#');
  auto const files = std::make_shared<session::memory>(
      session::memory{{"fits.casus", kinds + comment + "#\n"}, {"large.casus", kinds + comment + "##\n"}});
  auto const none = [](std::size_t) { return session::read_result{}; };
  session::session bounded{session::in_memory(files), none, session::mebibyte};
  CHECK(bounded.rules({"fits.casus"}).diagnostics.size() == 2);  // nothing reads what it declares
  CHECK(bounded.rules({"fits.casus"}).compiled.has_value());
  CHECK(messages(bounded.rules({"large.casus"}).diagnostics) ==
        "cannot read `large.casus`: it is larger than 1 MiB (raise the bound with `--limit file-size=MIB`)\n");
}

TEST_CASE("what a file offers that is only used need not all be read") {
  auto all = with({{"common.casus", std::string{kinds} + "fact spare(s: State) \"{s} is spare\"\n"},
                   {"pact.casus", std::string{"use \"common.casus\"\n"} + pact}});
  CHECK(all.rules({"pact.casus"}).diagnostics.empty());
  REQUIRE(all.rules({"pact.casus", "common.casus"}).diagnostics.size() == 1);
  CHECK(all.rules({"pact.casus", "common.casus"}).diagnostics.front().code == "never-read");
}
