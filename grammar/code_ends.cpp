#include "grammar/code_ends.hpp"
#include "grammar/scanner.hpp"
#include <algorithm>

namespace casus::grammar {

void code_ends::look_from(std::uint32_t begin) {
  std::size_t at = begin;
  while (at < content_.size() && is_blank(content_[at])) {
    at = content_[at] == '#' ? std::min(content_.find('\n', at), content_.size()) : at + 1;
  }
  last_ = {begin, static_cast<std::uint32_t>(at)};
  if (last_.end > furthest_.end) furthest_ = last_;
}

std::uint32_t code_ends::before(std::uint32_t offset) const {
  if (offset == furthest_.end) return furthest_.begin;
  bool const may_end_comment = offset == content_.size();
  bool const ends_code = offset > 0 && !may_end_comment && !is_blank(content_[offset - 1]);
  return ends_code ? offset : code_end(content_, offset);
}

}  // namespace casus::grammar
