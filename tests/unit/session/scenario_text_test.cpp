// A scenario written as a file of its own says the same when it is read back, and what does not matter is left out of
// it.
#include "engine/session/scenario_text.hpp"
#include "engine/facts/print.hpp"
#include "engine/session/revisions.hpp"
#include "engine/session/session.hpp"
#include "engine/suite/smaller.hpp"

#include <doctest/doctest.h>

using namespace casus;

namespace {

constexpr auto rules = R"(instrument Pact "Pact"
entity State
  rank: Int
entity Group
individual council: Group "the Council"
enum Kind { raid, war }
event Attack "{by} attacks {against}"
  by: State
  against: State
  kind: Kind
  note: Text?
event Report "a report on {of}"
  of: Attack
fact party(s: State) "{s} is a party"
fact share(s: State): Int "{s} bears {value} per cent"
interpretation wide "Wide?" { broad, narrow } default narrow
define heavy(s: State) "{s}" when share(s) > 10 and wide = broad
act assist "{by} helps {to}"
  by: State
  to: State
provision Pact.1 "Help"
  for each a: Attack, s: State
  when s != a.by
  unless a.kind = raid as "a \"raid\""
  requires party(s) as "it is a party: in fact"
  then s must assist(a.against) from a.date
question doubt "Is it so?"
  for each s: State
  arises when party(s)
)";

constexpr auto told = R"(scenario: "A \"raid\""
rules: r.casus
as_of: 2014-06-15
entities: {State: {v: {title: V, rank: 3}, w: W, x: X}}
facts:
  Attack:
    first: {by: v, against: w, kind: unknown, date: 2014-06-01, effective: 2014-05-01, known: 2014-06-02}
    second: {by: w, kind: war, note: "so: it is", date: unknown, holds: unknown}
  Report:
    one: {of: first, date: 2014-06-03}
  party:
    - {s: v, from: 2000-01-01, until: 2010-01-01}
    - {s: w, holds: false}
  share: [{s: v, value: 20}]
readings: {wide: broad}
law: {Pact.1: 2012-01-01}
known_by: 2014-06-10
expect:
  - Pact.1: violated
  - {at: 2014-06-02, law: 2013-01-01, readings: {wide: narrow}, doubt: {status: unanswered, only: [{s: v}]}}
  - Pact.1: {status: satisfied, for: [{a: second, s: v}], duty: open, failing: []}
    party: {for: [{s: v}], status: unknown}
    conflicts: []
  - {known_by: 2014-06-03, Pact.1: {for: [{a: first}, {s: w}], failing: ["it is a party: in fact"]}}
  - {readings: {wide: unknown}, Pact.1: {status: displaced, displaced_by: "a \"raid\""}, conflicts: [{must: Pact.1, must not: Pact.1}]}
)";

facts::scenario read(std::string const& text, std::unique_ptr<session::session>& keep) {
  auto files = std::make_shared<session::memory>();
  (*files)["r.casus"] = rules;
  (*files)["s.yaml"] = text;
  keep = std::make_unique<session::session>(session::in_memory(files), session::input_reader{});
  auto all = keep->scenarios("s.yaml", session::asked::by_name);
  REQUIRE(all.value);
  REQUIRE(all.value->front().scenario);
  return std::move(*all.value->front().scenario);
}

}  // namespace

TEST_CASE("a scenario that was written says the same") {
  std::unique_ptr<session::session> files;
  std::unique_ptr<session::session> again;
  auto const first = read(told, files);
  auto const& program = *files->rules({"r.casus"}).program;
  auto const second = read(session::scenario_text(first, program, {.rules = {"r.casus"}}), again);
  CHECK(facts::dump(first, program) == facts::dump(second, program));
}

TEST_CASE("a comment stands above a scenario that was written") {
  std::unique_ptr<session::session> files;
  auto const first = read(told, files);
  auto const& program = *files->rules({"r.casus"}).program;
  auto const text =
      session::scenario_text(first, program, {.rules = {"a.casus", "b"}, .comment = {"It", "", "is so."}});
  CHECK(text.rfind("# It\n#\n# is so.\nscenario: \"A \\\"raid\\\"\"\nrules: [\"a.casus\", \"b\"]\n", 0) == 0);
}

TEST_CASE("what a test does not need is left out") {
  std::unique_ptr<session::session> files;
  auto const first = read(told, files);
  auto const& program = *files->rules({"r.casus"}).program;
  auto const has_report = [](facts::scenario const& one) {
    return !one.agreed.events.empty() && one.agreed.events.back().id == "one";
  };
  auto const small = suite::smaller(first, program, 1'000, has_report);
  CHECK(session::scenario_text(small, program, {.rules = {"r.casus"}}) == R"(scenario: "A \"raid\""
rules: "r.casus"
as_of: 2014-06-15
law: {Pact.1: 2012-01-01}
known_by: 2014-06-10
entities:
  State:
    v: {title: "V", rank: 3}
    w: "W"
facts:
  Attack:
    first: {by: v, against: w, kind: unknown, date: 2014-06-01, effective: 2014-05-01, known: 2014-06-02}
  Report:
    one: {of: first, date: 2014-06-03}
readings: {wide: broad}
)");
}

TEST_CASE("files of a revision stand beside those that are there") {
  auto memory = std::make_shared<session::memory>();
  (*memory)["rules/a.casus"] = "now";
  std::vector<std::string> asked;
  auto const git = [&](std::vector<std::string> const& arguments, std::size_t) -> session::read_result {
    std::string line;
    for (auto const& one : arguments) line += one + ' ';
    asked.push_back(line);
    if (line == "show HEAD~1:./rules/a.casus ") return {"then", {}};
    if (line == "cat-file -t HEAD~1:./rules ") return {"tree\n", {}};
    if (line == "ls-tree -z HEAD~1:./rules/ ") return {std::string("100644 blob 12\ta.casus\0", 23), {}};
    return {std::nullopt, "git does not know it"};
  };
  auto const files = session::with_revisions(session::in_memory(memory), git);
  CHECK(files.read("rules/a.casus").content == "now");
  CHECK(asked.empty());
  CHECK(files.read("HEAD~1:/rules/a.casus").content == "then");
  CHECK(files.kind("HEAD~1:/rules") == session::path_kind::folder);
  CHECK(session::find_files(files, "HEAD~1:/rules", ".casus").paths ==
        std::vector<std::string>{"HEAD~1:/rules/a.casus"});
  CHECK(files.write("HEAD~1:/rules/a.casus", "else") == "what git keeps is not written to");
  CHECK(session::path_in_revision("HEAD~1:rules") == "HEAD~1:/rules");
  CHECK_FALSE(session::path_in_revision("--output=x:rules"));
  CHECK_FALSE(session::path_in_revision("rules"));
}
