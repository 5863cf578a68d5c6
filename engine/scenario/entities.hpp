// The entities of a scenario: the individuals of its rules first, then what `entities:` names in its documents. The
// same id in two documents is the same entity, where kind, title and fields agree.
#pragma once
#include "engine/scenario/loading.hpp"

namespace casus::scenario {

// `sections` are the values of `entities:`, one a document at most. Ids are known from here on.
void read_entities(loading& all, std::vector<element> const& sections);

}  // namespace casus::scenario
