// Whether conditions hold.
#include "engine/source/overloaded.hpp"
#include "tests/property/evaluate/oracle_choices.hpp"

#include <algorithm>

namespace casus::oracle {
namespace {

truth of(bool condition) { return condition ? truth::yes : truth::no; }

truth of_boolean(value const& held) {
  if (held == facts::absent) return truth::no;
  if (!held.is_known()) return truth::open;
  return of(held.payload != 0);
}

}  // namespace

truth evaluator::condition(model::expression_id id, values& slots, moment const& on) {
  step();
  auto const term_of_type_bool = [&](auto const&) { return of_boolean(single(id, slots, on)); };
  return std::visit(source::overloaded{
                        [&](model::application const& it) {
                          bool const has_value = rules_.relations[rules_.resolved[id].index].value.has_value();
                          return has_value ? of_boolean(single(id, slots, on)) : applied(id, it, slots, on);
                        },
                        [&](model::comparison const& it) {
                          return compare(it.op, evaluate(it.left, slots, on), evaluate(it.right, slots, on));
                        },
                        [&](model::junction const& it) { return junction(it, slots, on); },
                        [&](model::negation const& it) { return facts::negate(condition(it.operand, slots, on)); },
                        [&](model::in_set const& it) {
                          term const element = evaluate(it.element, slots, on);
                          truth found = truth::no;
                          for (model::expression_id const each : it.members) {
                            found = facts::either(
                                found, compare(model::comparison_operator::equal, element, evaluate(each, slots, on)));
                          }
                          return found;
                        },
                        [&](model::in_kind const& it) {
                          value const element = single(it.element, slots, on);
                          if (element == facts::absent) return truth::no;
                          if (element.is_known()) return within(element, rules_.bound[id].front());
                          return may_be_within(rules_.types[it.element], rules_.bound[id].front());
                        },
                        [&](model::quantifier const& it) { return quantifier(id, it, slots, on); },
                        [&](model::at_date const& it) { return elsewhere(it.condition, it.date, 0, slots, on); },
                        [&](model::before_date const& it) { return elsewhere(it.condition, it.date, -1, slots, on); },
                        [&](model::provision_status const& it) { return status(id, it, slots, on); },
                        [&](model::is_given const& it) {
                          value const found = single(it.term, slots, on);
                          return found == facts::absent ? truth::no : found.is_known() ? truth::yes : truth::open;
                        },
                        [&](model::labelled const& it) { return condition(it.condition, slots, on); },
                        term_of_type_bool,
                    },
                    rules_.rules[id].node);
}

// Whether an unknown thing is of a kind: of every candidate, of none, or of some.
truth evaluator::may_be_within(check::type const& of, check::kind_index kind) const {
  auto const choices = candidates(of);
  // Nothing that it could be: what its kind says.
  if (choices.empty()) return within(facts::unnamed_of(facts::tag::entity, of.index), kind);
  bool some = false, every = true;
  for (value const& each : choices) {
    truth const here = each == facts::absent ? truth::no : within(each, kind);
    some = some || here != truth::no;
    every = every && here == truth::yes;
  }
  return every ? truth::yes : some ? truth::open : truth::no;
}

truth evaluator::junction(model::junction const& node, values& slots, moment const& on) {
  bool const is_and = node.op == model::connective::conjunction;
  truth found = is_and ? truth::yes : truth::no;
  for (model::expression_id const each : node.operands) {
    truth const here = condition(each, slots, on);
    found = is_and ? facts::both(found, here) : facts::either(found, here);
  }
  return found;
}

truth evaluator::quantifier(model::expression_id id, model::quantifier const& node, values& slots, moment const& on) {
  truth some = truth::no;
  truth every = truth::yes;
  each_choice(types_of(node.variables), rules_.bound[id], 0, truth::yes, slots, on, [&](truth visible) {
    truth const here = node.body ? facts::both(visible, condition(*node.body, slots, on)) : visible;
    some = facts::either(some, here);
    truth const then = node.satisfies ? condition(*node.satisfies, slots, on) : truth::yes;
    every = facts::both(every, facts::either(facts::negate(here), then));
  });
  switch (node.kind) {
    case model::quantity::some: return some;
    case model::quantity::no: return facts::negate(some);
    case model::quantity::every: return every;
  }
  return truth::open;
}

truth evaluator::elsewhere(model::expression_id inner, model::expression_id date, int days, values& slots,
                           moment const& on) {
  value const when = single(date, slots, on);
  if (when == facts::absent) return truth::no;
  bool const is_way_back = days != 0 && graph_.leads_back(inner);
  if (is_way_back && (!when.is_known() || on.is_unknown)) return truth::open;
  if (!when.is_known()) return condition(inner, slots, {{}, {}, true});
  source::date const day{facts::date_of(when).days + days};
  if (is_way_back && day >= on.date) throw no_way_back{};
  return condition(inner, slots, {day, {}});
}

// `ID is violated`, `ID is breached`: of the instances with the values that are named.
truth evaluator::status(model::expression_id id, model::provision_status const& node, values& slots, moment const& on) {
  if (on.is_unknown && node.what == model::verdict::breached) return truth::open;
  check::article const& article = rules_.articles[rules_.resolved[id].index];
  truth found = truth::no;
  for (std::size_t version = 0; version < article.versions.size(); ++version) {
    check::provision_index const provision = article.versions[version];
    for (values const& binding : bindings(rules_.provisions[provision].scope)) {
      truth here = truth::yes;
      for (std::size_t each = 0; each < node.bindings.size(); ++each) {
        value const wanted = single(node.bindings[each].value, slots, on);
        here = facts::both(here, equal(wanted, binding[rules_.status_slots[id][version][each]]));
      }
      if (here == truth::no) continue;
      if (node.what == model::verdict::violated) {
        verdict const judged = judge(provision, binding, on);
        found = facts::either(found, facts::both(here, facts::both(judged.applies, facts::negate(judged.outcome))));
      } else {
        found = facts::either(found, facts::both(here, was_breached(provision, binding, on)));
      }
    }
  }
  return found;
}

truth evaluator::applied(model::expression_id id, model::application const& node, values& slots, moment const& on) {
  values arguments;
  std::vector<check::type> types;
  for (model::expression_id const each : node.arguments) {
    arguments.push_back(single(each, slots, on));
    types.push_back(rules_.types[each]);
  }
  return over_candidates(rules_.resolved[id].index, std::move(arguments), types, on);
}

std::vector<check::type> evaluator::types_of(std::vector<model::variable> const& variables) const {
  std::vector<check::type> found;
  for (model::variable const& each : variables) found.push_back(type_named(each.type));
  return found;
}

check::type evaluator::type_named(model::type_name const& written) const {
  for (std::uint32_t index = 0; index < rules_.kinds.size(); ++index) {
    if (rules_.kinds[index].name == written.base.text) return {check::base_type::entity, index, false};
  }
  for (std::uint32_t index = 0; index < rules_.event_kinds.size(); ++index) {
    if (rules_.event_kinds[index].name == written.base.text) return {check::base_type::event, index, false};
  }
  for (std::uint32_t index = 0; index < rules_.enumerations.size(); ++index) {
    if (rules_.enumerations[index].name == written.base.text) return {check::base_type::enumeration, index, false};
  }
  return {check::base_type::boolean, 0, false};
}

}  // namespace casus::oracle
