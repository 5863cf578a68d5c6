// `expect:` of a scenario: what its findings are held against.
#pragma once
#include "engine/scenario/loading.hpp"

namespace casus::scenario {

// Called when everything else of the scenario is bound.
void read_expectations(loading& all, element section);

}  // namespace casus::scenario
