// `views:` of a scenario: each account's differences from the agreed facts.
#pragma once
#include "engine/scenario/events.hpp"

namespace casus::scenario {

// Called when the agreed facts are bound. Adds the kinds of events that the views tell of to `kinds`.
void read_views(loading& all, element section, std::vector<written_kind>& kinds);

}  // namespace casus::scenario
