#include "prover.hpp"

#include "conjuncts.hpp"

#include "engine/model/visit_children.hpp"
#include "engine/source/overloaded.hpp"

#include <algorithm>

namespace casus::explain {

using facts::truth;

namespace {

// The slots that an expression mentions without binding them itself.
void add_free(check::program const& program, model::expression_id id, std::vector<std::uint32_t>& into) {
  auto const from = into.size();
  auto const& resolved = program.resolved[id];
  if (resolved.of == check::resolution::kind::variable) into.push_back(resolved.index);
  model::visit_children(program.rules[id].node, [&](model::expression_id child) { add_free(program, child, into); });
  auto const& bound = program.bound[id];
  if (std::holds_alternative<model::in_kind>(program.rules[id].node)) return;  // `bound` names its kind
  auto const is_bound = [&](std::uint32_t slot) { return std::find(bound.begin(), bound.end(), slot) != bound.end(); };
  into.erase(std::remove_if(into.begin() + static_cast<std::ptrdiff_t>(from), into.end(), is_bound), into.end());
}

}  // namespace

prover::prover(evaluate::world& world, open_parts of_open)
    : world_(world), of_open_(of_open), program_(world.program()), facts_(world.facts()), statements_(world) {}

truth prover::truth_of(expression id, standpoint const& at) const { return world_.truth_of(id, at.slots, at.where); }

facts::value prover::value_of(expression id, standpoint const& at) const {
  return world_.value_of(id, at.slots, at.where);
}

prover::arguments prover::free_values(expression id, standpoint const& at) const {
  std::vector<std::uint32_t> slots;
  add_free(program_, id, slots);
  arguments values;
  for (auto const slot : slots) values.push_back(at.slots[slot]);
  return values;
}

prover::begun prover::begin(step::kind of, std::uint32_t subject, arguments const& identity, place const& where,
                            std::uint32_t extra) {
  auto const next = static_cast<step_index>(steps_.size());
  auto const [known, is_new] = known_.emplace(key{of, subject, identity, moment_of(where), extra}, next);
  if (!is_new) return {known->second, false};
  provable made;
  made.what.of = of;
  made.what.subject = subject;
  made.what.values = identity;
  made.what.where = where;
  steps_.push_back(std::move(made));
  if (steps_.size() <= most_steps) return {next, true};
  is_partial_ = true;
  steps_[next].ways.emplace_back();
  return {next, false};
}

supports prover::denied(supports of) {
  for (auto& one : of) one.is_denied = !one.is_denied;
  return of;
}

supports prover::as(supports of, support::role role) {
  for (auto& one : of) one.as = role;
  return of;
}

supports prover::routine(supports of) {
  for (auto& one : of) one.is_routine = true;
  return of;
}

supports prover::show(expression id, standpoint const& at) {
  return std::visit(source::overloaded{
                        [&](model::boolean_literal const&) { return leaf(id, at); },
                        [&](model::integer_literal const&) { return leaf(id, at); },
                        [&](model::text_literal const&) { return leaf(id, at); },
                        [&](model::date_literal const&) { return leaf(id, at); },
                        [&](model::duration_literal const&) { return leaf(id, at); },
                        [&](model::today const&) { return leaf(id, at); },
                        [&](model::reference const&) { return leaf(id, at); },
                        [&](model::field_access const&) { return leaf(id, at); },
                        [&](model::application const& e) { return applied(id, e, at); },
                        [&](model::comparison const&) { return leaf(id, at); },
                        [&](model::arithmetic const&) { return leaf(id, at); },
                        [&](model::junction const& e) { return junction(id, e, at); },
                        [&](model::negation const& e) { return denied(show(e.operand, at)); },
                        [&](model::in_set const&) { return leaf(id, at); },
                        [&](model::in_kind const&) { return leaf(id, at); },
                        [&](model::quantifier const& e) { return quantifier(id, e, at); },
                        [&](model::count const&) { return leaf(id, at); },
                        [&](model::selection const&) { return leaf(id, at); },
                        [&](model::at_date const& e) { return on_date(id, e.condition, e.date, 0, at); },
                        [&](model::before_date const& e) { return on_date(id, e.condition, e.date, 1, at); },
                        [&](model::provision_status const& e) { return status(id, e, at); },
                        [&](model::is_given const&) { return leaf(id, at); },
                        [&](model::labelled const& e) { return labelled(id, e, at); },
                        [&](model::extreme_date const&) { return leaf(id, at); },
                    },
                    program_.rules[id].node);
}

step_index prover::condition_step(expression id, standpoint const& at, std::vector<supports> ways) {
  auto const [index, is_new] = begin(step::kind::condition, id.index, free_values(id, at), at.where, 1);
  if (!is_new) return index;
  auto& made = steps_[index];
  made.what.expression = id;
  made.what.values = at.slots;
  made.what.truth = truth_of(id, at);
  made.ways = std::move(ways);
  return index;
}

// What reads terms and decides by itself: comparisons, flags, `is given`.
supports prover::leaf(expression id, standpoint const& at) {
  auto const [index, is_new] = begin(step::kind::condition, id.index, free_values(id, at), at.where);
  if (!is_new) return of(index);
  steps_[index].what.expression = id;
  steps_[index].what.values = at.slots;
  steps_[index].what.truth = truth_of(id, at);
  readings read;
  if (std::holds_alternative<model::field_access>(program_.rules[id].node)) {
    read_term(id, at, read);
  } else {
    model::visit_children(program_.rules[id].node, [&](expression child) { read_term(child, at, read); });
  }
  steps_[index].what.cites = std::move(read.cites);
  steps_[index].ways = {std::move(read.steps)};
  return of(index);
}

// Where one part is enough there are as many ways as such parts; else all parts are needed, of what is open those that
// leave it so.
supports prover::junction(expression id, model::junction const& parts, standpoint const& at) {
  auto const whole = truth_of(id, at);
  bool const is_conjunction = parts.op == model::connective::conjunction;
  bool const one_is_enough = whole == (is_conjunction ? truth::no : truth::yes);
  std::vector<supports> ways;
  supports all;
  for (auto const operand : parts.operands) {
    if (truth_of(operand, at) != whole && !shows_all_of(whole)) continue;
    auto shown = show(operand, at);
    if (one_is_enough) ways.push_back(shown);
    add(all, std::move(shown));
  }
  if (!one_is_enough || ways.size() < 2) return all;
  return of(condition_step(id, at, std::move(ways)));
}

supports prover::labelled(expression id, model::labelled const& words, standpoint const& at) {
  return of(condition_step(id, at, {show(words.condition, at)}));
}

supports prover::on_date(expression id, expression condition, expression date, int days_before, standpoint const& at) {
  auto const day = value_of(date, at);
  if (day.tag != facts::tag::date) return leaf(id, at);
  auto const there = source::subtract(facts::date_of(day), {0, days_before});
  if (!there) return leaf(id, at);
  readings read;
  read_term(date, at, read);
  auto shown = show(condition, {at.scope, at.slots, {*there, {}, false}});
  if (read.cites.empty() && read.steps.empty()) return shown;
  add(shown, std::move(read.steps));
  auto const index = condition_step(id, at, {std::move(shown)});
  steps_[index].what.cites = std::move(read.cites);
  return of(index);
}

}  // namespace casus::explain
