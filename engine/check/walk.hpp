// The expressions directly below one, and all below one, without a list being built for each: the checker goes over
// every expression several times. Private to the checker.
#pragma once
#include "engine/model/rule_set.hpp"
#include "engine/source/overloaded.hpp"

namespace casus::check {

template <class Visitor>
void each_of(std::vector<model::expression_id> const& ids, Visitor const& visit) {
  for (model::expression_id const each : ids) visit(each);
}

template <class Visitor>
void each_child(model::expression_node const& of, Visitor const& visit) {
  auto const maybe = [&](std::optional<model::expression_id> const& id) {
    if (id) visit(*id);
  };
  std::visit(source::overloaded{
                 [](model::boolean_literal const&) {},
                 [](model::integer_literal const&) {},
                 [](model::text_literal const&) {},
                 [](model::date_literal const&) {},
                 [](model::duration_literal const&) {},
                 [](model::today const&) {},
                 [](model::reference const&) {},
                 [&](model::field_access const& it) { visit(it.object); },
                 [&](model::application const& it) { each_of(it.arguments, visit); },
                 [&](model::comparison const& it) { visit(it.left), visit(it.right); },
                 [&](model::arithmetic const& it) { visit(it.left), visit(it.right); },
                 [&](model::junction const& it) { each_of(it.operands, visit); },
                 [&](model::negation const& it) { visit(it.operand); },
                 [&](model::in_set const& it) { visit(it.element), each_of(it.members, visit); },
                 [&](model::in_kind const& it) { visit(it.element); },
                 [&](model::quantifier const& it) { maybe(it.body), maybe(it.satisfies); },
                 [&](model::count const& it) { maybe(it.body); },
                 [&](model::selection const& it) { maybe(it.after), visit(it.key), maybe(it.body); },
                 [&](model::at_date const& it) { visit(it.condition), visit(it.date); },
                 [&](model::before_date const& it) { visit(it.condition), visit(it.date); },
                 [&](model::provision_status const& it) {
                   for (model::shared_variable const& each : it.bindings) visit(each.value);
                 },
                 [&](model::is_given const& it) { visit(it.term); },
                 [&](model::labelled const& it) { visit(it.condition); },
                 [&](model::extreme_date const& it) { visit(it.left), visit(it.right); },
             },
             of);
}

// The expression and everything below it, itself first.
template <class Visitor>
void each_below(model::rule_set const& rules, model::expression_id top, Visitor const& visit) {
  visit(top);
  each_child(rules[top].node, [&](model::expression_id child) { each_below(rules, child, visit); });
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
