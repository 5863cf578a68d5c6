#include "row.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace casus::report {
namespace {

bool can_merge(row const& one, std::size_t column) {
  auto const tag = one.columns[column].front().tag;
  if (tag == facts::tag::event) return one.of != row::kind::plain;
  return tag == facts::tag::entity || tag == facts::tag::enumerator;
}

// Everything but the values of one column.
auto key_without(row const& one, std::size_t column) {
  auto columns = one.columns;
  columns[column].clear();
  std::vector<std::pair<remark::kind, std::string>> remarks;
  for (auto const& said : one.remarks) remarks.emplace_back(said.of, said.words);
  return std::tuple{one.of,    one.status,         one.certain,       one.consequence,
                    one.state, std::move(columns), std::move(remarks)};
}

std::vector<row> merged_in(std::vector<row> rows, std::size_t column) {
  std::map<decltype(key_without(rows.front(), column)), std::size_t> first;
  std::vector<row> kept;
  for (auto& one : rows) {
    if (column >= one.columns.size() || !can_merge(one, column)) {
      kept.push_back(std::move(one));
      continue;
    }
    auto const [place, is_new] = first.try_emplace(key_without(one, column), kept.size());
    if (is_new) {
      kept.push_back(std::move(one));
      continue;
    }
    auto& into = kept[place->second].columns[column];
    into.insert(into.end(), one.columns[column].begin(), one.columns[column].end());
  }
  for (auto& one : kept) {
    if (column >= one.columns.size()) continue;
    auto& values = one.columns[column];
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
  }
  return kept;
}

}  // namespace

std::vector<row> merged(std::vector<row> rows) {
  std::size_t widest = 0;
  for (auto const& one : rows) widest = std::max(widest, one.columns.size());
  for (std::size_t column = 0; column < widest; ++column) rows = merged_in(std::move(rows), column);
  std::stable_sort(rows.begin(), rows.end(), [](row const& a, row const& b) { return a.status < b.status; });
  for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
    if (rows[i].status == rows[i + 1].status && rows[i].remarks == rows[i + 1].remarks) rows[i].remarks.clear();
  }
  return rows;
}

}  // namespace casus::report
