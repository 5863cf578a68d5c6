#include "store.hpp"

namespace casus::evaluate {

store::store(check::program const& program, facts::base const& facts, std::optional<source::date> known_by)
    : facts_(&facts) {
  events_.resize(program.event_kinds.size());
  fields_.resize(program.event_kinds.size());
  for (std::size_t k = 0; k < program.event_kinds.size(); ++k) fields_[k].resize(program.event_kinds[k].fields.size());
  take_events(known_by);
  take_entities(program);
  take_statements(program, known_by);
}

void store::take_events(std::optional<source::date> known_by) {
  present_.assign(facts_->events.size(), false);
  for (std::uint32_t e = 0; e < facts_->events.size(); ++e) {
    auto const& event = facts_->events[e];
    auto known = event.known;  // unless stated: from its date on
    if (!known && event.date.is_known()) known = facts::date_of(event.date);
    if (event.holds == facts::truth::no || (known_by && known && *known > *known_by)) continue;
    present_[e] = true;
    events_[event.kind].push_back(e);
  }
}

void store::take_entities(check::program const& program) {
  std::vector<std::vector<std::uint32_t>> exactly(program.kinds.size());
  for (std::uint32_t e = 0; e < facts_->entities.size(); ++e) exactly[facts_->entities[e].kind].push_back(e);
  entities_.resize(program.kinds.size());
  for (std::size_t k = 0; k < program.kinds.size(); ++k) {
    for (auto const member : program.kinds[k].family) {
      for (auto const e : exactly[member]) entities_[k].push_back(facts::of_entity(member, e));
    }
  }
}

void store::take_statements(check::program const& program, std::optional<source::date> known_by) {
  for (auto const& relation : program.relations)
    stated_.push_back(std::make_unique<stated>(relation.parameters.size()));
  for (std::uint32_t s = 0; s < facts_->statements.size(); ++s) {
    auto const& statement = facts_->statements[s];
    if (known_by && statement.known && *statement.known > *known_by) continue;
    auto& of = *stated_[statement.relation];
    auto const [tuple, is_new] = of.tuples.insert(statement.arguments.data());
    if (is_new) of.statements.emplace_back();
    of.statements[tuple].push_back(s);
  }
}

store::hits store::events_with(check::event_kind_index kind, std::uint32_t field, facts::value value) {
  auto& index = fields_[kind][field];
  if (!index.made) {
    index.made = true;
    for (auto const e : events_[kind]) {
      auto const& held = facts_->events[e].fields[field];
      if (held.is_known())
        index.exact[held].push_back(e);
      else
        index.unknown.push_back(e);
    }
  }
  auto const found = index.exact.find(value);
  return {found == index.exact.end() ? &nothing_ : &found->second, &index.unknown};
}

}  // namespace casus::evaluate
