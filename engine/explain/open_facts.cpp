#include "open_facts.hpp"

#include "reader.hpp"

namespace casus::explain {
namespace {

using facts::value;

std::vector<value> booleans() { return {facts::of_boolean(true), facts::of_boolean(false)}; }

std::vector<value> enumerators(check::program const& program, check::enumeration_index enumeration) {
  std::vector<value> all;
  for (std::uint32_t i = 0; i < program.enumerations[enumeration].values.size(); ++i) {
    all.push_back(facts::of_enumerator(enumeration, i));
  }
  return all;
}

std::vector<value> entities(evaluate::world const& world, check::kind_index kind) {
  std::vector<value> all;
  auto const& entities = world.facts().entities;
  for (std::uint32_t e = 0; e < entities.size(); ++e) {
    auto const one = facts::of_entity(entities[e].kind, e);
    if (fits(world, one, {check::base_type::entity, kind, false})) all.push_back(one);
  }
  if (!world.program().kinds[kind].closed) all.push_back(facts::unnamed_of(facts::tag::entity, kind));
  return all;
}

std::vector<value> events(evaluate::world const& world, check::event_kind_index kind) {
  std::vector<value> all;
  auto const& events = world.facts().events;
  for (std::uint32_t e = 0; e < events.size(); ++e)
    if (events[e].kind == kind) all.push_back(facts::of_event(kind, e));
  all.push_back(facts::unnamed_of(facts::tag::event, kind));
  return all;
}

}  // namespace

std::vector<value> values_of(evaluate::world const& world, check::type const& type) {
  std::vector<value> all;
  switch (type.base) {
    case check::base_type::boolean: all = booleans(); break;
    case check::base_type::enumeration: all = enumerators(world.program(), type.index); break;
    case check::base_type::entity: all = entities(world, type.index); break;
    case check::base_type::event: all = events(world, type.index); break;
    case check::base_type::unknown:
    case check::base_type::integer:
    case check::base_type::text:
    case check::base_type::date:
    case check::base_type::duration: return {};
  }
  if (type.optional) all.push_back(facts::absent);
  return all;
}

std::vector<open_fact> open_facts(evaluate::world& world, check::provision_index provision,
                                  evaluate::binding const& values, source::date date) {
  reader conditions(world);
  conditions.instance(provision, values, {date, {}, false}, reader::extent::applying);
  return conditions.take();
}

std::vector<open_fact> open_facts_of_state(evaluate::world& world, norms_of const& all, evaluate::norm const& of,
                                           source::date date) {
  reader of_it(world);
  of_it.state(all, of, {date, {}, false});
  return of_it.take();
}

std::vector<value> candidates_for(evaluate::world const& world, open_fact const& fact) {
  auto const& program = world.program();
  auto const& known = world.facts();
  switch (fact.of) {
    case open_fact::kind::event_field:
      return values_of(world, program.event_kinds[known.events[fact.subject].kind].fields[fact.field].type);
    case open_fact::kind::entity_field:
      return values_of(world, program.kinds[known.entities[fact.subject].kind].fields[fact.field].type);
    case open_fact::kind::event_date: return {};
    case open_fact::kind::event_holds: return booleans();
    case open_fact::kind::statement:
      return known.statements[fact.subject].holds == facts::truth::open ? booleans() : std::vector<value>{};
    case open_fact::kind::unstated_tuple: return fact.date ? booleans() : std::vector<value>{};
    case open_fact::kind::fact_value:
      if (!fact.date && fact.field == 0) return {};
      return values_of(world, *program.relations[fact.subject].value);
    case open_fact::kind::reading: return enumerators(program, program.interpretations[fact.subject].values);
  }
  return {};
}

}  // namespace casus::explain
