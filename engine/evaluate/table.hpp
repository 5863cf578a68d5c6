// A relation in memory: rows of values side by side, found by all of their columns or by some. Rows are only added.
// An index over a set of columns is made when it is first asked for and kept up as rows come in; a few rows are looked
// through without one.
#pragma once
#include "engine/evaluate/pool.hpp"
#include "engine/facts/value.hpp"
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace casus::evaluate {

[[nodiscard]] inline std::uint64_t hash_of(facts::value const& v, std::uint64_t seed) {
  auto h = seed ^ (static_cast<std::uint64_t>(v.payload) + (static_cast<std::uint64_t>(v.tag) << 56) +
                   (static_cast<std::uint64_t>(v.tag == facts::tag::unnamed ? v.extra : 0) << 40));
  h *= 0x9e3779b97f4a7c15ULL;  // Fibonacci hashing; Knuth, volume 3, section 6.4
  return h ^ (h >> 29);
}

// What differs most comes first.
[[nodiscard]] inline bool same(facts::value const& a, facts::value const& b) {
  return a.payload == b.payload && a.tag == b.tag && a.extra == b.extra;
}

class table {
 public:
  table(std::size_t arity, pool& from) : arity_(arity), values_(from) {}

  [[nodiscard]] std::uint32_t size() const { return size_; }
  [[nodiscard]] facts::value const* row(std::uint32_t i) const { return values_.data() + std::size_t{i} * arity_; }

  static constexpr std::uint32_t missing = 0xffffffff;
  [[nodiscard]] std::uint32_t find(facts::value const* row);
  // The row's number, and whether it is new.
  std::pair<std::uint32_t, bool> insert(facts::value const* row);

  // Calls `f(row number)` for each row that equals `pattern` in the columns of `mask` (bit i: column i < 64), until it
  // returns false: those that are there, the newest first unless the mask is empty. `pattern` has a value for every
  // column; those outside the mask are not looked at.
  template <class F>
  void match(std::uint64_t mask, facts::value const* pattern, F&& f) {
    if (mask == 0) {
      for (std::uint32_t i = 0; i < size_; ++i)
        if (!f(i)) return;
      return;
    }
    if (size_ <= few) {
      for (auto i = size_; i-- > 0;)
        if (agrees(mask, row(i), pattern) && !f(i)) return;
      return;
    }
    auto& index = index_over(mask);
    for (auto i = index.heads[bucket(index, pattern)]; i != missing; i = index.next[i]) {
      if (agrees(mask, row(i), pattern) && !f(i)) return;
    }
  }

 private:
  static constexpr std::uint32_t few = 16;  // rows: looking through them costs less than making an index
  static constexpr std::size_t first_rows = 8;
  static constexpr std::uint64_t whole_rows = 0;  // in place of a mask: there may be more than 64 columns
  struct column_index {
    std::uint64_t mask = whole_rows;
    std::vector<std::uint32_t> heads;  // by bucket: the first row, or missing
    std::vector<std::uint32_t> next;   // by row: the next one in its bucket
  };

  [[nodiscard]] std::uint64_t hash(std::uint64_t mask, facts::value const* row) const {
    std::uint64_t h = 0;
    for (std::size_t c = 0; c < arity_; ++c)
      if (mask == whole_rows || (c < 64 && (mask >> c & 1) != 0)) h = hash_of(row[c], h);
    return h;
  }
  [[nodiscard]] bool agrees(std::uint64_t mask, facts::value const* a, facts::value const* b) const {
    for (std::size_t c = 0; c < arity_ && c < 64; ++c)
      if ((mask >> c & 1) != 0 && !same(a[c], b[c])) return false;
    return true;
  }
  [[nodiscard]] std::size_t bucket(column_index const& index, facts::value const* row) const {
    return hash(index.mask, row) & (index.heads.size() - 1);
  }
  column_index& index_over(std::uint64_t mask);
  void catch_up(column_index& index) const;

  std::size_t arity_;
  std::uint32_t size_ = 0;
  pooled_vector<facts::value> values_;
  std::vector<std::unique_ptr<column_index>> indices_;  // an index may be made while another is being read
};

}  // namespace casus::evaluate
