#include "supposed_worlds.hpp"

#include "supposition.hpp"

#include <algorithm>

namespace casus::explain {

supposed_worlds::kept::kept(std::vector<supposed> asked, told_otherwise other, evaluate::compiled const& rules)
    : what(std::move(asked)), told(std::move(other)), world(rules, told.facts, told.how) {}

evaluate::world* supposed_worlds::under(std::vector<supposed> const& what) {
  auto const known = std::find_if(kept_.begin(), kept_.end(), [&](auto const& one) { return one->what == what; });
  if (known != kept_.end()) return &(*known)->world;
  if (kept_.size() == most_kept) return nullptr;
  kept_.push_back(std::make_unique<kept>(what, supposing(world_, what), rules_));
  return &kept_.back()->world;
}

void supposed_worlds::forget(evaluate::world const& world) {
  auto const of = std::find_if(kept_.begin(), kept_.end(), [&](auto const& one) { return &one->world == &world; });
  if (of != kept_.end()) kept_.erase(of);
}

}  // namespace casus::explain
