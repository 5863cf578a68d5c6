// Indices that follow one another.
#pragma once
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace casus::evaluate {

struct index_range {
  std::uint32_t first = 0;
  std::uint32_t count = 0;

  class iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = std::uint32_t;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = std::uint32_t;
    explicit iterator(std::uint32_t at) : at_(at) {}
    std::uint32_t operator*() const { return at_; }
    iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator==(iterator const&) const = default;

   private:
    std::uint32_t at_;
  };
  [[nodiscard]] iterator begin() const { return iterator(first); }
  [[nodiscard]] iterator end() const { return iterator(first + count); }
  [[nodiscard]] bool empty() const { return count == 0; }
};

}  // namespace casus::evaluate
