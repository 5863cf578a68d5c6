// Conditions and terms. Chains become flat junctions and left-leaning sums in loops; only what the text nests recurses,
// which the grammar has bounded. Private to this folder.
#pragma once
#include "grammar/lowering.hpp"

namespace casus::grammar {

[[nodiscard]] model::expression_id lower(lowering& to, surface::chain const& chain);
[[nodiscard]] model::expression_id lower(lowering& to, surface::condition const& condition);
[[nodiscard]] std::vector<model::expression_id> lower_all(lowering& to, std::vector<surface::chain> const& chains);

// The name and the arguments where the chain is a relation applied to them and nothing more.
struct applied {
  surface::name const* callee = nullptr;
  surface::call const* arguments = nullptr;
};
[[nodiscard]] std::optional<applied> as_application(surface::chain const& chain);

}  // namespace casus::grammar
