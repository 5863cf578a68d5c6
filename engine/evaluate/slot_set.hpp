// A set of small numbers: slots, event kinds. The first 64 stand in place; there is room for more where they come.
#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace casus::evaluate {

class slot_set {
 public:
  void add(std::uint32_t i) {
    if (i / 64 > more_.size()) more_.resize(i / 64, 0);
    word(i / 64) |= bit(i);
  }
  void remove(std::uint32_t i) {
    if (i / 64 < words()) word(i / 64) &= ~bit(i);
  }
  [[nodiscard]] bool has(std::uint32_t i) const { return ((i < 64 ? first_ : word_or_none(i / 64)) & bit(i)) != 0; }
  [[nodiscard]] bool empty() const {
    for (std::size_t w = 0; w < words(); ++w)
      if (word_or_none(w) != 0) return false;
    return true;
  }
  template <class Visitor>
  void each(Visitor const& visit) const {
    for (std::size_t w = 0; w < words(); ++w)
      for (auto left = word_or_none(w); left != 0; left &= left - 1)
        visit(static_cast<std::uint32_t>(64 * w + static_cast<std::size_t>(std::countr_zero(left))));
  }
  // Whether the set grew.
  bool merge(slot_set const& more) {
    if (more.more_.empty()) {
      bool const grew = (more.first_ & ~first_) != 0;
      first_ |= more.first_;
      return grew;
    }
    if (more.more_.size() > more_.size()) more_.resize(more.more_.size(), 0);
    bool grew = false;
    for (std::size_t w = 0; w < more.words(); ++w) {
      grew = grew || (more.word_or_none(w) & ~word(w)) != 0;
      word(w) |= more.word_or_none(w);
    }
    return grew;
  }
  [[nodiscard]] bool within(slot_set const& other) const {
    if ((first_ & ~other.first_) != 0) return false;
    for (std::size_t w = 1; w < words(); ++w)
      if ((word_or_none(w) & ~other.word_or_none(w)) != 0) return false;
    return true;
  }
  [[nodiscard]] bool meets(slot_set const& other) const {
    for (std::size_t w = 0; w < words(); ++w)
      if ((word_or_none(w) & other.word_or_none(w)) != 0) return true;
    return false;
  }

 private:
  static constexpr std::uint64_t bit(std::uint32_t i) { return std::uint64_t{1} << (i % 64); }
  [[nodiscard]] std::size_t words() const { return 1 + more_.size(); }
  [[nodiscard]] std::uint64_t& word(std::size_t w) { return w == 0 ? first_ : more_[w - 1]; }
  [[nodiscard]] std::uint64_t word_or_none(std::size_t w) const {
    return w == 0 ? first_ : w < words() ? more_[w - 1] : 0;
  }
  std::uint64_t first_ = 0;
  std::vector<std::uint64_t> more_;
};

}  // namespace casus::evaluate
