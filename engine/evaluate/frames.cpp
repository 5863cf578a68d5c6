#include "frames.hpp"

namespace casus::evaluate {

void frames::next_chunk(std::size_t size) {
  auto const wanted = size > usual_room ? size : usual_room;
  if (at_.chunk == more_.size()) more_.emplace_back();
  auto& next = more_[at_.chunk];
  if (next.room < wanted) next = {std::make_unique<facts::value[]>(wanted), wanted};
  at_ = {at_.chunk + 1, next.values.get(), 0, next.room};
}

}  // namespace casus::evaluate
