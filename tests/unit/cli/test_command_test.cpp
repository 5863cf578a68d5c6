// `casus test`: its JSON is held to the schema that is shipped, and its output does not depend on the threads.
#include "run_in_memory.hpp"
#include "schema.hpp"

#include <doctest/doctest.h>

namespace casus::test {
namespace {

constexpr auto rules = R"(instrument Pact "Pact"
entity State
fact party(s: State) "{s} is a party"
provision Pact.1 "Peace"
  for each s: State
  when party(s)
  requires s = s as "it is itself"
)";

session::memory files(int scenarios) {
  session::memory made{{"r.casus", rules}};
  for (int i = 0; i < scenarios; ++i) {
    auto const number = std::to_string(i);
    made["cases/" + std::string(4 - number.size(), '0') + number + ".yaml"] =
        "scenario: Case " + number + "\nrules: ../r.casus\nas_of: 2014-06-15\nentities: {State: {x: X, y: Y}}\n" +
        (i % 3 == 0 ? "facts: {party: [x]}\n" : "") +
        (i % 50 == 7 ? "" : "expect: [{Pact.1: satisfied, party: {status: holds, only: [x]}}]\n");
  }
  return made;
}

}  // namespace

TEST_CASE("a test run fits its schema") {
  auto const schema = session::disk(CASUS_ROOT).read("docs/reference/test.schema.json").content.value_or("");
  auto const fits = [&](std::vector<std::string> arguments, session::memory const& all) {
    arguments.insert(arguments.begin(), {"test", "--format", "json"});
    CHECK(misfits(schema, run(arguments, all).output) == "");
  };
  auto all = files(9);
  fits({"cases"}, all);
  fits({"cases", "--fail-fast"}, all);
  fits({"cases", "--filter", "Case 1"}, all);
  all["cases/0003.yaml"] = "scenario: Broken\nrules: nowhere\n";
  fits({"cases"}, all);
}

TEST_CASE("coverage fits its schema, and does not depend on the threads") {
  auto const schema = session::disk(CASUS_ROOT).read("docs/reference/coverage.schema.json").content.value_or("");
  auto const all = files(20);
  auto const written = [&](std::vector<std::string> const& more) {
    std::vector<std::string> each;
    for (std::string const jobs : {"1", "4"}) {
      std::vector<std::string> arguments{"test", "--coverage-to", "c.json", "--jobs", jobs};
      arguments.insert(arguments.end(), more.begin(), more.end());
      auto const made = run(arguments, all).files;
      CHECK(made.count("c.json") == 1);
      each.push_back(made.at("c.json"));
      CHECK(misfits(schema, each.back()) == "");
    }
    CHECK(each.front() == each.back());
    return each.front();
  };
  CHECK(written({"cases"}).find("\"mcdc\"") == std::string::npos);
  CHECK(written({"cases", "--mcdc"}).find("\"totals\": {\"conditions\":2,\"shown\":1}") != std::string::npos);
  // Nobody is a party there: a scenario is found in which somebody is.
  CHECK(written({"cases/0001.yaml", "--mcdc"}).find("`party: [x]`") != std::string::npos);
}

TEST_CASE("what is missing is searched for under each rule set that declares it") {
  constexpr auto told =
      "as_of: 2014-06-15\nentities: {State: {x: X, y: Y}}\nfacts: {party: [x, y]}\n"
      "expect: [{Pact.1: satisfied}]\n";
  session::memory const all{{"r.casus", rules},
                            {"more.casus",
                             "define alone(s: State) \"{s} is alone\"\n  when not party(s)\n"
                             "provision Pact.2 \"Alone\"\n  for each s: State\n  when alone(s)\n"},
                            {"cases/a.yaml", std::string{"scenario: A\nrules: ../r.casus\n"} + told},
                            {"cases/b.yaml", std::string{"scenario: B\nrules: [../r.casus, ../more.casus]\n"} + told}};
  auto const made = run({"test", "cases", "--mcdc", "--write-to", "new"}, all);
  CHECK(made.code == 0);
  CHECK(made.files.count("new/define-alone-party-s-false.yaml") == 1);
  CHECK(made.files.count("new/Pact.2-alone-s-true.yaml") == 1);
  CHECK(made.files.at("new/Pact.2-alone-s-true.yaml").find("rules: [\"../r.casus\", \"../more.casus\"]\n") !=
        std::string::npos);
  auto const again = run({"test", ".", "--mcdc", "--tries", "0"}, made.files);
  CHECK(again.output.find("`alone(s)` never shown") == std::string::npos);
  CHECK(again.output.find("Pact.1: condition `s = s` never shown to decide while false\n") != std::string::npos);
}

