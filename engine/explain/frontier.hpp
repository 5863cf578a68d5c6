// Where the answers change: the pairs of combinations that differ in one fact alone and are answered differently.
#pragma once
#include "engine/explain/decision_table.hpp"

namespace casus::explain {

// Under these values of the other facts, the values of this one are answered so.
struct frontier_row {
  std::vector<std::uint64_t> values;   // by fact: of the others, as in a decision table; of this one all
  std::vector<std::uint16_t> answers;  // by value of this fact
};

struct frontier {
  std::size_t fact = 0;
  std::size_t pairs = 0;
  std::vector<frontier_row> rows;  // rows may overlap
};

// One for each fact that makes a difference. Combinations that were not worked out are in no pair.
[[nodiscard]] std::vector<frontier> frontiers_of(std::vector<std::size_t> const& values,
                                                 std::vector<std::uint16_t> const& answers);

}  // namespace casus::explain
