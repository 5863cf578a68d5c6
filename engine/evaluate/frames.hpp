// Room for the variables of the bodies being evaluated, stacked. A frame stays where it is while others come and go.
#pragma once
#include "engine/facts/value.hpp"
#include <cstddef>
#include <memory>
#include <vector>

namespace casus::evaluate {

class frames {
 public:
  frames() = default;
  frames(frames const&) = delete;
  frames& operator=(frames const&) = delete;
  [[nodiscard]] facts::value* push(std::size_t size) {
    if (at_.used + size > at_.room) next_chunk(size);
    auto* const values = at_.values + at_.used;
    at_.used += size;
    return values;
  }
  struct mark {
    std::size_t chunk;  // how many of `more_` are in use
    facts::value* values;
    std::size_t used, room;
  };
  [[nodiscard]] mark here() const { return at_; }
  void back_to(mark to) { at_ = to; }

 private:
  static constexpr std::size_t first_room =
      60;  // a small world needs no more: less than a KiB, which the heap has at hand
  static constexpr std::size_t usual_room = 4096;
  struct chunk {
    std::unique_ptr<facts::value[]> values;
    std::size_t room = 0;
  };
  void next_chunk(std::size_t size) {
    auto const wanted = size > usual_room ? size : usual_room;
    if (at_.chunk == more_.size()) more_.emplace_back();
    auto& next = more_[at_.chunk];
    if (next.room < wanted) next = {std::make_unique<facts::value[]>(wanted), wanted};
    at_ = {at_.chunk + 1, next.values.get(), 0, next.room};
  }
  std::unique_ptr<facts::value[]> first_ = std::make_unique<facts::value[]>(first_room);
  std::vector<chunk> more_;
  mark at_{0, first_.get(), 0, first_room};
};

// A frame for the length of a scope.
class frame {
 public:
  frame(frames& of, std::size_t size) : of_(of), before_(of.here()), values_(of.push(size)) {}
  frame(frame const&) = delete;
  frame& operator=(frame const&) = delete;
  ~frame() { of_.back_to(before_); }
  [[nodiscard]] facts::value* values() const { return values_; }

 private:
  frames& of_;
  frames::mark before_;
  facts::value* values_;
};

}  // namespace casus::evaluate
