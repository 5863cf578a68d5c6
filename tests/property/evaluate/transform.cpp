#include "tests/property/evaluate/transform.hpp"

#include "engine/evaluate/world.hpp"
#include "engine/facts/print.hpp"
#include "tests/property/evaluate/compare.hpp"
#include "tests/property/evaluate/draw.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <functional>
#include <map>
#include <span>

namespace casus::oracle {
namespace {

using change = std::function<std::string(std::string const&)>;

void apply(phrase& to, change const& by) {
  to.before = by(to.before);
  to.after = by(to.after);
  for (phrase& each : to.parts) apply(each, by);
}

void apply(named_values& to, change const& by) {
  for (auto& [name, value] : to) value = by(value);
}

void apply(sketch& to, change const& by) {
  for (declaration& each : to.rules) {
    each.head = by(each.head);
    for (clause& part : each.clauses) {
      part.before = by(part.before);
      part.after = by(part.after);
      if (part.body) apply(*part.body, by);
    }
  }
  for (told_entity& each : to.entities) each.id = by(each.id), apply(each.fields, by);
  for (told_event& each : to.events) each.id = by(each.id), apply(each.fields, by);
  for (told_fact& each : to.facts) apply(each.fields, by);
  if (to.known_by) to.known_by = by(*to.known_by);
  apply(to.law, by);
}

std::string shifted(std::string const& text, int days) {
  std::string made;
  for (std::size_t at = 0; at < text.size();) {
    auto const found =
        at + 10 <= text.size() ? source::parse_date(std::string_view(text).substr(at, 10)) : std::nullopt;
    made += found ? source::to_iso({found->days + days}) : text.substr(at, 1);
    at += found ? std::size_t{10} : std::size_t{1};
  }
  return made;
}

bool is_of_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

std::string print(std::string const& of, std::span<facts::value const> values, check::program const& rules,
                  facts::base const& facts) {
  std::string text;
  for (facts::value const& each : values) text += (text.empty() ? "" : ", ") + facts::print(each, rules, facts);
  return fmt::format("{}({})", of, text);
}

void add_answers(std::vector<std::string>& to, evaluate::world& world, source::date date, int day) {
  check::program const& rules = world.program();
  evaluate::findings const found = world.at(date);
  for (auto const& provision : found.provisions) {
    for (auto const& each : provision.instances) {
      to.push_back(fmt::format("{} {} {} {}", day,
                               print(rules.provisions[provision.provision].id, each.binding, rules, world.facts()),
                               evaluate::words(each.status), each.failing.size()));
    }
  }
  for (auto const& each : found.norms) {
    to.push_back(fmt::format("{} {} {} {}", day,
                             print(rules.provisions[each.provision].id, {&each.actor, 1}, rules, world.facts()),
                             each.consequence, evaluate::words(each.state)));
  }
  for (check::relation_index relation = 0; relation < rules.relations.size(); ++relation) {
    if (rules.relations[relation].value) continue;
    for (auto const& each : world.tuples(relation, date)) {
      to.push_back(fmt::format("{} {} {}", day,
                               print(rules.relations[relation].name, each.arguments, rules, world.facts()),
                               each.truth == facts::truth::yes));
    }
  }
  for (auto const& question : found.questions) {
    to.push_back(fmt::format("{} {} {}", day, rules.questions[question.question].id, evaluate::words(question.status)));
  }
}

}  // namespace

sketch later(sketch of, int days) {
  apply(of, [days](std::string const& text) { return shifted(text, days); });
  return of;
}

std::string renamed(std::string const& text) {
  static std::map<std::string, std::string> const names{
      {"pole", "azerty"},  {"spain", "zulu"},   {"sweden", "yankee"}, {"gang", "band"},     {"agent", "spy"},
      {"raid1", "storm3"}, {"raid2", "storm2"}, {"raid3", "storm1"},  {"call1", "appeal2"}, {"call2", "appeal1"},
      {"aid1", "help3"},   {"aid2", "help2"},   {"aid3", "help1"}};
  std::string made;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_of_word(text[end])) ++end;
    if (end == at) ++end;
    std::string const word = text.substr(at, end - at);
    auto const found = names.find(word);
    made += found == names.end() ? word : found->second;
    at = end;
  }
  return made;
}

sketch renamed(sketch of) {
  apply(of, [](std::string const& text) { return renamed(text); });
  std::reverse(of.events.begin(), of.events.end());
  std::reverse(of.entities.begin(), of.entities.end());
  return of;
}

sketch with_others(sketch of) {
  of.rules.push_back({"entity Comet", {}});
  of.rules.push_back({"event Eclipse \"an eclipse\"", {{"of: Comet", std::nullopt, ""}}});
  of.rules.push_back({"fact bright(c: Comet) \"bright\" unstated is unknown", {}});
  of.entities.insert(of.entities.begin(), {"Comet", "halley", {}});
  of.events.insert(of.events.begin(), {"Eclipse", "dark", {{"of", "halley"}, {"date", "2000-01-12"}}});
  of.events.push_back({"Eclipse", "darker", {{"date", "unknown"}, {"holds", "unknown"}}});
  of.facts.insert(of.facts.begin(), {"bright", {{"c", "halley"}, {"from", "2000-01-18"}}});
  return of;
}

std::vector<std::string> answers(sketch const& of, int days) {
  std::vector<std::string> found;
  std::string said;
  auto const program = program_of(of, said);
  if (!program) return {"refused"};
  facts::base const facts = facts_of(of, *program);
  evaluate::options const how = options_of(of, *program);
  evaluate::compiled const compiled(*program);
  evaluate::world world(compiled, facts, how);
  try {
    for (std::string const& each : drawn_dates()) {
      source::date const date = *source::parse_date(each);
      add_answers(found, world, {date.days + days}, date.days);
    }
  } catch (evaluate::failure const&) { return {"gave up"}; }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace casus::oracle
