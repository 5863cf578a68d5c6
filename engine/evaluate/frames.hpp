// Room for the variables of the bodies being evaluated, stacked. A frame stays where it is while others come and go.
#pragma once
#include "engine/facts/value.hpp"
#include <cstddef>
#include <memory>
#include <vector>

namespace casus::evaluate {

class frames {
 public:
  frames() { next_chunk(0); }
  [[nodiscard]] facts::value* push(std::size_t size) {
    if (used_ + size > room_) next_chunk(size);
    auto* const at = chunks_[chunk_].get() + used_;
    used_ += size;
    return at;
  }
  struct mark {
    std::size_t chunk, used, room;
  };
  [[nodiscard]] mark here() const { return {chunk_, used_, room_}; }
  void back_to(mark to) {
    chunk_ = to.chunk;
    used_ = to.used;
    room_ = to.room;
  }

 private:
  static constexpr std::size_t chunk_size = 4096;
  void next_chunk(std::size_t size) {
    if (!chunks_.empty()) ++chunk_;
    auto const wanted = size > chunk_size ? size : chunk_size;
    if (chunk_ == chunks_.size()) {
      chunks_.push_back(std::make_unique<facts::value[]>(wanted));
      sizes_.push_back(wanted);
    } else if (sizes_[chunk_] < wanted) {
      chunks_[chunk_] = std::make_unique<facts::value[]>(wanted);
      sizes_[chunk_] = wanted;
    }
    used_ = 0;
    room_ = sizes_[chunk_];
  }
  std::vector<std::unique_ptr<facts::value[]>> chunks_;
  std::vector<std::size_t> sizes_;
  std::size_t chunk_ = 0;
  std::size_t used_ = 0;
  std::size_t room_ = 0;
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
