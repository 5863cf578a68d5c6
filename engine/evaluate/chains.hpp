// Lists of numbers, one for each row of a table, each in the order in which it was added to. A number is in one list
// only, so that all the lists together take one array.
#pragma once
#include "engine/evaluate/pool.hpp"
#include <algorithm>
#include <cstdint>

namespace casus::evaluate {

class chains {
 public:
  static constexpr std::uint32_t end = 0xffffffff;
  explicit chains(pool& from) : links_(from) {}
  void add(std::uint32_t row, std::uint32_t number) {
    auto const most = std::max(row, number);
    if (most >= links_.size()) {
      if (links_.capacity() == 0) links_.reserve(few);
      links_.resize(most + 1);
    }
    auto& of = links_[row];
    (of.first == end ? of.first : links_[of.last].next) = number;
    of.last = number;
  }
  // `for (auto n = of.first(row); n != chains::end; n = of.next(n))`, while others are being added.
  [[nodiscard]] std::uint32_t first(std::uint32_t row) const { return row < links_.size() ? links_[row].first : end; }
  [[nodiscard]] std::uint32_t next(std::uint32_t number) const { return links_[number].next; }

 private:
  static constexpr std::size_t few = 8;
  struct link {
    std::uint32_t first = end, last = end;  // of the list of the row of this index
    std::uint32_t next = end;               // after the number of this index
  };
  pooled_vector<link> links_;
};

}  // namespace casus::evaluate
