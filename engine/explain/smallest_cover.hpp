// The fewest of some sets of points that together hold every point. Private to this folder.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace casus::explain {

struct cover {
  std::vector<std::size_t> sets;  // chosen, ascending
  bool is_smallest = true;        // no: the search was cut short, and the best so far is given
};

// `sets` are ascending lists of points below `points`; together they hold all of them.
[[nodiscard]] cover smallest_cover(std::size_t points, std::vector<std::vector<std::uint32_t>> const& sets);

}  // namespace casus::explain
