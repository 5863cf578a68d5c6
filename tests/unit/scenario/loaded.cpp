#include "loaded.hpp"

#include "engine/check/check.hpp"
#include "engine/facts/print.hpp"
#include "engine/scenario/load.hpp"
#include "grammar/parse.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace casus::test {
namespace {

constexpr std::string_view rules_text = R"(
instrument CST "Collective Security Treaty"
  in force from 1994-04-20

entity Actor
entity State : Actor
  russian_name: Text
  neighbour: State?
entity Group : Actor
entity Organ : Actor

individual russia: State "Russia" {russian_name = "Россия"}
individual armenia: State "Armenia" {russian_name = "Армения", neighbour = georgia}
individual georgia: State
individual csc: Organ "the Council"

enum Conduct { armed_attack, incursion, unrest }

event Attack "{by} attacks {against}"
  by: Actor
  against: State
  conduct: Conduct
  note: Text?
  planned: Bool = false
  weight: Int
  length: Duration
  ends: Date

event Reply "a reply to {attack}"
  attack: Attack

event Idle "nothing looks at {what}"
  what: Text

act assist "{by} helps {to}"
  by: State
  to: State
act join "{by} joins {group}"
  by: State
  group: Group

fact party(s: State) "{s} is a party"
fact neighbours(a: State, b: State) "{a} borders {b}"
fact share(s: State): Int "{s} pays {value}"
fact answers(r: Reply) "{r} answers"
fact mobilised() "there is a mobilisation"
define member(s: State) "{s} is a member"
  when party(s)

interpretation blocs "What is a bloc?" { narrow, wide } default narrow
interpretation idle "Does it matter?" { yes, not_at_all } default yes

provision CST.4 "Allies help"
  in force until 2012-12-19
  for each victim: State, ally: State, a: Attack
  judged at a.date
  when member(victim) and member(ally) and a.against = victim and ally != victim
  unless a.by = ally as "the ally attacks"
  requires a.conduct = armed_attack as "an armed attack"
  requires a.planned as "a plan"
  then ally must assist(victim) from a.date

provision CST.4 "Allies help those who ask"
  in force from 2012-12-19
  for each victim: Actor, r: Reply
  judged at r.date
  when r.attack.against = victim and mobilised()
  requires r.attack.weight > 3

provision CST.1 "No blocs"
  for each s: State, g: Group
  when member(s) and blocs = wide
  then s must not join(g)

question end "Who may end it?"
  for each s: State
  arises when share(s) > 3
)";

std::string place(source::files const& files, source::span where, source::file_id own) {
  source::text const& text = files[where.file];
  if (text.name() == "rules") return "rules";
  auto const at = text.position_of(where.begin);
  std::string const prefix = where.file == own ? std::string{} : std::string(text.name()) + ':';
  return fmt::format("{}{}:{}", prefix, at.line, at.column);
}

struct loaded_texts {
  source::files files;
  source::file_id own;
  source::outcome<facts::scenario> outcome;
};

void add(std::vector<source::diagnostic>& all, std::vector<source::diagnostic> more) {
  all.insert(all.end(), more.begin(), more.end());
}

loaded_texts load_texts(std::string_view scenario, std::vector<std::string> const& background) {
  loaded_texts made;
  made.files.add("rules", std::string(rules_text));
  std::vector<scenario::document> documents;
  for (std::string const& each : background) {
    auto const file = made.files.add(fmt::format("b{}", made.files.size()), each);
    auto outlined = scenario::outline(made.files[file], file);
    add(made.outcome.diagnostics, outlined.diagnostics);
    for (auto& document : *outlined.value) documents.push_back(std::move(document));
  }
  made.own = made.files.add("scenario", std::string(scenario));
  auto own = scenario::outline(made.files[made.own], made.own);
  add(made.outcome.diagnostics, own.diagnostics);
  if (!own.value->empty()) {
    std::vector<scenario::document const*> behind;
    for (auto const& each : documents) behind.push_back(&each);
    auto bound = scenario::bind(own.value->front(), behind, sample_rules());
    add(made.outcome.diagnostics, bound.diagnostics);
    made.outcome.value = std::move(bound.value);
  }
  source::sort(made.outcome.diagnostics);
  return made;
}

std::string indented(std::string_view facts) {
  std::string text = "facts:\n";
  for (std::size_t begin = 0; begin < facts.size();) {
    auto const end = std::min(facts.find('\n', begin), facts.size());
    text.append("  ").append(facts.substr(begin, end - begin)).append("\n");
    begin = end + 1;
  }
  return text;
}

}  // namespace

check::program const& sample_rules() {
  static check::program const rules = [] {
    source::text const text("rules", std::string(rules_text));
    auto parsed = grammar::parse(text, {});
    auto checked = check::check(std::move(*parsed.value));
    for (auto const& each : parsed.diagnostics) MESSAGE(each.message);
    for (auto const& each : checked.diagnostics) {
      if (each.severity == source::severity::error) MESSAGE(each.message);
    }
    REQUIRE(checked.value.has_value());
    return std::move(*checked.value);
  }();
  return rules;
}

source::outcome<facts::scenario> load(std::string_view scenario, std::vector<std::string> const& background) {
  return load_texts(scenario, background).outcome;
}

std::string said(std::string_view scenario, std::vector<std::string> const& background) {
  auto const loaded = load_texts(scenario, background);
  std::string written;
  for (source::diagnostic const& each : loaded.outcome.diagnostics) {
    written += fmt::format("{} {} {}\n", place(loaded.files, each.where, loaded.own), each.code, each.message);
    for (source::note const& note : each.notes) {
      written += fmt::format("  {} {}\n", note.where ? place(loaded.files, *note.where, loaded.own) : "", note.message);
    }
    if (!each.help.empty()) written += fmt::format("  help {}\n", each.help);
  }
  return written;
}

std::string told(std::string_view scenario, std::vector<std::string> const& background) {
  auto const loaded = load_texts(scenario, background);
  INFO(said(scenario, background));
  REQUIRE(loaded.outcome.value.has_value());
  facts::scenario rest = *loaded.outcome.value;
  auto const& named = sample_rules().individuals;
  std::string const all = facts::dump(rest, sample_rules());
  rest.agreed.entities.resize(named.size());
  rest.agreed.events.clear();
  rest.agreed.statements.clear();
  std::string const individuals = facts::dump(rest.agreed, sample_rules());
  auto const found = all.find(individuals);
  REQUIRE(found != std::string::npos);
  return all.substr(0, found) + all.substr(found + individuals.size());
}

std::string said_of_facts(std::string_view facts) { return said(indented(facts)); }

std::string told_in_facts(std::string_view facts) {
  std::string const all = told(indented(facts));
  return all.substr(all.find('\n') + 1);
}

}  // namespace casus::test
