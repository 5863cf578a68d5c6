// A declaration by itself: a rule set with nothing else in it, its expressions renumbered so that children come first
// again, whatever was put in their place. Spans stay as they are.
#pragma once
#include "engine/model/rule_set.hpp"

namespace casus::model {

[[nodiscard]] rule_set excerpt(rule_set const& rules, declaration of);

}  // namespace casus::model
