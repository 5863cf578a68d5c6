// One expression as text with every node visible: `(and member(s) (not suspended(s)))`. Private to this folder.
#pragma once
#include "engine/model/rule_set.hpp"

namespace casus::model {

[[nodiscard]] std::string dump(rule_set const& rules, expression_id id);

}  // namespace casus::model
