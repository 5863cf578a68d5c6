// Values in a row, mostly few of them: up to four stand in place and need no heap. What an instance binds, what a norm
// is about. For what there are many of there are vectors and tables.
#pragma once
#include "engine/facts/value.hpp"
#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <utility>
#include <vector>

namespace casus::evaluate {

class few_values {
 public:
  using value_type = facts::value;
  using iterator = facts::value*;
  using const_iterator = facts::value const*;

  few_values() = default;
  explicit few_values(std::size_t size) { resize(size); }
  few_values(const_iterator begin, const_iterator end) { assign(begin, end); }
  few_values(std::initializer_list<facts::value> of) { assign(of.begin(), of.end()); }
  few_values(few_values const& of) { assign(of.begin(), of.end()); }
  few_values(few_values&& of) noexcept
      : here_(of.here_),
        more_(std::move(of.more_)),
        size_(std::exchange(of.size_, 0)),
        room_(std::exchange(of.room_, of.here_.size())) {}
  few_values& operator=(few_values const& of) {
    if (this != &of) assign(of.begin(), of.end());
    return *this;
  }
  few_values& operator=(few_values&& of) noexcept {
    here_ = of.here_;
    more_ = std::move(of.more_);
    size_ = std::exchange(of.size_, 0);
    room_ = std::exchange(of.room_, of.here_.size());
    return *this;
  }
  ~few_values() = default;

  // Not of its own values.
  void assign(const_iterator begin, const_iterator end) {
    size_ = static_cast<std::size_t>(end - begin);
    if (size_ > room_) more_ = std::make_unique<facts::value[]>(room_ = size_);
    std::copy(begin, end, data());
  }
  void resize(std::size_t size) {  // nothing is known of those that are added
    if (size > room_) make_room(std::max(size, 2 * room_));
    if (size > size_) std::fill(data() + size_, data() + size, facts::unknown);
    size_ = size;
  }
  void push_back(facts::value added) {
    resize(size_ + 1);
    back() = added;
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] facts::value* data() { return more_ ? more_.get() : here_.data(); }
  [[nodiscard]] facts::value const* data() const { return more_ ? more_.get() : here_.data(); }
  [[nodiscard]] facts::value& operator[](std::size_t i) { return data()[i]; }
  [[nodiscard]] facts::value const& operator[](std::size_t i) const { return data()[i]; }
  [[nodiscard]] facts::value& back() { return data()[size_ - 1]; }
  [[nodiscard]] iterator begin() { return data(); }
  [[nodiscard]] iterator end() { return data() + size_; }
  [[nodiscard]] const_iterator begin() const { return data(); }
  [[nodiscard]] const_iterator end() const { return data() + size_; }

  friend bool operator==(few_values const& a, few_values const& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }
  friend bool operator==(few_values const& a, std::vector<facts::value> const& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }
  friend bool operator<(few_values const& a, few_values const& b) {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  void make_room(std::size_t room) {
    auto larger = std::make_unique<facts::value[]>(room);
    std::copy(begin(), end(), larger.get());
    more_ = std::move(larger);
    room_ = room;
  }
  std::array<facts::value, 4> here_;
  std::unique_ptr<facts::value[]> more_;  // all of them, where there are more
  std::size_t size_ = 0;
  std::size_t room_ = 4;
};

}  // namespace casus::evaluate
