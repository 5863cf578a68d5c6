// The conditions in an expression: whatever can be true or false and is no mere connective. `and`, `or`, `not`, `at`,
// `before` and labels are gone through; a quantifier is a condition, and so are those in its body.
#pragma once
#include "engine/check/program.hpp"
#include <functional>

namespace casus::suite {

// Whether a node that stands where a condition stands only connects others.
[[nodiscard]] bool is_connective(model::expression_node const& node);
// The conditions that a connective connects; none of what is no connective.
[[nodiscard]] std::vector<model::expression_id> connected_by(model::rule_set const& rules, model::expression_id id);
// Each condition in what stands as a condition, or in a term, in the order written.
using visit_condition = std::function<void(model::expression_id)>;
void each_condition(model::rule_set const& rules, model::expression_id condition, visit_condition const& visit);
void each_condition_in_term(model::rule_set const& rules, model::expression_id term, visit_condition const& visit);

// The parts of nested `and`, labels gone through.
[[nodiscard]] std::vector<model::expression_id> conjuncts_of(model::rule_set const& rules,
                                                             model::expression_id condition);
// What a provision, a define or a question begins with: its conditions, and the day of judgment. Nothing of any other
// declaration.
[[nodiscard]] std::vector<model::expression_id> roots_of(model::declaration const& of);
// The slots of the variables that it mentions; each perhaps more than once.
[[nodiscard]] std::vector<std::uint32_t> slots_in(check::program const& program, model::expression_id expression);
// The terms of a provision that are no conditions of their own but may have some in them: dates, actors, arguments.
[[nodiscard]] std::vector<model::expression_id> terms_of(model::provision const& text);
// Those that say until when something follows: the only ones that are read on the day of evaluation.
[[nodiscard]] std::vector<model::expression_id> ends_of(model::provision const& text);

}  // namespace casus::suite
