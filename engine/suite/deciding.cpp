#include "deciding.hpp"

#include "conditions.hpp"

#include <algorithm>

namespace casus::suite {

using facts::truth;
using model::expression_id;

truth deciding_conditions::truth_of(expression_id id, standpoint const& at) {
  ++seen_.budget.looks;
  return world_.truth_of(id, at, seen_.budget);
}

// Whether a condition that it connects is yet to be seen one way or the other.
bool deciding_conditions::is_new(expression_id id) const {
  auto const& node = program_.rules[id].node;
  if (!is_connective(node)) return !seen_.while_true[id.index] || !seen_.while_false[id.index];
  auto const of = connected_by(program_.rules, id);
  return std::any_of(of.begin(), of.end(), [&](expression_id part) { return is_new(part); });
}

void deciding_conditions::add_new(expression_id id, standpoint const& at, std::vector<decider>& into) {
  if (seen_.budget.is_spent() || !is_new(id)) return;
  auto const& node = program_.rules[id].node;
  auto const elsewhere = [&](expression_id inner, expression_id date, int days_before) {
    if (truth_of(id, at) == truth::open) return;  // as it is where nobody can tell whether a `before` leads back
    if (auto const there = world_.on_date(date, days_before, at, seen_.budget)) add_new(inner, *there, into);
  };
  if (!is_connective(node)) {
    auto const found = truth_of(id, at);
    bool const is_true = found == truth::yes;
    if (found != truth::open && !(is_true ? seen_.while_true : seen_.while_false)[id.index])
      into.push_back({id, is_true});
  } else if (auto const* parts = std::get_if<model::junction>(&node)) {
    add_in_junction(*parts, at, into);
  } else if (auto const* dated = std::get_if<model::at_date>(&node)) {
    elsewhere(dated->condition, dated->date, 0);
  } else if (auto const* earlier = std::get_if<model::before_date>(&node)) {
    elsewhere(earlier->condition, earlier->date, 1);
  } else {
    for (auto const part : connected_by(program_.rules, id)) add_new(part, at, into);
  }
}

// A part decides if all the others leave it to it.
void deciding_conditions::add_in_junction(model::junction const& of, standpoint const& at, std::vector<decider>& into) {
  auto const neutral = of.op == model::connective::conjunction ? truth::yes : truth::no;
  std::optional<expression_id> other;
  for (auto const part : of.operands) {
    if (truth_of(part, at) == neutral) continue;
    if (other) return;
    other = part;
  }
  if (other) return add_new(*other, at, into);
  for (auto const part : of.operands) add_new(part, at, into);
}

void deciding_conditions::see(std::vector<decider> const& those) {
  for (auto const& one : those) (one.is_true ? seen_.while_true : seen_.while_false)[one.condition.index] = true;
}

void deciding_conditions::evaluated(expression_id decision, standpoint const& at) {
  std::vector<decider> found;
  add_new(decision, at, found);
  see(found);
}

void deciding_conditions::all_true(binding_order const& of, standpoint const& at) {
  for (auto const& conjuncts : of.due)
    for (auto const conjunct : conjuncts) evaluated(conjunct, at);
}

void deciding_conditions::one_false(binding_order const& of, std::size_t bound, expression_id conjunct,
                                    standpoint const& at) {
  std::vector<decider> found;
  add_new(conjunct, at, found);
  if (!found.empty() && can_come_true(of, bound, at)) see(found);
}

// Whether some values of the variables that are not bound yet make every conjunct true that is yet to be read.
bool deciding_conditions::can_come_true(binding_order const& of, std::size_t bound, standpoint const& at) {
  if (bound == of.slots.size()) return true;
  if (seen_.budget.is_spent()) return false;
  auto const slot = of.slots[bound];
  auto const& due = of.due[bound + 1];
  for (auto const& value : world_.range_of(program_.variables[at.scope.variables[slot]].type, at.where)) {
    at.slots[slot] = value;
    bool const are_true =
        std::all_of(due.begin(), due.end(), [&](expression_id each) { return truth_of(each, at) == truth::yes; });
    if (are_true && can_come_true(of, bound + 1, at)) return true;
  }
  return false;
}

}  // namespace casus::suite
