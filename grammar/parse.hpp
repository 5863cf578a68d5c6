// Text of a rule file → model. Recovers at the next declaration, so that one run reports every error of a file and
// keeps every declaration that could be read. Bounds: nesting 200 deep, named in the message that reports it.
#pragma once
#include "engine/model/rule_set.hpp"
#include "engine/source/outcome.hpp"
#include "engine/source/text.hpp"

namespace casus::grammar {

// Always has a value: the declarations that could be read.
[[nodiscard]] source::outcome<model::rule_set> parse(source::text const& text, source::file_id file);

}  // namespace casus::grammar
