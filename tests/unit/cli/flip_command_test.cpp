// What `casus flip` says turns an answer is what `casus what-if` finds: every command line that it writes is run.
#include "run_in_memory.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::test {
namespace {

using json = nlohmann::json;

constexpr auto rules = R"(instrument Pact "Pact"
entity State closed
enum Origin { external, internal, mixed }
event Attack "{by} attacks {against}"
  by: State?
  against: State
  origin: Origin
  grave: Bool = false
  dead: Int
  length: Duration
  said: Text
event Request "{by} asks for help"
  by: State
  about: Attack
act assist "{by} helps {to}"
  by: State
  to: State
fact party(s: State) "{s} is a party"
fact neutral(s: State) "{s} is neutral" unstated is unknown
fact share(s: State): Int "{s} bears {value} per cent"
fact asks(r: Request) "{r} is a request"
provision Pact.1 "Help"
  for each a: Attack, s: State
  when a.origin = external and party(s) and s != a.against
   and (some r: Request where r.by = a.against and r.about = a)
  unless neutral(s) as "it is neutral"
  then s must assist(a.against) from a.date
provision Pact.2 "Those who bear a tenth"
  for each s: State
  when share(s) >= 10
provision Pact.3 "Numbers, lengths, texts and dates"
  for each a: Attack
  when a.dead > 100 and a.length >= 3 days and a.said != "a drill" and not a.grave
provision Pact.4 "What is absent"
  for each a: Attack
  when a.by is given
)";

constexpr auto scenario = R"(scenario: One
rules: r.casus
as_of: 2014-06-15
entities: {State: {x: X, y: Y, z: Z}}
facts:
  party: [[x], [y]]
  neutral: [{s: y, holds: false}, {s: x, holds: false}, {s: z, holds: false}]
  share: [{s: x, value: 9}, {s: y, value: 3}]
  Attack:
    raid: {by: x, against: y, dead: 12, length: 2 days, said: a drill, date: 2014-06-01}
    rumour: {by: z, against: x, dead: 2, length: 1 day, said: none, date: 2014-06-02, holds: unknown}
  Request:
    appeal: {by: y, about: raid, date: 2014-06-03}
views:
  ours: {says: it is so, facts: {Attack: {raid: {origin: external}, rumour: false}}}
  theirs: {says: it is not so, facts: {Attack: {raid: {origin: internal}}, party: [{s: x, holds: false}]}}
expect:
  - {view: ours, Pact.1: applies}
  - {view: theirs, Pact.1: does not apply}
)";

// The words of a command line that is quoted for a shell, without those of the program itself.
std::vector<std::string> words_of(std::string const& line) {
  std::vector<std::string> words{""};
  bool is_quoted = false;
  for (char const c : line) {
    if (c == '\'')
      is_quoted = !is_quoted;
    else if (c == ' ' && !is_quoted)
      words.emplace_back();
    else
      words.back() += c;
  }
  words.erase(words.begin());
  return words;
}

json run_json(std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--format", "json"});
  auto const shown = run(arguments, {{"r.casus", rules}, {"s.yaml", scenario}});
  REQUIRE_MESSAGE(shown.code == 0, shown.errors);
  return json::parse(shown.output).at("found").at(0);
}

bool is_one_of(std::string const& status, std::vector<std::string> const& all) {
  return std::find(all.begin(), all.end(), status) != all.end();
}

// What a what-if makes of the provision: "applies", "undetermined", "displaced" or "does not apply".
std::string answer(json const& found, std::string const& citation) {
  std::string strongest = "does not apply";
  for (auto const& one : found.at("differences")) {
    if (one.value("provision", "") != citation) continue;
    for (auto const& now : one.at("now")) {
      auto const status = now.at("status").get<std::string>();
      if (is_one_of(status, {"violated", "satisfied", "applies", "open"})) return "applies";
      if (status == "undetermined" || (status == "displaced" && strongest != "undetermined")) strongest = status;
    }
  }
  return strongest;
}

// Runs what every set says; how many there were.
std::size_t hold(std::vector<std::string> arguments, std::string const& citation) {
  arguments.insert(arguments.begin(), {"flip", "s.yaml"});
  auto const found = run_json(arguments).at("flips").at(0);
  CHECK(found.at("every_fact_read").get<bool>());
  for (auto const& set : found.at("sets")) {
    auto const line = set.at("command").get<std::string>();
    CAPTURE(line);
    CHECK(answer(run_json(words_of(line)), citation) == set.at("to").get<std::string>());
  }
  return found.at("sets").size();
}

}  // namespace

TEST_CASE("each command line that flip writes gives the other answer") {
  CHECK(hold({"Pact.1"}, "Pact art. 1") > 3);
  CHECK(hold({"Pact.1", "--view", "ours"}, "Pact art. 1") > 3);
  CHECK(hold({"Pact.1", "s=x", "--view", "theirs"}, "Pact art. 1") > 0);
  CHECK(hold({"Pact.2"}, "Pact art. 2") > 0);
  CHECK(hold({"Pact.3", "--size", "3"}, "Pact art. 3") > 0);
  CHECK(hold({"Pact.4", "--view", "ours"}, "Pact art. 4") > 0);
}

}  // namespace casus::test
