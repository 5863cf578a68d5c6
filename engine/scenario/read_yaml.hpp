// The text of a scenario file → its YAML documents as trees. Bounds, each named in the message that reports it: the
// size of a file, the number of its values with aliases followed, the depth of nesting.
#pragma once
#include "engine/scenario/node.hpp"
#include "engine/source/outcome.hpp"
#include "engine/source/text.hpp"

namespace casus::scenario {

// Empty documents are left out. After a syntax error the documents before it are kept.
[[nodiscard]] source::outcome<std::vector<tree>> read_yaml(source::text const& text, source::file_id file);

}  // namespace casus::scenario
