// Expectations that are met whatever is found: what holds nothing against the findings says nothing about the rules.
#pragma once
#include "engine/scenario/loading.hpp"

namespace casus::scenario {

// Reports an entry of `expect`, or a part of one, that can never fail. `name`: what it expects something of.
void note_if_it_cannot_fail(loading& all, facts::expected_subject const& read, element name);

}  // namespace casus::scenario
