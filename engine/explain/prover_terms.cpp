#include "prover.hpp"

#include "engine/source/overloaded.hpp"

#include <algorithm>

namespace casus::explain {

using facts::origin;
using facts::tag;

void prover::cite(cited_fact fact, readings& into) const {
  if (std::find(into.cites.begin(), into.cites.end(), fact) == into.cites.end()) into.cites.push_back(fact);
}

cited_fact prover::citation_of_event(std::uint32_t event) const {
  auto const& of = facts_.events[event];
  bool const is_open = of.holds == facts::truth::open || !of.date.is_known() || !of.effective.is_known();
  return {cited_fact::kind::event, event, 0, is_open ? origin::stated_unknown : origin::stated, of.where};
}

void prover::read_field(facts::value object, check::resolution const& field, readings& into) {
  auto const index = facts::index_of(object);
  if (object.tag == tag::entity) {
    auto const& entity = facts_.entities[index];
    bool const is_known = field.index < entity.fields.size() && entity.fields[field.index].is_known();
    cite({cited_fact::kind::entity_field, index, field.index, is_known ? origin::stated : origin::left_out,
          entity.where},
         into);
  }
  if (object.tag != tag::event) return;
  if (field.of != check::resolution::kind::event_declared_field) {
    cite(citation_of_event(index), into);
    return;
  }
  auto const& event = facts_.events[index];
  cite({cited_fact::kind::event_field, index, field.index, event.origins[field.index], event.places[field.index]},
       into);
}

// What a term reads: the fields, the readings of points of law, and the steps behind what it counts and selects. A
// condition inside a term (an argument, an element) is read as a term.
void prover::read_term(expression id, standpoint const& at, readings& into) {
  auto const all = [&](std::vector<expression> const& parts) {
    for (auto const one : parts) read_term(one, at, into);
  };
  auto const shown = [&] { add(into.steps, show(id, at)); };
  std::visit(source::overloaded{
                 [](model::boolean_literal const&) {},
                 [](model::integer_literal const&) {},
                 [](model::text_literal const&) {},
                 [](model::date_literal const&) {},
                 [](model::duration_literal const&) {},
                 [](model::today const&) {},
                 [&](model::reference const&) {
                   auto const& meant = program_.resolved[id];
                   if (meant.of != check::resolution::kind::interpretation) return;
                   auto const& point = program_.interpretations[meant.index];
                   auto const chosen = world_.how().readings.find(meant.index);
                   bool const is_open = chosen != world_.how().readings.end() && !chosen->second;
                   bool const is_default = chosen == world_.how().readings.end() ||
                                           (chosen->second && *chosen->second == point.default_value);
                   auto const& declared =
                       std::get<model::interpretation>(program_.rules.declarations[point.declaration]);
                   cite({cited_fact::kind::reading, meant.index, 0,
                         is_open      ? origin::stated_unknown
                         : is_default ? origin::by_default
                                      : origin::stated,
                         declared.id.where},
                        into);
                 },
                 [&](model::field_access const& e) {
                   read_term(e.object, at, into);
                   read_field(value_of(e.object, at), program_.resolved[id], into);
                 },
                 [&](model::application const&) { shown(); },
                 [&](model::comparison const&) { shown(); },
                 [&](model::arithmetic const& e) {
                   all({e.left, e.right});
                 },
                 [&](model::junction const&) { shown(); },
                 [&](model::negation const&) { shown(); },
                 [&](model::in_set const&) { shown(); },
                 [&](model::in_kind const&) { shown(); },
                 [&](model::quantifier const&) { shown(); },
                 [&](model::count const& e) { counted(id, e.body, at, into); },
                 [&](model::selection const& e) { selected(id, e, at, into); },
                 [&](model::at_date const&) { shown(); },
                 [&](model::before_date const&) { shown(); },
                 [&](model::provision_status const&) { shown(); },
                 [&](model::is_given const&) { shown(); },
                 [&](model::labelled const&) { shown(); },
                 [&](model::extreme_date const& e) {
                   all({e.left, e.right});
                 },
             },
             program_.rules[id].node);
}

}  // namespace casus::explain
