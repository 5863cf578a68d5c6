// The expressions at the top of a provision and all below one, without a list being built for each: the checker goes
// over every expression several times. Private to the checker.
#pragma once
#include "engine/model/rule_set.hpp"
#include "engine/model/visit_children.hpp"

namespace casus::check {

template <class Visitor>
void each_of(std::vector<model::expression_id> const& ids, Visitor const& visit) {
  for (model::expression_id const each : ids) visit(each);
}

// The expression and everything below it, itself first.
template <class Visitor>
void each_below(model::rule_set const& rules, model::expression_id top, Visitor const& visit) {
  visit(top);
  model::visit_children(rules[top].node, [&](model::expression_id child) { each_below(rules, child, visit); });
}

// The expressions at the top of a provision, in the order of its clauses.
template <class Visitor>
void each_top(model::consequence const& of, Visitor const& visit) {
  auto const maybe = [&](std::optional<model::expression_id> const& id) {
    if (id) visit(*id);
  };
  auto const ending = [&](std::optional<model::ending> const& until) {
    if (until) visit(until->date);
  };
  std::visit(
      source::overloaded{
          [&](model::establishment const& it) { each_of(it.arguments, visit), maybe(it.from), ending(it.until); },
          [&](model::norm const& it) {
            visit(it.actor), each_of(it.arguments, visit), maybe(it.from), maybe(it.by), maybe(it.within);
            ending(it.until);
          },
      },
      of.effect);
}

template <class Visitor>
void each_top(model::provision const& of, Visitor const& visit) {
  if (of.judged_at) visit(*of.judged_at);
  if (of.when) visit(*of.when);
  for (model::clause const& each : of.exceptions) visit(each.condition);
  for (model::clause const& each : of.requirements) visit(each.condition);
  for (model::consequence const& each : of.consequences) each_top(each, visit);
  for (model::overriding const& each : of.overrides) {
    if (each.from) visit(*each.from);
    if (each.until) visit(each.until->date);
  }
}

}  // namespace casus::check
