#include "reader.hpp"

#include <limits>

namespace casus::explain {
namespace {

using kind = open_fact::kind;
using facts::origin;

}  // namespace

void open_leaves::add(open_fact fact) {
  auto const day = fact.date ? std::int64_t{fact.date->days} : std::numeric_limits<std::int64_t>::min();
  if (known_.emplace(fact.of, fact.subject, fact.field, fact.arguments, day).second) found_.push_back(std::move(fact));
}

void open_leaves::event_field(std::uint32_t event, std::uint32_t field) {
  auto const& of = world_.facts().events[event];
  if (of.fields[field].is_known()) return;
  add({kind::event_field, event, field, {}, {}, of.origins[field], of.places[field]});
}

void open_leaves::event_date(std::uint32_t event) {
  auto const& of = world_.facts().events[event];
  if (of.date.is_known() && of.effective.is_known()) return;
  add({kind::event_date, event, 0, {}, {}, origin::stated_unknown, of.where});
}

void open_leaves::event_holds(std::uint32_t event) {
  auto const& of = world_.facts().events[event];
  if (of.holds == facts::truth::open) add({kind::event_holds, event, 0, {}, {}, origin::stated_unknown, of.where});
}

void open_leaves::entity_field(std::uint32_t entity, std::uint32_t field) {
  auto const& of = world_.facts().entities[entity];
  if (field < of.fields.size() && of.fields[field].is_known()) return;
  add({kind::entity_field, entity, field, {}, {}, origin::left_out, of.where});
}

void open_leaves::statement(std::uint32_t statement) {
  auto const& of = world_.facts().statements[statement];
  add({kind::statement, statement, 0, {}, {}, origin::stated_unknown, of.where});
}

void open_leaves::unstated(check::relation_index relation, std::span<facts::value const> arguments,
                           evaluate::world::place const& on) {
  for (auto const& argument : arguments)
    if (!argument.is_known()) return;  // what is open is the argument
  auto const day = on.is_unknown ? std::nullopt : std::optional(on.date);
  add({kind::unstated_tuple, relation, 0, {arguments.begin(), arguments.end()}, day, origin::left_out, {}});
}

void open_leaves::value(check::relation_index relation, std::span<facts::value const> arguments,
                        std::optional<std::uint32_t> by, evaluate::world::place const& on) {
  for (auto const& argument : arguments)
    if (!argument.is_known()) return;
  if (by) {
    add({kind::fact_value,
         relation,
         *by + 1,
         {arguments.begin(), arguments.end()},
         {},
         origin::stated_unknown,
         world_.facts().statements[*by].where});
    return;
  }
  auto const day = on.is_unknown ? std::nullopt : std::optional(on.date);
  auto const& declaration = world_.program().rules.declarations[world_.program().relations[relation].declaration];
  auto const where = std::visit([](model::declared const& of) { return of.where; }, declaration);
  add({kind::fact_value, relation, 0, {arguments.begin(), arguments.end()}, day, origin::left_out, where});
}

void open_leaves::reading(check::interpretation_index interpretation) {
  auto const& of = world_.program().interpretations[interpretation];
  auto const where = std::visit([](model::declared const& it) { return it.where; },
                                world_.program().rules.declarations[of.declaration]);
  add({kind::reading, interpretation, 0, {}, {}, origin::stated_unknown, where});
}

}  // namespace casus::explain
