#include "table.hpp"

namespace casus::evaluate {

std::uint32_t table::find(facts::value const* row) {
  if (arity_ == 0) return size_ == 0 ? missing : 0;
  auto found = missing;
  match(all_columns(), row, [&](std::uint32_t i) {
    for (std::size_t c = 64; c < arity_; ++c)
      if (this->row(i)[c] != row[c]) return true;
    found = i;
    return false;
  });
  return found;
}

std::pair<std::uint32_t, bool> table::insert(facts::value const* row) {
  if (auto const known = find(row); known != missing) return {known, false};
  if (values_.capacity() == 0) reserve(few);
  values_.insert(values_.end(), row, row + arity_);
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
