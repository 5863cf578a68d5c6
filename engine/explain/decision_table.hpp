// A function of some facts, each with a few values, folded into a decision table that says the same: the fewest rows
// such that each says under which values of which facts one answer is given. Rows may overlap; they never disagree.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace casus::explain {

struct decision_row {
  std::vector<std::uint64_t> values;  // by fact: a bit for each value under which the row holds
  std::uint16_t answer = 0;
  std::size_t combinations = 0;  // that it holds of
};

struct decision_table {
  std::vector<bool> matters;       // by fact: whether some answer depends on it
  std::vector<decision_row> rows;  // by answer, the widest first
  bool is_smallest = true;  // no: there is none of these rows that could be left out, but perhaps a smaller table
};

inline constexpr std::size_t most_values = 64;  // of one fact

// `answers` by combination, the first fact slowest; `values`: how many each fact has.
[[nodiscard]] decision_table folded(std::vector<std::size_t> const& values, std::vector<std::uint16_t> const& answers);

}  // namespace casus::explain
