// Room for the variables of the bodies being evaluated, stacked. A frame stays where it is while others come and go.
#pragma once
#include "engine/facts/value.hpp"
#include <array>
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
  static constexpr std::size_t first_room = 60;
  static constexpr std::size_t usual_room = 4096;
  struct chunk {
    std::unique_ptr<facts::value[]> values;
    std::size_t room = 0;
  };
  void next_chunk(std::size_t size);
  std::array<facts::value, first_room> first_;  // a small world needs no more
  std::vector<chunk> more_;
  mark at_{0, first_.data(), 0, first_room};
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
