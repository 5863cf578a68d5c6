#include "engine/scenario/choices.hpp"
#include "engine/scenario/entities.hpp"
#include "engine/scenario/events.hpp"
#include "engine/scenario/expectations.hpp"
#include "engine/scenario/load.hpp"
#include "engine/scenario/shapes.hpp"
#include "engine/scenario/statements.hpp"
#include "engine/scenario/top_keys.hpp"
#include "engine/scenario/unused.hpp"
#include "engine/scenario/views.hpp"

#include <fmt/format.h>

namespace casus::scenario {
namespace {

// What the documents say of facts, the background first, and the scenario's other sections by their keys.
struct sections {
  std::vector<element> entities;
  std::vector<element> facts;
  std::optional<element> title, note, as_of, law, known_by, readings, views, expect;
};

void sort_key(element key, element value, sections& found) {
  top_key const* const known = find_top_key(key.text());
  if (known == nullptr) return;
  switch (known->meaning) {
    case top::rules:
    case top::background: break;
    case top::entities: found.entities.push_back(value); break;
    case top::facts: found.facts.push_back(value); break;
    case top::title: found.title = value; break;
    case top::note: found.note = value; break;
    case top::as_of: found.as_of = value; break;
    case top::law: found.law = value; break;
    case top::known_by: found.known_by = value; break;
    case top::readings: found.readings = value; break;
    case top::views: found.views = value; break;
    case top::expect: found.expect = value; break;
  }
}

void sort_background_key(loading& all, element key, element value, sections& found) {
  top_key const* const known = find_top_key(key.text());
  if (known != nullptr && !known->in_background) {
    all.said.add("background-expects", key.where(), fmt::format("a background file has no `{}`", key.text()),
                 "a scenario is no background of another: put the facts that both share in a file of their own");
    return;
  }
  if (known != nullptr && (known->meaning == top::entities || known->meaning == top::facts))
    sort_key(key, value, found);
}

sections sections_of(loading& all, document const& told, std::vector<document const*> const& background) {
  sections found;
  for (document const* const each : background) {
    element const whole(each->content, each->content.root);
    for (std::size_t i = 0; i < whole.size(); ++i) sort_background_key(all, whole.key(i), whole.value(i), found);
  }
  element const whole(told.content, told.content.root);
  for (std::size_t i = 0; i < whole.size(); ++i) sort_key(whole.key(i), whole.value(i), found);
  return found;
}

void read_head(loading& all, sections const& found) {
  facts::scenario& told = all.told;
  if (found.title && expect_scalar(*found.title, "`scenario` takes a title", all.said))
    told.title = found.title->text();
  if (found.note && expect_scalar(*found.note, "`note` takes a text", all.said))
    told.documentation = found.note->text();
  if (found.as_of) told.as_of = read_day(*found.as_of, "as_of", all.said);
  if (found.known_by) told.known_by = read_day(*found.known_by, "known_by", all.said);
  if (found.law) told.law = read_law(all, *found.law);
  if (found.readings) told.readings = read_readings(all, *found.readings);
}

// The facts hold the texts that the rules name, too, so that whoever shows a value finds its words there.
void know_literals(loading& all) {
  for (model::expression const& each : all.rules.rules.expressions) {
    if (auto const* const text = std::get_if<model::text_literal>(&each.node)) all.agreed().texts.intern(text->value);
  }
}

// Returns the kinds of events that are told of.
std::vector<written_kind> read_facts(loading& all, sections const& found) {
  facts_section section;
  for (element const& each : found.facts) read_section(all, each, section);
  register_events(all, section, all.events, 0);
  read_entities(all, found.entities);
  bind_events(all, section);
  bind_statements(all, section, all.agreed().statements);
  check_conflicts(all, all.agreed().statements);
  return std::move(section.kinds);
}

}  // namespace

source::outcome<facts::scenario> bind(document const& told, std::vector<document const*> const& background,
                                      check::program const& rules, expectations how) {
  loading all(rules);
  all.told.file = told.file_name;
  all.told.title = told.file_name;
  all.told.where = told.where;
  know_literals(all);
  auto const found = sections_of(all, told, background);
  read_head(all, found);
  auto kinds = read_facts(all, found);
  if (found.views) read_views(all, *found.views, kinds);
  if (found.expect && how == expectations::read) read_expectations(all, *found.expect);
  warn_of_unused_events(all, kinds);
  warn_of_unused_views(all);

  source::outcome<facts::scenario> result;
  if (!all.said.has_errors()) result.value = std::move(all.told);
  result.diagnostics = all.said.take();
  source::sort(result.diagnostics);
  return result;
}

}  // namespace casus::scenario
