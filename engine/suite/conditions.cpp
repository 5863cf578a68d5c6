#include "conditions.hpp"

#include "engine/source/overloaded.hpp"

namespace casus::suite {
namespace {

using model::expression_id;

template <class Node>
bool is(model::expression_node const& node) {
  return std::holds_alternative<Node>(node);
}

void visit_children_as_terms(model::rule_set const& rules, expression_id id, visit_condition const& visit) {
  for (auto const child : model::children(rules[id])) each_condition_in_term(rules, child, visit);
}

void visit_body(model::rule_set const& rules, std::optional<expression_id> const& body, visit_condition const& visit) {
  if (body) each_condition(rules, *body, visit);
}

void add_conjuncts(model::rule_set const& rules, expression_id id, std::vector<expression_id>& into) {
  id = model::without_labels(rules, id);
  auto const* parts = std::get_if<model::junction>(&rules[id].node);
  if (parts == nullptr || parts->op != model::connective::conjunction) {
    into.push_back(id);
    return;
  }
  for (auto const part : parts->operands) add_conjuncts(rules, part, into);
}

void add_slots(check::program const& program, expression_id id, std::vector<std::uint32_t>& into) {
  auto const& resolved = program.resolved[id];
  if (resolved.of == check::resolution::kind::variable) into.push_back(resolved.index);
  for (auto const child : model::children(program.rules[id])) add_slots(program, child, into);
}

void add_if(std::optional<expression_id> const& id, std::vector<expression_id>& into) {
  if (id) into.push_back(*id);
}

}  // namespace

bool is_connective(model::expression_node const& node) {
  return is<model::junction>(node) || is<model::negation>(node) || is<model::labelled>(node) ||
         is<model::at_date>(node) || is<model::before_date>(node) || is<model::boolean_literal>(node);
}

std::vector<expression_id> connected_by(model::rule_set const& rules, expression_id id) {
  auto const& node = rules[id].node;
  if (!is_connective(node)) return {};
  if (auto const* dated = std::get_if<model::at_date>(&node)) return {dated->condition};
  if (auto const* earlier = std::get_if<model::before_date>(&node)) return {earlier->condition};
  return model::children(rules[id]);
}

void each_condition(model::rule_set const& rules, expression_id condition, visit_condition const& visit) {
  auto const& node = rules[condition].node;
  if (!is_connective(node)) visit(condition);
  if (auto const* dated = std::get_if<model::at_date>(&node)) {
    each_condition(rules, dated->condition, visit);
    each_condition_in_term(rules, dated->date, visit);
  } else if (auto const* earlier = std::get_if<model::before_date>(&node)) {
    each_condition(rules, earlier->condition, visit);
    each_condition_in_term(rules, earlier->date, visit);
  } else if (auto const* quantified = std::get_if<model::quantifier>(&node)) {
    visit_body(rules, quantified->body, visit);
    visit_body(rules, quantified->satisfies, visit);
  } else if (is_connective(node)) {
    for (auto const child : model::children(rules[condition])) each_condition(rules, child, visit);
  } else {
    visit_children_as_terms(rules, condition, visit);
  }
}

void each_condition_in_term(model::rule_set const& rules, expression_id term, visit_condition const& visit) {
  auto const& node = rules[term].node;
  if (auto const* counted = std::get_if<model::count>(&node)) {
    visit_body(rules, counted->body, visit);
  } else if (auto const* selected = std::get_if<model::selection>(&node)) {
    if (selected->after) each_condition_in_term(rules, *selected->after, visit);
    visit_body(rules, selected->body, visit);
  } else {
    visit_children_as_terms(rules, term, visit);
  }
}

std::vector<expression_id> conjuncts_of(model::rule_set const& rules, expression_id condition) {
  std::vector<expression_id> found;
  add_conjuncts(rules, condition, found);
  return found;
}

std::vector<expression_id> roots_of(model::declaration const& of) {
  std::vector<expression_id> found;
  if (auto const* define = std::get_if<model::define>(&of)) found.push_back(define->body);
  if (auto const* question = std::get_if<model::question>(&of)) add_if(question->arises, found);
  if (auto const* provision = std::get_if<model::provision>(&of)) {
    add_if(provision->judged_at, found);
    add_if(provision->when, found);
    for (auto const& each : provision->exceptions) found.push_back(each.condition);
    for (auto const& each : provision->requirements) found.push_back(each.condition);
  }
  return found;
}

std::vector<std::uint32_t> slots_in(check::program const& program, expression_id expression) {
  std::vector<std::uint32_t> found;
  add_slots(program, expression, found);
  return found;
}

std::vector<expression_id> terms_of(model::provision const& text) {
  std::vector<expression_id> found;
  add_if(text.judged_at, found);
  for (auto const& consequence : text.consequences) {
    if (auto const* fact = std::get_if<model::establishment>(&consequence.effect)) {
      found.insert(found.end(), fact->arguments.begin(), fact->arguments.end());
      add_if(fact->from, found);
    } else {
      auto const& norm = std::get<model::norm>(consequence.effect);
      found.push_back(norm.actor);
      found.insert(found.end(), norm.arguments.begin(), norm.arguments.end());
      for (auto const& date : {norm.from, norm.by, norm.within}) add_if(date, found);
    }
  }
  for (auto const& clause : text.overrides) {
    add_if(clause.from, found);
    if (clause.until) found.push_back(clause.until->date);
  }
  return found;
}

std::vector<expression_id> ends_of(model::provision const& text) {
  std::vector<expression_id> found;
  for (auto const& consequence : text.consequences) {
    using end = std::optional<model::ending>;
    auto const until = std::visit(source::overloaded{[](model::establishment const& fact) -> end { return fact.until; },
                                                     [](model::norm const& norm) -> end { return norm.until; }},
                                  consequence.effect);
    if (until) found.push_back(until->date);
  }
  return found;
}

}  // namespace casus::suite
