// `casus mutate`: its JSON is held to the schema that is shipped, and its output does not depend on the threads.
#include "run_in_memory.hpp"
#include "schema.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace casus::test {
namespace {

session::memory files() {
  session::memory made{{"r.casus", R"(instrument Pact "Pact"
  in force from 2000-01-01 until 2020-01-01
entity State
fact party(s: State) "{s} is a party"
fact large(s: State) "{s} is large"
fact old(s: State) "{s} is old"
define member(s: State) "{s} is a member"
  when party(s) and (large(s) or old(s))
provision Pact.1 "Peace"
  in force from 2001-01-01
  for each s: State
  when member(s) and (count(other: State where party(other)) >= 1)
  unless old(s) and not large(s) as "it is too old"
  requires large(s) as "it is large"
)"}};
  made["cases/a.yaml"] =
      "scenario: A\nrules: ../r.casus\nas_of: 2014-06-15\nentities: {State: {x: X, y: Y}}\n"
      "facts: {party: [x, y], large: [x], old: [y]}\nexpect: [{Pact.1: {status: satisfied, only: [{s: x}]}}]\n";
  made["cases/b.yaml"] =
      "scenario: B\nrules: ../r.casus\nas_of: 2020-01-01\nentities: {State: {x: X}}\n"
      "facts: {party: [x], large: [x]}\nexpect: [{Pact.1: not in force}]\n";
  return made;
}

void check_written(session::memory const& rules_and_cases, std::vector<std::string> const& cases) {
  auto const made = run({"mutate", "cases", "--write-to", "cases/new"}, rules_and_cases);
  CHECK(made.code == 0);
  auto const folder = std::string{"cases/new/"};
  std::vector<std::string> written;
  for (auto const& [path, content] : made.files)
    if (path.rfind(folder, 0) == 0) written.push_back(path);
  REQUIRE(written.size() > 3);
  auto const tested = run({"test", "cases", "--deny", "all"}, made.files);
  CHECK(tested.code == 0);
  // More scenarios, more that can be changed: other mutants may be told apart by now, these are no longer there.
  auto const again = run({"mutate", "cases", "--format", "json"}, made.files);
  for (auto const& path : written)
    CHECK(again.output.find('"' + path.substr(folder.size()) + '"') == std::string::npos);
  std::vector<std::string> arguments{"mutate", "--write-to", "cases/new"};
  arguments.insert(arguments.end(), cases.begin(), cases.end());
  auto const apart = run(arguments, made.files);
  CHECK(apart.code == 0);
  CHECK(apart.errors == "");
  CHECK(apart.files == made.files);
}

}  // namespace

TEST_CASE("mutants fit their schema") {
  auto const schema = session::disk(CASUS_ROOT).read("docs/reference/mutation.schema.json").content.value_or("");
  auto const fits = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"mutate", "cases", "--format", "json"});
    auto const made = run(arguments, files());
    CHECK(made.code == 0);
    CHECK(misfits(schema, made.output) == "");
  };
  fits({});
  fits({"--sample", "3"});
  fits({"--tries", "0"});
  fits({"--provision", "member"});
}

TEST_CASE("every scenario that is written kills its mutant, and is left as it is") {
  check_written(files(), {"cases/a.yaml", "cases/b.yaml"});
}

TEST_CASE("so does every scenario that is made of nothing") {
  auto bare = files();
  bare.erase("cases/a.yaml");
  bare["cases/b.yaml"] = "scenario: B\nrules: ../r.casus\nas_of: 2014-06-15\nexpect: [{Pact.1: does not apply}]\n";
  check_written(bare, {"cases/b.yaml"});
}

// The small scenario has fewer events than the world in which it was found, and other places for them.
TEST_CASE("what is expected of a scenario made of nothing is told in its own names") {
  session::memory const bare{
      {"r.casus", R"(instrument Pact "Pact"
entity State
event Attack "{by} attacks"
  by: State
event Request "{by} asks for help"
  by: State
provision Pact.1 "Help"
  for each r: Request, s: State
  when r.by = s and no a: Attack where a.by = s
  requires count(a: Attack) <= 1
)"},
      {"cases/a.yaml", "scenario: A\nrules: ../r.casus\nas_of: 2014-06-15\nexpect: [{Pact.1: does not apply}]\n"}};
  auto const made = run({"mutate", "cases", "--format", "json"}, bare);
  CHECK(made.code == 0);
  std::size_t compared = 0;
  auto const told = nlohmann::json::parse(made.output);
  for (auto const& mutant : told["mutants"]) {
    auto const& killer = mutant["search"];
    if (!killer.is_object() || !killer["text"].is_string()) continue;
    ++compared;
    auto const expected = "- " + killer["expectation"].get<std::string>();
    CHECK(killer["text"].get<std::string>().find(expected) != std::string::npos);
  }
  CHECK(compared > 3);
}

TEST_CASE("an interruption leaves what is run so far") {
  auto patience = 0;
  for (int const least : {0, 3, 12}) {
    patience = least;
    ran result;
    auto const kept = std::make_shared<session::memory>(files());
    cli::environment around{.files = session::in_memory(kept),
                            .read_input = {},
                            .write_output = [&result](std::string_view text) { result.output += text; },
                            .write_error = [&result](std::string_view text) { result.errors += text; },
                            .today = {},
                            .commit = "0",
                            .is_interrupted = [&patience] { return patience-- <= 0; }};
    result.code = cli::run(std::vector<std::string>{"mutate", "cases"}, around);
    CHECK(result.errors == "");
    CHECK(result.code == 0);
    CHECK(result.output.find("It was interrupted before all were run.\n") != std::string::npos);
    CHECK(result.output.find(" not run") != std::string::npos);
  }
}

TEST_CASE("what becomes of mutants does not depend on the threads") {
  for (std::string const format : {"text", "json"}) {
    auto const one = run({"mutate", "cases", "--format", format, "--jobs", "1"}, files());
    auto const more = run({"mutate", "cases", "--format", format, "--jobs", "4"}, files());
    CHECK(one.output == more.output);
    CHECK(one.code == 0);
  }
}

}  // namespace casus::test
