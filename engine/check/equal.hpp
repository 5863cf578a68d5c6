// Whether two terms are written alike, so that they have one value: names, fields, relations, literals, sums. What
// binds variables is never alike to anything. Private to the checker.
#pragma once
#include "engine/model/rule_set.hpp"

namespace casus::check {

[[nodiscard]] bool is_alike(model::rule_set const& rules, model::expression_id a, model::expression_id b);

}  // namespace casus::check
