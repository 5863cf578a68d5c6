// Where something stands in the input: a file and a half-open range of byte offsets in it.
// Lines and columns are computed at the edge (see text.hpp), never stored.
#pragma once
#include <compare>
#include <cstdint>

namespace casus::source {

struct file_id {
  std::uint32_t index = 0;
  auto operator<=>(file_id const&) const = default;
};

struct span {
  file_id file;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  auto operator<=>(span const&) const = default;
};

}  // namespace casus::source
