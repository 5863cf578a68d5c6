// A condition taken apart at its `and`, and what each part needs to be read. Private to this folder.
#pragma once
#include "engine/check/program.hpp"

namespace casus::explain {

// The parts of nested `and` in the order written; what has words of its own (`as`) is one part.
[[nodiscard]] std::vector<model::expression_id> conjuncts_of(model::rule_set const& rules,
                                                             model::expression_id condition);

// The slots of the variables that an expression mentions, also those that it binds itself; each perhaps more than once.
[[nodiscard]] std::vector<std::uint32_t> slots_in(check::program const& program, model::expression_id expression);

}  // namespace casus::explain
