#include "known_statements.hpp"

#include <algorithm>

namespace casus::explain {

known_statements::known_statements(evaluate::world const& world) {
  auto const& all = world.facts().statements;
  auto const known_by = world.how().known_by;
  for (std::uint32_t s = 0; s < all.size(); ++s) {
    bool const comes_later = known_by && all[s].known && *all[s].known > *known_by;
    if (!comes_later) statements_.push_back(s);
  }
  std::stable_sort(statements_.begin(), statements_.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return all[a].relation < all[b].relation; });
  for (auto const s : statements_) relations_.push_back(all[s].relation);
}

std::span<std::uint32_t const> known_statements::of(check::relation_index relation) const {
  auto const [first, last] = std::equal_range(relations_.begin(), relations_.end(), relation);
  return std::span{statements_}.subspan(static_cast<std::size_t>(first - relations_.begin()),
                                        static_cast<std::size_t>(last - first));
}

}  // namespace casus::explain
