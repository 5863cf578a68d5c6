#include "engine/facts/scenario.hpp"

#include <algorithm>
#include <cassert>
#include <set>

namespace casus::facts {
namespace {

// A fact and its arguments: what a view restates as a whole.
using tuple = std::pair<check::relation_index, std::vector<value>>;

tuple tuple_of(statement const& said) { return {said.relation, said.arguments}; }

void change_fields(base& told, view const& by) {
  for (view::field_change const& change : by.field_changes) {
    event& changed = told.events[change.event];
    changed.fields[change.field] = change.to;
    changed.origins[change.field] = change.why;
    changed.places[change.field] = change.where;
  }
}

void change_events(base& told, view const& by) {
  for (view::event_change const& change : by.event_changes) {
    event& changed = told.events[change.event];
    if (change.date) changed.date = *change.date;
    if (change.effective) changed.effective = *change.effective;
    if (change.known) changed.known = change.known;
    if (change.holds) changed.holds = *change.holds;
  }
}

void replace_statements(base& told, view const& by) {
  if (by.statements.empty()) return;
  std::set<tuple> replaced;
  for (statement const& said : by.statements) replaced.insert(tuple_of(said));
  auto const is_replaced = [&](statement const& said) { return replaced.count(tuple_of(said)) > 0; };
  auto const kept = std::remove_if(told.statements.begin(), told.statements.end(), is_replaced);
  told.statements.erase(kept, told.statements.end());
  told.statements.insert(told.statements.end(), by.statements.begin(), by.statements.end());
}

}  // namespace

base as_told_by(scenario const& told, std::optional<std::size_t> view) {
  base facts = told.agreed;
  if (!view) return facts;
  assert(*view < told.views.size());
  facts::view const& by = told.views[*view];
  facts.events.insert(facts.events.end(), by.new_events.begin(), by.new_events.end());
  change_fields(facts, by);
  change_events(facts, by);
  replace_statements(facts, by);
  return facts;
}

}  // namespace casus::facts
