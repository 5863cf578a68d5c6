// Lists of numbers, one for each row of a table, each in the order in which it was added to. A number is in one list
// only, so that all the lists together take three arrays.
#pragma once
#include <cstdint>
#include <vector>

namespace casus::evaluate {

class chains {
 public:
  static constexpr std::uint32_t end = 0xffffffff;
  void add(std::uint32_t row, std::uint32_t number) {
    if (first_.capacity() == 0) {
      for (auto* const each : {&first_, &last_, &next_}) each->reserve(few);
    }
    if (row >= first_.size()) {
      first_.resize(row + 1, end);
      last_.resize(row + 1, end);
    }
    if (number >= next_.size()) next_.resize(number + 1, end);
    (first_[row] == end ? first_[row] : next_[last_[row]]) = number;
    last_[row] = number;
  }
  // `for (auto n = of.first(row); n != chains::end; n = of.next(n))`, while others are being added.
  [[nodiscard]] std::uint32_t first(std::uint32_t row) const { return row < first_.size() ? first_[row] : end; }
  [[nodiscard]] std::uint32_t next(std::uint32_t number) const { return next_[number]; }

 private:
  static constexpr std::size_t few = 8;
  std::vector<std::uint32_t> first_, last_;  // by row
  std::vector<std::uint32_t> next_;          // by number
};

}  // namespace casus::evaluate
