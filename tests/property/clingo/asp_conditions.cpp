// A condition becomes a predicate over the variables around it and a context, true where the condition is.
#include "asp.hpp"

#include "engine/source/overloaded.hpp"

#include <fmt/format.h>

namespace casus::clingo {

using model::comparison_operator;

std::string writer::condition(model::expression_id id, slots const& around) {
  std::string const name = fresh("c");
  std::string const head = over(name, around);
  auto const as_flag = [&](auto const&) {
    auto body = safe(around);
    body.push_back(valued(term(id, around), around, "b(1)"));
    rule(head, body);
  };
  std::visit(source::overloaded{
                 [&](model::boolean_literal const& it) {
                   if (it.value) rule(head, safe(around));
                   if (!it.value) text_ += fmt::format("#defined p{}_{}/{}.\n", of_.number, name, around.size() + 1);
                 },
                 [&](model::application const& it) { application(id, it, head, around); },
                 [&](model::comparison const& it) { comparison(it, head, around); },
                 [&](model::junction const& it) { junction(it, head, around); },
                 [&](model::negation const& it) {
                   auto body = safe(around);
                   body.push_back("not " + over(condition(it.operand, around), around));
                   rule(head, body);
                 },
                 [&](model::in_set const& it) {
                   std::string const element = valued(term(it.element, around), around, "X");
                   for (model::expression_id const each : it.members) {
                     auto body = safe(around);
                     body.insert(body.end(), {element, valued(term(each, around), around, "X")});
                     rule(head, body);
                   }
                 },
                 [&](model::in_kind const& it) {
                   auto body = safe(around);
                   body.push_back(valued(term(it.element, around), around, "X"));
                   body.push_back(atom("kind", {std::to_string(rules_.bound[id].front()), "X"}));
                   rule(head, body);
                 },
                 [&](model::quantifier const& it) { quantifier(id, it, head, around); },
                 [&](model::at_date const& it) { elsewhere(it.condition, it.date, 0, head, around); },
                 [&](model::before_date const& it) { elsewhere(it.condition, it.date, 1, head, around); },
                 [&](model::provision_status const& it) { status(id, it, head, around); },
                 [&](model::is_given const& it) {
                   auto body = safe(around);
                   body.push_back(valued(term(it.term, around), around, "_"));
                   rule(head, body);
                 },
                 [&](model::labelled const& it) {
                   auto body = safe(around);
                   body.push_back(over(condition(it.condition, around), around));
                   rule(head, body);
                 },
                 as_flag,
             },
             rules_.rules[id].node);
  return name;
}

void writer::junction(model::junction const& node, std::string const& head, slots const& around) {
  auto all = safe(around);
  for (model::expression_id const each : node.operands) {
    std::string const part = over(condition(each, around), around);
    all.push_back(part);
    if (node.op == model::connective::conjunction) continue;
    auto body = safe(around);
    body.push_back(part);
    rule(head, body);
  }
  if (node.op == model::connective::conjunction) rule(head, all);
}

// With nothing on one side only `!=` holds.
void writer::comparison(model::comparison const& node, std::string const& head, slots const& around) {
  auto body = safe(around);
  std::string const left = term(node.left, around), right = term(node.right, around);
  if (node.op == comparison_operator::equal || node.op == comparison_operator::not_equal) {
    bool const is_equal = node.op == comparison_operator::equal;
    std::string const same = is_equal ? head : over(fresh("c"), around);
    auto both = safe(around);
    both.insert(both.end(), {valued(left, around, "X"), valued(right, around, "X")});
    rule(same, both);
    if (is_equal) return;
    body.push_back("not " + same);
    rule(head, body);
    return;
  }
  char const* const sign = node.op == comparison_operator::less            ? "<"
                           : node.op == comparison_operator::less_or_equal ? "<="
                           : node.op == comparison_operator::greater       ? ">"
                                                                           : ">=";
  body.insert(body.end(), {valued(left, around, "X"), valued(right, around, "Y"), fmt::format("X{}Y", sign)});
  rule(head, body);
}

void writer::quantifier(model::expression_id id, model::quantifier const& node, std::string const& head,
                        slots const& around) {
  slots inner = around;
  inner.insert(inner.end(), rules_.bound[id].begin(), rules_.bound[id].end());
  auto body = safe(inner);
  for (std::uint32_t const slot : rules_.bound[id]) {
    if (type_of(slot).base == check::base_type::event) body.push_back(atom("visible", {fmt::format("S{}", slot), "C"}));
  }
  if (node.body) body.push_back(over(condition(*node.body, inner), inner));
  if (node.satisfies) body.push_back("not " + over(condition(*node.satisfies, inner), inner));
  if (node.kind == model::quantity::some) {
    rule(head, body);
    return;
  }
  // None such: of `every`, none that does not satisfy.
  std::string const counterexample = over(fresh("c"), around);
  rule(counterexample, body);
  auto outer = safe(around);
  outer.push_back("not " + counterexample);
  rule(head, outer);
}

// Elsewhere in time no event counts as visible but those that are.
void writer::elsewhere(model::expression_id inner, model::expression_id date, int days, std::string const& head,
                       slots const& around) {
  auto body = safe(around);
  body.push_back(valued(term(date, around), around, "D"));
  std::string const there = fmt::format("m(D-{},none)", days);
  auto unforeseen = body;
  unforeseen.push_back("not " + atom("context", {there}));
  rule(fmt::format("o({})", of_.number), unforeseen);
  body.push_back(fmt::format("F=D-{}", days));
  body.push_back(over(condition(inner, around), around, "m(F,none)"));
  rule(head, body);
}

void writer::status(model::expression_id id, model::provision_status const& node, std::string const& head,
                    slots const& around) {
  auto const& versions = rules_.articles[rules_.resolved[id].index].versions;
  for (std::size_t version = 0; version < versions.size(); ++version) {
    check::provision const& meant = rules_.provisions[versions[version]];
    if (node.what == model::verdict::breached) {
      for (model::consequence const& each : rules_.text_of(meant).consequences) {
        if (std::holds_alternative<model::norm>(each.effect)) throw not_translated{"a breach"};
      }
      continue;
    }
    slots const own = parameters(meant.scope);
    std::string const number = std::to_string(versions[version]);
    auto body = safe(around);
    body.push_back(valued("applies" + number, own, "J", "C", "W"));
    body.push_back(over("fails" + number, own, "J", "W"));
    for (std::size_t each = 0; each < node.bindings.size(); ++each) {
      std::string const variable = fmt::format("W{}", rules_.status_slots[id][version][each]);
      body.push_back(valued(term(node.bindings[each].value, around), around, variable));
    }
    rule(head, body);
  }
}

void writer::application(model::expression_id id, model::application const& node, std::string const& head,
                         slots const& around) {
  check::relation_index const relation = rules_.resolved[id].index;
  if (rules_.relations[relation].value) throw not_translated{"a fact with a value"};
  auto body = safe(around);
  std::vector<std::string> arguments;
  for (model::expression_id const each : node.arguments) {
    arguments.push_back("A" + std::to_string(arguments.size()));
    body.push_back(valued(term(each, around), around, arguments.back()));
  }
  arguments.push_back("C");
  body.push_back(atom("r" + std::to_string(relation), std::move(arguments)));
  rule(head, body);
}

}  // namespace casus::clingo
