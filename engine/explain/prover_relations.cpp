#include "prover.hpp"

#include "engine/evaluate/interval.hpp"

#include <algorithm>

namespace casus::explain {

using facts::tag;
using facts::truth;

namespace {

truth inside_of(facts::statement const& said, evaluate::world::place const& where) {
  if (!said.from && !said.until) return truth::yes;
  if (where.is_unknown) return truth::open;
  return evaluate::within(said.from.value_or(facts::absent), said.until.value_or(facts::absent), where.date);
}

}  // namespace

// What its arguments read, and the tuple that they make; of an argument that is not known, every tuple there may be.
supports prover::applied(expression id, model::application const& application, standpoint const& at) {
  auto const relation = program_.resolved[id].index;
  readings read;
  arguments values;
  bool is_plain = true;
  for (std::size_t i = 0; i < application.arguments.size(); ++i) {
    read_term(application.arguments[i], at, read);
    values.push_back(value_of(application.arguments[i], at));
    is_plain = is_plain && fits(world_, values.back(), program_.relations[relation].parameters[i]);
  }
  bool const reads_nothing = read.cites.empty() && read.steps.empty();
  if (is_plain && reads_nothing) return of(tuple(relation, values, at.where));
  auto const [index, is_new] = begin(step::kind::condition, id.index, free_values(id, at), at.where);
  if (!is_new) return of(index);
  auto& made = steps_[index].what;
  made.expression = id;
  made.values = at.slots;
  bool const has_value = program_.relations[relation].value.has_value();
  made.truth = has_value ? truth::yes : truth_of(id, at);
  made.cites = std::move(read.cites);
  auto on = std::move(read.steps);
  if (is_plain) add(on, of(tuple(relation, values, at.where)));
  // Of something unknown the tuples of all candidates agree, or they do not; it is too much to show them.
  if (!is_plain && steps_[index].what.truth != truth::open) {
    is_partial_ = is_partial_ || std::any_of(values.begin(), values.end(), [](auto const& v) { return !v.is_known(); });
  }
  steps_[index].ways = {std::move(on)};
  return of(index);
}

step_index prover::tuple(check::relation_index relation, arguments const& values, place const& where) {
  auto const [index, is_new] = begin(step::kind::tuple, relation, values, where);
  if (!is_new) return index;
  auto const& of = program_.relations[relation];
  if (of.value) {
    show_value(index, where);
    return index;
  }
  steps_[index].what.truth = world_.holds(relation, values, where);
  if (of.is_fact)
    show_fact(index, where);
  else
    show_define(index, where);
  return index;
}

void prover::show_define(step_index at, place const& where) {
  auto const& relation = program_.relations[steps_[at].what.subject];
  auto const whole = steps_[at].what.truth;
  std::vector<supports> ways;
  supports all;
  for (auto const& definition : relation.definitions) {
    auto slots = steps_[at].what.values;
    slots.resize(definition.scope.variables.size());
    standpoint const inside{definition.scope, slots, where};
    auto const truth = truth_of(definition.body, inside);
    if (truth != whole && !shows_all_of(whole)) continue;
    auto shown = show(definition.body, inside);
    ways.push_back(shown);
    add(all, std::move(shown));
  }
  if (whole != truth::yes) ways = {std::move(all)};
  steps_[at].ways = std::move(ways);
}

// What is stated of the tuple: everything is cited, since statements of one tuple are read together.
void prover::cite_statements(step_index at, place const& where, std::vector<supports>& ways) {
  auto& made = steps_[at].what;
  bool is_stated_to_hold = false;
  for (auto const s : statements_.of(made.subject)) {
    auto const& said = facts_.statements[s];
    if (said.arguments != made.values) continue;
    bool const has_open_end = (said.from && !said.from->is_known()) || (said.until && !said.until->is_known());
    bool const is_open = said.holds == truth::open || has_open_end;
    made.cites.push_back({cited_fact::kind::statement, s, 0,
                          is_open ? facts::origin::stated_unknown : facts::origin::stated, said.where});
    auto const inside = inside_of(said, where);
    is_stated_to_hold = is_stated_to_hold || (said.holds == truth::yes && inside == truth::yes);
  }
  if (is_stated_to_hold) ways.emplace_back();
}

void prover::show_fact(step_index at, place const& where) {
  std::vector<supports> ways;
  auto const whole = steps_[at].what.truth;
  cite_statements(at, where, ways);
  auto established = establishing(at, where);
  if (whole == truth::yes) {
    for (auto& way : established) {
      if (steps_[way.front().step].what.truth != truth::yes || ways.size() == most_ways) continue;
      ways.push_back(std::move(way));
    }
    if (ways.empty()) ways.emplace_back();
    steps_[at].ways = std::move(ways);
    return;
  }
  supports all;
  for (auto& way : established) {
    bool const is_open = steps_[way.front().step].what.truth == truth::open;
    if (whole == truth::no || is_open || shows_all_of(whole)) add(all, std::move(way));
  }
  if (whole == truth::no || shows_all_of(whole)) {
    auto const& relation = program_.relations[steps_[at].what.subject];
    for (auto const& [p, consequence] : relation.established_by) {
      supports refuted;
      auto const values = steps_[at].what.values;
      no_instance(p, given_by(p, consequence, values), where, refuted);
      add(all, routine(std::move(refuted)));
    }
  }
  steps_[at].ways = {std::move(all)};
}

void prover::show_value(step_index at, place const& where) {
  std::vector<supports> none;
  cite_statements(at, where, none);
  auto& made = steps_[at].what;
  made.truth = truth::open;
  for (auto const& one : made.cites) {
    auto const& said = facts_.statements[one.subject];
    if (said.holds != truth::yes || inside_of(said, where) != truth::yes || !said.held.is_known()) continue;
    made.held = said.held;
    made.truth = truth::yes;
  }
  steps_[at].ways = {{}};
}

}  // namespace casus::explain
