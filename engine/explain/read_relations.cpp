#include "reader.hpp"

#include "engine/evaluate/interval.hpp"

#include <algorithm>

namespace casus::explain {

using facts::tag;
using facts::truth;

bool reader::may_equal(facts::value a, facts::value b) const {
  if (a.tag == tag::absent || b.tag == tag::absent) return false;
  if (!a.is_known() || !b.is_known()) return true;
  if (a.tag == tag::unnamed || b.tag == tag::unnamed) return a.tag == b.tag;
  return a.tag == b.tag && a.payload == b.payload;
}

void reader::applied(expression id, model::application const& of, standpoint const& at) {
  arguments values;
  for (auto const argument : of.arguments) {
    read(argument, at);
    values.push_back(world_.value_of(argument, at.slots, at.where));
    if (values.back().tag == tag::absent) return;
  }
  over_candidates(id, of, values, 0, at.where);
}

// A tuple for each of the things that an unknown argument may be.
void reader::over_candidates(expression id, model::application const& of, arguments& values, std::size_t next,
                             place const& where) {
  auto const index = program_.resolved[id].index;
  auto const& relation = program_.relations[index];
  while (next < values.size() && (values[next].is_known() || !check::is_enumerable(relation.parameters[next]))) ++next;
  if (next == values.size()) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      auto const& wanted = relation.parameters[i];
      if (!values[i].is_known() || fits(world_, values[i], wanted)) continue;
      // One that is not named may be of the narrower kind that is asked for.
      auto const narrowed = facts::unnamed_of(tag::entity, wanted.index);
      bool const is_entity = values[i].tag == tag::unnamed && wanted.base == check::base_type::entity;
      if (!is_entity || program_.kinds[wanted.index].closed) return;
      if (!fits(world_, narrowed, {check::base_type::entity, values[i].extra, false})) return;
      values[i] = narrowed;
    }
    if (relation.value)
      value_of_fact(index, values, where);
    else
      tuple(index, values, where);
    return;
  }
  auto const& type = program_.types[of.arguments[next]];
  auto candidates = world_.range_of(type, {{}, {}, true});
  if (type.base == check::base_type::entity && !program_.kinds[type.index].closed) {
    candidates.push_back(facts::unnamed_of(tag::entity, type.index));
  }
  for (auto const& candidate : candidates) {
    if (++looks_ > most_looks) return;
    auto tried = values;
    tried[next] = candidate;
    over_candidates(id, of, tried, next + 1, where);
  }
}

void reader::tuple(check::relation_index index, arguments const& values, place const& where) {
  if (++looks_ > most_looks || world_.holds(index, values, where) != truth::open) return;
  if (!tuples_.emplace(index, values, moment{where.date.days, where.is_unknown, where.visible}).second) return;
  auto const& relation = program_.relations[index];
  if (relation.is_fact) {
    statements(index, values, where);
    established(index, values, where);
    return;
  }
  for (auto const& definition : relation.definitions) {
    auto slots = values;
    slots.resize(definition.scope.variables.size());
    read(definition.body, {definition.scope, slots, where});
  }
}

namespace {

truth inside(facts::statement const& of, evaluate::world::place const& where) {
  if (!of.from && !of.until) return truth::yes;
  if (where.is_unknown) return truth::open;
  return evaluate::within(of.from.value_or(facts::absent), of.until.value_or(facts::absent), where.date);
}

bool has_open_end(facts::statement const& of) {
  return (of.from && !of.from->is_known()) || (of.until && !of.until->is_known());
}

}  // namespace

// The statements of the tuple that leave it open, and where none decides it, that it is not stated.
void reader::statements(check::relation_index relation, arguments const& values, place const& where) {
  bool has_positive = false, is_denied = false, is_said_open = false;
  for (auto const s : statements_.of(relation)) {
    auto const& said = facts_.statements[s];
    if (said.arguments != values) continue;
    has_positive = has_positive || said.holds == truth::yes;
    auto const there = inside(said, where);
    if (there == truth::no) continue;
    if (said.holds == truth::open || (there == truth::open && has_open_end(said))) leaves_.statement(s);
    is_denied = is_denied || (said.holds == truth::no && there == truth::yes);
    is_said_open = is_said_open || said.holds == truth::open;
  }
  if (!program_.relations[relation].open || has_positive || is_denied || is_said_open) return;
  leaves_.unstated(relation, values, where);
  // If the tuple holds on other dates, it does not hold on this one.
  for (auto const s : statements_.of(relation)) {
    auto const& said = facts_.statements[s];
    if (said.arguments == values && said.holds == truth::open) leaves_.statement(s);
  }
}

void reader::value_of_fact(check::relation_index relation, arguments const& values, place const& where) {
  if (where.is_unknown) return;
  for (auto const s : statements_.of(relation)) {
    auto const& said = facts_.statements[s];
    if (said.arguments != values || said.holds != truth::yes || inside(said, where) != truth::yes) continue;
    if (!said.held.is_known()) leaves_.value(relation, values, s, where);
    return;
  }
  leaves_.value(relation, values, std::nullopt, where);
}

// --- what provisions establish -----------------------------------------------------------------------------------

void reader::established(check::relation_index relation, arguments const& values, place const& where) {
  for (auto const& [p, consequence] : program_.relations[relation].established_by) {
    auto const& by = program_.text_of(program_.provisions[p]).consequences[consequence];
    auto const& effect = std::get<model::establishment>(by.effect);
    std::vector<evaluate::world::given> shared;
    auto const parameters = program_.provisions[p].scope.parameters;
    for (std::size_t i = 0; i < values.size(); ++i) {  // an argument that is a plain variable says whose instance it is
      auto const& meant = program_.resolved[effect.arguments[i]];
      if (meant.of != check::resolution::kind::variable || meant.index >= parameters) continue;
      shared.push_back({meant.index, values[i]});
    }
    for (auto const& found : world_.instances_of(p, shared, where)) establishment(p, by, values, where, found);
  }
}

void reader::establishment(check::provision_index p, model::consequence const& by, arguments const& values,
                           place const& where, evaluate::world::read_instance const& found) {
  auto const& effect = std::get<model::establishment>(by.effect);
  auto const outcome = by.on == model::branch::then ? found.outcome : facts::negate(found.outcome);
  if (facts::both(found.applies, outcome) == truth::no) return;
  auto slots = found.binding;
  auto const& scope = program_.provisions[p].scope;
  slots.resize(scope.variables.size());
  standpoint const judged{scope, slots, judged_at(p, found.binding, where)};
  standpoint const now{scope, slots, where};
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!may_equal(world_.value_of(effect.arguments[i], slots, judged.where), values[i])) return;
  }
  for (auto const argument : effect.arguments) read(argument, judged);
  instance(p, found.binding, where, found.outcome == truth::open ? extent::outcome : extent::applying);
  read_if(effect.from, judged);
  if (effect.until) read(effect.until->date, now);
}

}  // namespace casus::explain
