// Warnings of what a scenario says to nobody: events that no rule looks at, views that no expectation names.
#pragma once
#include "engine/scenario/facts_section.hpp"

namespace casus::scenario {

void warn_of_unused_events(loading& all, std::vector<written_kind> const& kinds);
// Only where the scenario expects anything: one that does not is for reading the report, views included.
void warn_of_unused_views(loading& all);

}  // namespace casus::scenario
