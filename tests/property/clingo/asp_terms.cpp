// A term becomes a predicate over the variables around it, a context and its value; there is none where it is absent.
#include "asp.hpp"

#include "engine/source/overloaded.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::clingo {

std::string writer::term(model::expression_id id, slots const& around) {
  std::string const name = fresh("t");
  auto const is = [&](std::string const& value) { rule(valued(name, around, value), safe(around)); };
  auto const no_term = [](auto const&) { throw not_translated{"a condition as a term"}; };
  std::visit(source::overloaded{
                 [&](model::boolean_literal const& it) { is(it.value ? "b(1)" : "b(0)"); },
                 [&](model::integer_literal const& it) { is(std::to_string(it.value)); },
                 [&](model::text_literal const& it) {
                   auto const known = of_.facts.texts.find(it.value);
                   if (!known) throw not_translated{"a text that the facts do not know"};
                   is(constant(facts::of_text(*known), rank_of_text_));
                 },
                 [&](model::date_literal const& it) { is(std::to_string(it.value.days)); },
                 [&](model::today const&) {
                   auto body = safe(around);
                   body.push_back(atom("on", {"C", "T"}));
                   rule(valued(name, around, "T"), body);
                 },
                 [&](model::reference const&) { reference(id, name, around); },
                 [&](model::field_access const& it) { field(id, it, name, around); },
                 [&](model::application const&) { throw not_translated{"a fact with a value"}; },
                 [&](model::arithmetic const& it) { sum(it, name, around); },
                 [&](model::count const& it) { count(id, it, name, around); },
                 [&](model::selection const& it) { selection(id, it, name, around); },
                 [&](model::extreme_date const& it) {
                   auto body = safe(around);
                   body.push_back(valued(term(it.left, around), around, "X"));
                   body.push_back(valued(term(it.right, around), around, "Y"));
                   body.push_back(fmt::format("Z=#{}{{X;Y}}", it.which == model::extreme::later ? "max" : "min"));
                   rule(valued(name, around, "Z"), body);
                 },
                 no_term,
             },
             rules_.rules[id].node);
  return name;
}

void writer::reference(model::expression_id id, std::string const& name, slots const& around) {
  auto const meant = rules_.resolved[id];
  auto const is = [&](std::string const& value) { rule(valued(name, around, value), safe(around)); };
  switch (meant.of) {
    case check::resolution::kind::variable: return is(fmt::format("S{}", meant.index));
    case check::resolution::kind::individual: return is(fmt::format("e({})", meant.index));
    case check::resolution::kind::enumerator: return is(fmt::format("m({},{})", rules_.types[id].index, meant.index));
    case check::resolution::kind::interpretation: {
      check::interpretation const& point = rules_.interpretations[meant.index];
      auto const chosen = of_.how.readings.find(meant.index);
      if (chosen != of_.how.readings.end() && !chosen->second) throw not_translated{"a reading that is unknown"};
      std::uint32_t const value = chosen == of_.how.readings.end() ? point.default_value : *chosen->second;
      return is(fmt::format("m({},{})", point.values, value));
    }
    case check::resolution::kind::none:
    case check::resolution::kind::relation:
    case check::resolution::kind::entity_field:
    case check::resolution::kind::event_date:
    case check::resolution::kind::event_effective:
    case check::resolution::kind::event_known:
    case check::resolution::kind::event_declared_field:
    case check::resolution::kind::article: break;
  }
  throw not_translated{"a name"};
}

void writer::field(model::expression_id id, model::field_access const& node, std::string const& name,
                   slots const& around) {
  auto const meant = rules_.resolved[id];
  std::string const which = meant.of == check::resolution::kind::event_date        ? "date"
                            : meant.of == check::resolution::kind::event_effective ? "effective"
                            : meant.of == check::resolution::kind::event_known     ? "known"
                                                                                   : std::to_string(meant.index);
  auto body = safe(around);
  body.push_back(valued(term(node.object, around), around, "O"));
  body.push_back(atom("field", {"O", which, "X"}));
  rule(valued(name, around, "X"), body);
}