TEST_CASE("a scenario that is found shows, read back, what it was found for") {
  session::memory const all{{"r.casus", R"(instrument Pact "Pact"
entity State closed
enum Kind { raid, siege }
event Attack "{by} attacks {against}"
  by: State
  against: State
  kind: Kind?
  grave: Bool = false
fact party(s: State) "{s} is a party"
provision Pact.1 "Peace"
  for each a: Attack
  when party(a.by) and (a.kind = siege or a.grave)
)"},
                            {"cases/a.yaml",
                             "scenario: A\nrules: ../r.casus\nas_of: 2014-06-15\nentities: {State: {x: X, y: Y}}\n"
                             "facts: {Attack: {first: {by: x, against: y, date: 2014-06-01}}}\n"
                             "expect: [{Pact.1: does not apply}]\n"}};
  auto const made = run({"test", "cases", "--mcdc", "--write-to", "cases/new"}, all);
  CHECK(made.output.find("coverage: 0 of 3 conditions shown") != std::string::npos);
  auto const again = run({"test", "cases", "--mcdc", "--tries", "0"}, made.files);
  CHECK(again.output.find("coverage: 3 of 3 conditions shown") != std::string::npos);
  CHECK(again.code == 0);
}

TEST_CASE("a search that is interrupted leaves what is found so far") {
  for (int const least : {0, 1, 5}) {
    auto patience = least;
    ran result;
    auto const kept = std::make_shared<session::memory>(files(3));
    cli::environment around{.files = session::in_memory(kept),
                            .read_input = {},
                            .write_output = [&result](std::string_view text) { result.output += text; },
                            .write_error = [&result](std::string_view text) { result.errors += text; },
                            .today = {},
                            .commit = "0",
                            .is_interrupted = [&patience] { return patience-- <= 0; }};
    result.code = cli::run(std::vector<std::string>{"test", "cases/0002.yaml", "--mcdc"}, around);
    CHECK(result.output.find("The search was interrupted.\n") != std::string::npos);
    CHECK(result.output.find("Modified condition/decision coverage: 0 of 2") != std::string::npos);
  }
}

TEST_CASE("a run with snapshots fits its schema") {
  auto const schema = session::disk(CASUS_ROOT).read("docs/reference/test.schema.json").content.value_or("");
  auto const shown = run({"test", "cases", "--format", "json", "--snapshot"}, files(9));
  CHECK(misfits(schema, shown.output) == "");
  auto changed = shown.files;
  changed["cases/0000.yaml"].replace(changed["cases/0000.yaml"].find("[x]"), 3, "[y]");
  CHECK(misfits(schema, run({"test", "cases", "--format", "json"}, changed).output) == "");
  CHECK(misfits(schema, run({"test", "cases", "--format", "json", "--accept"}, changed).output) == "");
}

TEST_CASE("the output is the same whatever the number of threads, beyond what is run at once") {
  auto const all = files(600);
  for (std::string const format : {"text", "json", "junit", "tap"}) {
    auto const with = [&](std::string const& jobs) {
      return run({"test", "cases", "--format", format, "--jobs", jobs}, all);
    };
    auto const one = with("1");
    CHECK(one.code == 1);
    for (std::string const jobs : {"2", "5"}) {
      auto const more = with(jobs);
      CHECK(more.output == one.output);
      CHECK(more.errors == one.errors);
    }
  }
}

TEST_CASE("a run ends with what passed and failed") {
  auto const shown = run({"test", "cases"}, files(9)).output;
  CHECK(shown.substr(shown.rfind('\n', shown.size() - 2) + 1) == "3 passed, 5 failed\n");
}

}  // namespace casus::test
