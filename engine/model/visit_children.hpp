// The ids inside a node and inside a declaration, each once and in the order written: the one list of them, which
// `children` reads and `append` shifts. Private to this folder; the others call `children`.
#pragma once
#include "engine/model/declaration.hpp"
#include "engine/source/overloaded.hpp"

namespace casus::model {

template <class Visitor>
void visit_optional(std::optional<expression_id>& id, Visitor const& visit) {
  if (id) visit(*id);
}

template <class Visitor>
void visit_all(std::vector<expression_id>& ids, Visitor const& visit) {
  for (expression_id& id : ids) visit(id);
}

template <class Visitor>
void visit_children(expression_node& node, Visitor const& visit) {
  auto const pair = [&](expression_id& left, expression_id& right) { visit(left), visit(right); };
  std::visit(source::overloaded{
                 [](boolean_literal&) {},
                 [](integer_literal&) {},
                 [](text_literal&) {},
                 [](date_literal&) {},
                 [](duration_literal&) {},
                 [](today&) {},
                 [](reference&) {},
                 [&](field_access& it) { visit(it.object); },
                 [&](application& it) { visit_all(it.arguments, visit); },
                 [&](comparison& it) { pair(it.left, it.right); },
                 [&](arithmetic& it) { pair(it.left, it.right); },
                 [&](junction& it) { visit_all(it.operands, visit); },
                 [&](negation& it) { visit(it.operand); },
                 [&](in_set& it) { visit(it.element), visit_all(it.members, visit); },
                 [&](in_kind& it) { visit(it.element); },
                 [&](quantifier& it) { visit_optional(it.body, visit), visit_optional(it.satisfies, visit); },
                 [&](count& it) { visit_optional(it.body, visit); },
                 [&](selection& it) { visit_optional(it.after, visit), visit(it.key), visit_optional(it.body, visit); },
                 [&](at_date& it) { pair(it.condition, it.date); },
                 [&](before_date& it) { pair(it.condition, it.date); },
                 [&](provision_status& it) {
                   for (shared_variable& binding : it.bindings) visit(binding.value);
                 },
                 [&](is_given& it) { visit(it.term); },
                 [&](labelled& it) { visit(it.condition); },
                 [&](extreme_date& it) { pair(it.left, it.right); },
             },
             node);
}

template <class Visitor>
void visit_ending(std::optional<ending>& until, Visitor const& visit) {
  if (until) visit(until->date);
}

template <class Visitor>
void visit_effect(consequence& of, Visitor const& visit) {
  std::visit(source::overloaded{
                 [&](establishment& it) {
                   visit_all(it.arguments, visit), visit_optional(it.from, visit), visit_ending(it.until, visit);
                 },
                 [&](norm& it) {
                   visit(it.actor), visit_all(it.arguments, visit), visit_optional(it.from, visit);
                   visit_optional(it.by, visit), visit_optional(it.within, visit), visit_ending(it.until, visit);
                 },
             },
             of.effect);
}

template <class Visitor>
void visit_provision(provision& it, Visitor const& visit) {
  visit_optional(it.judged_at, visit), visit_optional(it.when, visit);
  for (clause& exception : it.exceptions) visit(exception.condition);
  for (clause& requirement : it.requirements) visit(requirement.condition);
  for (consequence& follows : it.consequences) visit_effect(follows, visit);
  for (overriding& overrides : it.overrides) {
    visit_optional(overrides.from, visit), visit_ending(overrides.until, visit);
  }
}

template <class Visitor>
void visit_roots(declaration& of, Visitor const& visit) {
  auto const defaults = [&](std::vector<field>& fields) {
    for (field& each : fields) visit_optional(each.default_value, visit);
  };
  std::visit(source::overloaded{
                 [](use_file&) {},
                 [](instrument&) {},
                 [&](entity_kind& it) { defaults(it.fields); },
                 [&](individual& it) {
                   for (auto& [field_name, value] : it.fields) visit(value);
                 },
                 [](enumeration&) {},
                 [&](event_kind& it) { defaults(it.fields); },
                 [](fact&) {},
                 [&](define& it) { visit(it.body); },
                 [&](provision& it) { visit_provision(it, visit); },
                 [](interpretation&) {},
                 [&](question& it) { visit_optional(it.arises, visit); },
             },
             of);
}

}  // namespace casus::model