void writer::sum(model::arithmetic const& node, std::string const& name, slots const& around) {
  auto const* const length = std::get_if<model::duration_literal>(&rules_.rules[node.right].node);
  if (length == nullptr || length->value.months != 0) throw not_translated{"a sum"};
  auto body = safe(around);
  body.push_back(valued(term(node.left, around), around, "X"));
  char const* const sign = node.op == model::arithmetic_operator::plus ? "+" : "-";
  rule(valued(name, around, fmt::format("X{}{}", sign, length->value.days)), body);
}

void writer::count(model::expression_id id, model::count const& node, std::string const& name, slots const& around) {
  slots inner = around;
  inner.insert(inner.end(), rules_.bound[id].begin(), rules_.bound[id].end());
  std::vector<std::string> variables, conditions;
  for (std::uint32_t const slot : rules_.bound[id]) {
    variables.push_back(fmt::format("S{}", slot));
    conditions.push_back(within(type_of(slot), variables.back()));
    if (type_of(slot).base == check::base_type::event) conditions.push_back(atom("visible", {variables.back(), "C"}));
  }
  if (node.body) conditions.push_back(over(condition(*node.body, inner), inner));
  auto body = safe(around);
  body.push_back(fmt::format("N=#count{{{}:{}}}", fmt::join(variables, ","), fmt::join(conditions, ",")));
  rule(valued(name, around, "N"), body);
}

// The candidates with their keys, and of them every one that an order of equal keys would let be the answer: there are
// several values then, of which the engine says that they are open. The first and the last have the least and the
// greatest key. The next one is any of the key that it starts from; it has the least of the greater keys, or where
// there is none the least of all; where there is no other, it is the one that it starts from.
void writer::selection(model::expression_id id, model::selection const& node, std::string const& name,
                       slots const& around) {
  std::uint32_t const slot = rules_.bound[id].front();
  std::string const variable = fmt::format("S{}", slot);
  slots inner = around;
  inner.push_back(slot);
  std::string const key = term(node.key, inner);
  auto body = safe(inner);
  if (type_of(slot).base == check::base_type::event) body.push_back(atom("visible", {variable, "C"}));
  if (node.body) body.push_back(over(condition(*node.body, inner), inner));
  body.push_back(valued(key, inner, "K"));
  std::string const candidate = fresh("t");
  rule(valued(candidate, around, variable + ",K"), body);
  std::string const any = valued(candidate, around, "Z,L");
  auto chosen = safe(around);
  chosen.push_back(valued(candidate, around, "X,K"));
  auto const choose = [&](std::vector<std::string> const& more) {
    auto of = chosen;
    of.insert(of.end(), more.begin(), more.end());
    rule(valued(name, around, "X"), of);
  };
  if (node.kind != model::choice::next) {
    return choose({fmt::format("K=#{}{{L,Z:{}}}", node.kind == model::choice::first ? "min" : "max", any)});
  }
  std::string const start = fresh("t");
  auto from = safe(inner);
  std::string const after = term(*node.after, around), keyed = fresh("t");
  from.push_back(valued(after, around, variable));
  from.push_back(valued(key, inner, "K"));
  rule(valued(start, around, variable + ",K"), from);
  std::string const begins = valued(start, around, "P,B");
  rule(valued(keyed, around, "P"), {begins});
  choose({begins, "K=B", "X!=P"});
  choose({valued(after, around, "P"), "not " + valued(keyed, around, "P")});
  choose({begins, fmt::format("K=#min{{L,Z:{},L>B}}", any)});
  choose({begins, "X!=P", fmt::format("#count{{L,Z:{},L>B}}=0", any), fmt::format("K=#min{{L,Z:{},Z!=P}}", any)});
  choose({begins, "X=P", fmt::format("#count{{L,Z:{},Z!=P}}=0", any)});
}

}  // namespace casus::clingo
