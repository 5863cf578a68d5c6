#include "change.hpp"

#include <algorithm>

namespace casus::explain {
namespace {

using facts::truth;
using kind = change::kind;

truth truth_of(facts::value value) {
  return !value.is_known() ? truth::open : value.payload != 0 ? truth::yes : truth::no;
}

void restate(facts::base& facts, change const& one) {
  auto const is_of_it = [&](facts::statement const& said) {
    return said.relation == one.subject && said.arguments == one.arguments;
  };
  facts.statements.erase(std::remove_if(facts.statements.begin(), facts.statements.end(), is_of_it),
                         facts.statements.end());
  facts::statement said;
  said.relation = one.subject;
  said.arguments = one.arguments;
  if (one.of == kind::tuple) said.holds = truth_of(one.to.front());
  if (one.of == kind::value) said.held = one.to.front();
  facts.statements.push_back(std::move(said));
}

facts::event added(change const& one) {
  facts::event made;
  made.kind = one.subject;
  made.holds = truth_of(one.to[part_holds]);
  made.date = made.effective = one.to[part_date];
  made.fields.assign(one.to.begin() + part_fields, one.to.end());
  made.origins.assign(made.fields.size(), facts::origin::left_out);
  made.places.resize(made.fields.size());
  return made;
}

facts::value literal(check::program const& program, facts::base const& facts, model::expression_id id) {
  auto const& node = program.rules[id].node;
  if (auto const* it = std::get_if<model::boolean_literal>(&node)) return facts::of_boolean(it->value);
  if (auto const* it = std::get_if<model::integer_literal>(&node)) return facts::of_integer(it->value);
  if (auto const* it = std::get_if<model::date_literal>(&node)) return facts::of_date(it->value);
  if (auto const* it = std::get_if<model::duration_literal>(&node)) return facts::of_duration(it->value);
  if (auto const* it = std::get_if<model::text_literal>(&node)) {
    auto const known = facts.texts.find(it->value);
    return known ? facts::of_text(*known) : facts::unknown;
  }
  auto const& meant = program.resolved[id];
  if (meant.of == check::resolution::kind::enumerator)
    return facts::of_enumerator(program.types[id].index, meant.index);
  if (meant.of == check::resolution::kind::individual) {
    return facts::of_entity(program.individuals[meant.index].kind, meant.index);
  }
  return facts::unknown;
}

}  // namespace

std::optional<facts::value> value_left_out(check::program const& program, facts::base const& facts, change const& of,
                                           std::size_t part) {
  if (of.of != kind::addition || part < part_fields) return std::nullopt;
  auto const& field = program.event_kinds[of.subject].fields[part - part_fields];
  if (field.default_value) return literal(program, facts, *field.default_value);
  if (field.type.optional) return facts::absent;
  return std::nullopt;
}

bool same_fact(change const& a, change const& b) {
  return a.of == b.of && a.subject == b.subject && a.field == b.field && a.arguments == b.arguments;
}

void make(facts::base& facts, change const& one) {
  switch (one.of) {
    case kind::field: {
      auto& event = facts.events[one.subject];
      event.fields[one.field] = one.to.front();
      event.origins[one.field] = facts::origin::stated;
      return;
    }
    case kind::presence: facts.events[one.subject].holds = truth_of(one.to.front()); return;
    case kind::tuple:
    case kind::value: restate(facts, one); return;
    case kind::addition: facts.events.push_back(added(one)); return;
  }
}

bool touches(change const& one, fixed_fact const& fixed, facts::base const& facts) {
  bool const is_of_event = one.of == kind::field || one.of == kind::presence;
  bool const is_of_relation = one.of == kind::tuple || one.of == kind::value;
  switch (fixed.of) {
    case fixed_fact::kind::event_kind:
      if (one.of == kind::addition) return one.subject == fixed.subject;
      return is_of_event && facts.events[one.subject].kind == fixed.subject;
    case fixed_fact::kind::event: return is_of_event && one.subject == fixed.subject;
    case fixed_fact::kind::field:
      return one.of == kind::field && one.subject == fixed.subject && one.field == fixed.field;
    case fixed_fact::kind::relation: return is_of_relation && one.subject == fixed.subject;
    case fixed_fact::kind::tuple:
      return is_of_relation && one.subject == fixed.subject && one.arguments == fixed.arguments;
  }
  return false;
}

}  // namespace casus::explain
