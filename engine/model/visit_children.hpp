// The ids inside a node and inside a declaration, each once and in the order written: the one list of them, to read
// them without a vector being made for each node, or to change them. Those of a declaration are private to this folder.
#pragma once
#include "engine/model/declaration.hpp"
#include "engine/source/overloaded.hpp"
#include <type_traits>

namespace casus::model {

template <class Optional, class Visitor>
void visit_optional(Optional& id, Visitor const& visit) {
  if (id) visit(*id);
}

template <class Ids, class Visitor>
void visit_all(Ids& ids, Visitor const& visit) {
  for (auto& id : ids) visit(id);
}

// `T`, to be changed where the node may be.
template <class Node, class T>
using as_in = std::conditional_t<std::is_const_v<Node>, T const, T>;

// `Node`: an expression node, const or not.
template <class Node, class Visitor>
void visit_children(Node& node, Visitor const& visit) {
  std::visit(
      source::overloaded{
          [](as_in<Node, boolean_literal>&) {},
          [](as_in<Node, integer_literal>&) {},
          [](as_in<Node, text_literal>&) {},
          [](as_in<Node, date_literal>&) {},
          [](as_in<Node, duration_literal>&) {},
          [](as_in<Node, today>&) {},
          [](as_in<Node, reference>&) {},
          [&](as_in<Node, field_access>& it) { visit(it.object); },
          [&](as_in<Node, application>& it) { visit_all(it.arguments, visit); },
          [&](as_in<Node, comparison>& it) { visit(it.left), visit(it.right); },
          [&](as_in<Node, arithmetic>& it) { visit(it.left), visit(it.right); },
          [&](as_in<Node, junction>& it) { visit_all(it.operands, visit); },
          [&](as_in<Node, negation>& it) { visit(it.operand); },
          [&](as_in<Node, in_set>& it) { visit(it.element), visit_all(it.members, visit); },
          [&](as_in<Node, in_kind>& it) { visit(it.element); },
          [&](as_in<Node, quantifier>& it) { visit_optional(it.body, visit), visit_optional(it.satisfies, visit); },
          [&](as_in<Node, count>& it) { visit_optional(it.body, visit); },
          [&](as_in<Node, selection>& it) {
            visit_optional(it.after, visit), visit(it.key), visit_optional(it.body, visit);
          },
          [&](as_in<Node, at_date>& it) { visit(it.condition), visit(it.date); },
          [&](as_in<Node, before_date>& it) { visit(it.condition), visit(it.date); },
          [&](as_in<Node, provision_status>& it) {
            for (auto& binding : it.bindings) visit(binding.value);
          },
          [&](as_in<Node, is_given>& it) { visit(it.term); },
          [&](as_in<Node, labelled>& it) { visit(it.condition); },
          [&](as_in<Node, extreme_date>& it) { visit(it.left), visit(it.right); },
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
