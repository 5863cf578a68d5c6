#include "store.hpp"

#include <algorithm>

namespace casus::evaluate {

store::store(check::program const& program, facts::base const& facts, std::optional<source::date> known_by, pool& from)
    : facts_(&facts),
      pool_(from),
      events_(from),
      present_(from),
      entities_(from),
      first_field_(from),
      by_field_(from),
      stated_(from) {
  take_events(program, known_by);
  take_entities(program);
  take_statements(program, known_by);
}

void store::take_events(check::program const& program, std::optional<source::date> known_by) {
  present_.assign(facts_->events.size(), 0);
  events_.begin.assign(program.event_kinds.size() + 1, 0);
  for (std::uint32_t e = 0; e < facts_->events.size(); ++e) {
    auto const& event = facts_->events[e];
    auto known = event.known;  // unless stated: from its date on
    if (!known && event.date.is_known()) known = facts::date_of(event.date);
    if (event.holds == facts::truth::no || (known_by && known && *known > *known_by)) continue;
    present_[e] = 1;
    ++events_.begin[event.kind + 1];
  }
  for (std::size_t k = 1; k < events_.begin.size(); ++k) events_.begin[k] += events_.begin[k - 1];
  events_.all.resize(events_.begin.back());
  auto next = events_.begin;
  for (std::uint32_t e = 0; e < facts_->events.size(); ++e)
    if (has_event(e)) events_.all[next[facts_->events[e].kind]++] = e;
  if (!first_field_.empty()) return;
  first_field_.reserve(program.event_kinds.size());
  std::uint32_t fields = 0;
  for (auto const& kind : program.event_kinds) {
    first_field_.push_back(fields);
    fields += static_cast<std::uint32_t>(kind.fields.size());
  }
  by_field_.resize(fields, pooled_vector<std::uint32_t>(pool_));
}

void store::take_again(check::program const& program, std::optional<source::date> known_by,
                       std::vector<bool> const& kinds) {
  take_events(program, known_by);
  for (std::size_t k = 0; k < kinds.size(); ++k) {
    if (!kinds[k]) continue;
    for (std::size_t f = 0; f < program.event_kinds[k].fields.size(); ++f) by_field_[first_field_[k] + f].clear();
  }
}

void store::take_entities(check::program const& program) {
  pooled_vector<std::uint32_t> begin(program.kinds.size() + 1, 0, pool_);  // those of exactly that kind
  for (auto const& entity : facts_->entities) ++begin[entity.kind + 1];
  for (std::size_t k = 1; k < begin.size(); ++k) begin[k] += begin[k - 1];
  pooled_vector<std::uint32_t> exactly(facts_->entities.size(), 0, pool_);
  auto next = begin;
  for (std::uint32_t e = 0; e < facts_->entities.size(); ++e) exactly[next[facts_->entities[e].kind]++] = e;
  entities_.begin.reserve(begin.size());
  entities_.all.reserve(2 * exactly.size());
  for (auto const& kind : program.kinds) {
    entities_.begin.push_back(static_cast<std::uint32_t>(entities_.all.size()));
    for (auto const member : kind.family) {
      for (auto i = begin[member]; i < begin[member + 1]; ++i) {
        entities_.all.push_back(facts::of_entity(member, exactly[i]));
      }
    }
  }
  entities_.begin.push_back(static_cast<std::uint32_t>(entities_.all.size()));
}

void store::take_statements(check::program const& program, std::optional<source::date> known_by) {
  stated_.reserve(program.relations.size());
  for (auto const& relation : program.relations) stated_.emplace_back(relation.parameters.size(), pool_);
  for (std::uint32_t s = 0; s < facts_->statements.size(); ++s) {
    auto const& statement = facts_->statements[s];
    if (known_by && statement.known && *statement.known > *known_by) continue;
    stated_[statement.relation].add(s, statement.arguments.data());
  }
}

store::hits store::events_with(check::event_kind_index kind, std::uint32_t field, facts::value value) {
  auto& ordered = by_field_[first_field_[kind] + field];
  auto const held = [&](std::uint32_t e) -> facts::value const& { return facts_->events[e].fields[field]; };
  if (ordered.empty()) {
    auto const of_kind = events_of(kind);
    ordered.assign(of_kind.begin(), of_kind.end());
    std::sort(ordered.begin(), ordered.end(),
              [&](std::uint32_t a, std::uint32_t b) { return held(a) != held(b) ? held(a) < held(b) : a < b; });
  }
  auto const those_with = [&](facts::value const& wanted) -> events {
    auto const from = std::lower_bound(ordered.begin(), ordered.end(), wanted,
                                       [&](std::uint32_t e, facts::value const& v) { return held(e) < v; });
    auto const to = std::upper_bound(from, ordered.end(), wanted,
                                     [&](facts::value const& v, std::uint32_t e) { return v < held(e); });
    return {ordered.data() + (from - ordered.begin()), ordered.data() + (to - ordered.begin())};
  };
  return {those_with(value), those_with(facts::unknown)};
}

}  // namespace casus::evaluate
