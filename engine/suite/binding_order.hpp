// In which order variables are bound, and which parts of a conjunction can be read with so many of them bound. Private
// to this folder.
#pragma once
#include "engine/check/program.hpp"

namespace casus::suite {

struct binding_order {
  std::vector<std::uint32_t> slots;
  std::vector<std::vector<model::expression_id>> due;  // the conjuncts, by how many variables are bound
};

// `earliest`: nothing is read before so many are bound.
[[nodiscard]] binding_order order_of(check::program const& program, std::vector<std::uint32_t> slots,
                                     std::optional<model::expression_id> condition, std::size_t earliest);

}  // namespace casus::suite
