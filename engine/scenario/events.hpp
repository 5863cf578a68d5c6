// The events of a scenario and of its views, bound: fields, dates, and what a view changes of an agreed event.
#pragma once
#include "engine/scenario/facts_section.hpp"

namespace casus::scenario {

// Gives every event its index, and the named ones their ids. `ids` is by kind; `first` the index of the first event.
void register_events(loading& all, facts_section const& section, std::vector<event_ids>& ids, std::uint32_t first);

// The agreed events, in the order in which they were registered.
void bind_events(loading& all, facts_section const& section);

// What a view says of events: those that are agreed it changes, the others are its own. They have to be told apart
// before anything is bound, since a view's statements may name its own events.
struct view_events {
  facts_section own;
  std::vector<written_event> changes;
};
[[nodiscard]] view_events take_apart(loading const& all, facts_section section);
void bind_view_events(loading& all, view_events const& said, facts::view& view);

}  // namespace casus::scenario
