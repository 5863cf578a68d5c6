// What YAML leaves to whoever reads a mapping: keys given twice, and the merge key `<<`.
#pragma once
#include "engine/scenario/node.hpp"
#include "engine/scenario/problems.hpp"

namespace casus::scenario {

// Reports every key that a mapping gives twice, and keeps the first.
void drop_repeated_keys(tree& in, node_id mapping, problems& said);

// Replaces `<<: *other` by the entries of the other mapping whose keys are not given; of a list of mappings, earlier
// ones come first.
void merge(tree& in, node_id mapping, problems& said);

}  // namespace casus::scenario
