// Conditions and terms. Chains become flat junctions and left-leaning sums in loops; only what the text nests recurses,
// which the grammar has bounded. Private to this folder.
#pragma once
#include "grammar/lowering.hpp"

namespace casus::grammar {

[[nodiscard]] model::expression_id lower(lowering& to, surface::operand const& operand);
[[nodiscard]] model::expression_id lower(lowering& to, surface::condition const& condition);
[[nodiscard]] std::vector<model::expression_id> lower_all(lowering& to, std::vector<surface::operand> const& operands);

[[nodiscard]] surface::node const& node_of(surface::operand const& operand);

// The name and the arguments where the operand is a relation applied to them and nothing more.
struct applied {
  surface::name const* callee = nullptr;
  surface::call const* arguments = nullptr;
};
[[nodiscard]] std::optional<applied> as_application(surface::operand const& operand);

}  // namespace casus::grammar
