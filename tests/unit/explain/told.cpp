#include "told.hpp"

#include "engine/check/check.hpp"
#include "engine/explain/absence.hpp"
#include "engine/facts/print.hpp"
#include "engine/model/print.hpp"
#include "engine/scenario/load.hpp"
#include "grammar/parse.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>

namespace casus::test {
namespace {

void show(std::vector<source::diagnostic> const& said, source::files const& files) {
  for (auto const& each : said) {
    auto const at = files[each.where.file].position_of(each.where.begin);
    if (each.severity == source::severity::error) {
      MESSAGE(fmt::format("{}:{}:{} {}", files[each.where.file].name(), at.line, at.column, each.message));
    }
  }
}

}  // namespace

source::date day(std::string_view iso) {
  auto const found = source::parse_date(iso);
  REQUIRE(found.has_value());
  return *found;
}

told::told(std::string_view rules, std::string_view scenario) {
  auto const in_rules = files_.add("rules", std::string(rules));
  auto parsed = grammar::parse(files_[in_rules], in_rules);
  show(parsed.diagnostics, files_);
  auto checked = check::check(std::move(*parsed.value));
  show(checked.diagnostics, files_);
  REQUIRE(checked.value.has_value());
  program_ = std::make_unique<check::program>(std::move(*checked.value));
  compiled_ = std::make_unique<evaluate::compiled>(*program_);

  auto const in_scenario = files_.add("scenario", std::string(scenario));
  auto outlined = scenario::outline(files_[in_scenario], in_scenario);
  show(outlined.diagnostics, files_);
  REQUIRE(outlined.value.has_value());
  auto bound = scenario::bind(outlined.value->front(), {}, *program_);
  show(bound.diagnostics, files_);
  REQUIRE(bound.value.has_value());
  scenario_ = std::move(*bound.value);
  evaluate::options how;
  how.readings = scenario_.readings;
  how.known_by = scenario_.known_by;
  world_ = std::make_unique<evaluate::world>(*compiled_, scenario_.agreed, how);
}

check::provision_index told::provision(std::string_view id) const {
  for (check::provision_index p = 0; p < program_->provisions.size(); ++p)
    if (program_->provisions[p].id == id) return p;
  FAIL("no such provision");
  return 0;
}

evaluate::binding told::binding(std::vector<std::string> const& ids) const {
  evaluate::binding values;
  auto const& known = scenario_.agreed;
  for (auto const& id : ids) {
    for (std::uint32_t e = 0; e < known.entities.size(); ++e)
      if (known.entities[e].id == id) values.push_back(facts::of_entity(known.entities[e].kind, e));
    for (std::uint32_t e = 0; e < known.events.size(); ++e)
      if (known.events[e].id == id) values.push_back(facts::of_event(known.events[e].kind, e));
  }
  REQUIRE(values.size() == ids.size());
  return values;
}

std::string told::words(explain::open_fact const& fact) const {
  using kind = explain::open_fact::kind;
  auto const& known = scenario_.agreed;
  auto const tuple = [&](check::relation_index relation, std::vector<facts::value> const& arguments) {
    facts::statement said;
    said.relation = relation;
    said.arguments = arguments;
    auto text = facts::print_tuple(said, *program_, known);
    return fact.date ? text + " on " + source::to_iso(*fact.date) : text;
  };
  auto const& events = known.events;
  switch (fact.of) {
    case kind::event_field: {
      auto const& event = events[fact.subject];
      return event.id + "." + program_->event_kinds[event.kind].fields[fact.field].name;
    }
    case kind::event_date: return "date of " + events[fact.subject].id;
    case kind::event_holds: return "whether " + events[fact.subject].id;
    case kind::statement: {
      auto const& said = known.statements[fact.subject];
      return "stated " + tuple(said.relation, said.arguments);
    }
    case kind::unstated_tuple: return tuple(fact.subject, fact.arguments);
    case kind::entity_field: {
      auto const& entity = known.entities[fact.subject];
      return entity.id + "." + program_->kinds[entity.kind].fields[fact.field].name;
    }
    case kind::fact_value: return "value of " + tuple(fact.subject, fact.arguments);
    case kind::reading: return "reading of " + program_->interpretations[fact.subject].id;
  }
  return {};
}

std::string told::words(explain::supposed const& what) const {
  return words(what.fact) + " = " + facts::print(what.value, *program_, scenario_.agreed);
}

explain::settlement told::settlement(std::string_view id, std::vector<std::string> const& ids, std::string_view date) {
  return explain::settle(*world_, *compiled_, provision(id), binding(ids), day(date));
}

std::string told::settled(std::string_view id, std::vector<std::string> const& ids, std::string_view date) {
  auto const found = settlement(id, ids, date);
  std::string text;
  for (auto const& fact : found.open) text += words(fact) + '\n';
  auto const add = [&](std::string_view sign, std::vector<std::vector<explain::supposed>> const& sets) {
    for (auto const& set : sets) {
      std::string line;
      for (auto const& one : set) line += (line.empty() ? "" : ", ") + words(one);
      text += fmt::format("{} {}\n", sign, line);
    }
  };
  add("+", found.applies);
  add("-", found.not_applies);
  if (found.in_every_completion) text += *found.in_every_completion ? "applies in all\n" : "applies in none\n";
  if (!found.completions_tried) text += "too many completions\n";
  if (!found.every_set_tried) text += "too many sets\n";
  return text;
}

std::string told::refused(std::string_view id, std::string_view date, std::size_t tried) {
  auto const p = provision(id);
  auto const found = explain::why_not(*world_, p, day(date), {.tried = tried});
  auto const& scope = program_->provisions[p].scope;
  if (!found.has_candidates) return "no " + program_->variables[scope.variables[found.empty_variable]].name + '\n';
  std::string text;
  for (auto const& value : found.nearest) {
    text += (text.empty() ? "" : ", ") + facts::print(value, *program_, scenario_.agreed);
  }
  text += '\n';
  for (auto const& failed : found.failed) {
    text += model::print(program_->rules, failed.condition);
    std::set<std::uint32_t> lines;
    for (auto const& where : failed.because) lines.insert(files_[where.file].position_of(where.begin).line);
    for (auto const line : lines) text += fmt::format(" :{}", line);
    text += '\n';
  }
  return text;
}

}  // namespace casus::test
