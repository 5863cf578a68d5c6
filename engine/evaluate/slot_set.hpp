// A set of small numbers: slots, event kinds. Grows as needed.
#pragma once
#include <cstdint>
#include <vector>

namespace casus::evaluate {

class slot_set {
 public:
  void add(std::uint32_t i) {
    if (i / 64 >= words_.size()) words_.resize(i / 64 + 1, 0);
    words_[i / 64] |= std::uint64_t{1} << (i % 64);
  }
  void remove(std::uint32_t i) {
    if (i / 64 < words_.size()) words_[i / 64] &= ~(std::uint64_t{1} << (i % 64));
  }
  [[nodiscard]] bool has(std::uint32_t i) const {
    return i / 64 < words_.size() && (words_[i / 64] >> (i % 64) & 1) != 0;
  }
  [[nodiscard]] bool empty() const {
    for (auto const word : words_)
      if (word != 0) return false;
    return true;
  }
  // Whether the set grew.
  bool merge(slot_set const& more) {
    if (more.words_.size() > words_.size()) words_.resize(more.words_.size(), 0);
    bool grew = false;
    for (std::size_t i = 0; i < more.words_.size(); ++i) {
      grew = grew || (more.words_[i] & ~words_[i]) != 0;
      words_[i] |= more.words_[i];
    }
    return grew;
  }
  [[nodiscard]] bool within(slot_set const& other) const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      if ((words_[i] & ~(i < other.words_.size() ? other.words_[i] : 0)) != 0) return false;
    return true;
  }
  [[nodiscard]] bool meets(slot_set const& other) const {
    for (std::size_t i = 0; i < words_.size() && i < other.words_.size(); ++i)
      if ((words_[i] & other.words_[i]) != 0) return true;
    return false;
  }

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace casus::evaluate
