#include "table.hpp"

#include <algorithm>

namespace casus::evaluate {

std::uint32_t table::find(facts::value const* row) {
  if (size_ == 0 || arity_ == 0) return size_ == 0 ? missing : 0;
  auto const last = arity_ - 1;  // the column that differs most: loops vary it most
  auto const is_it = [&](facts::value const* other) {
    if (other[last].payload != row[last].payload) return false;
    for (std::size_t c = 0; c < arity_; ++c)
      if (!same(other[c], row[c])) return false;
    return true;
  };
  if (size_ <= few) {
    auto const* other = this->row(size_);
    for (auto i = size_; i-- > 0;)
      if (is_it(other -= arity_)) return i;
    return missing;
  }
  auto& index = index_over(whole_rows);
  for (auto i = index.heads[bucket(index, row)]; i != missing; i = index.next[i])
    if (is_it(this->row(i))) return i;
  return missing;
}

std::pair<std::uint32_t, bool> table::insert(facts::value const* row) {
  if (auto const known = find(row); known != missing) return {known, false};
  if (values_.capacity() == 0) values_.reserve(first_rows * arity_);
  for (std::size_t c = 0; c < arity_; ++c) values_.push_back(row[c]);
  return {size_++, true};
}

table::column_index& table::index_over(std::uint64_t mask) {
  for (auto& index : indices_) {
    if (index->mask != mask) continue;
    if (index->next.size() < size_) catch_up(*index);
    return *index;
  }
  indices_.push_back(std::make_unique<column_index>());
  indices_.back()->mask = mask;
  indices_.back()->heads.assign(2 * few, missing);
  catch_up(*indices_.back());
  return *indices_.back();
}

void table::catch_up(column_index& index) const {
  if (size_ > index.heads.size()) {  // grow, and put every row in its new bucket
    auto buckets = index.heads.size();
    while (buckets < size_) buckets *= 2;
    index.heads.assign(buckets, missing);
    index.next.clear();
  }
  for (auto i = static_cast<std::uint32_t>(index.next.size()); i < size_; ++i) {
    auto& head = index.heads[bucket(index, row(i))];
    index.next.push_back(head);
    head = i;
  }
}

}  // namespace casus::evaluate
