#include "coverage_sum.hpp"

namespace casus::suite {

void coverage_sum::add_rules(check::program const& program, source::files const& files) {
  if (!known_.insert(&program).second) return;
  for (auto& one : points_of(program, files)) points_.try_emplace({one.where, one.kind}, std::move(one));
}

void coverage_sum::add(std::string scenario, reach const& of) {
  auto const index = static_cast<std::uint32_t>(scenarios_.size());
  for (auto const& goal : of.goals) reached_[goal].push_back(index);
  if (of.is_partial) partial_.push_back(scenario);
  scenarios_.push_back(std::move(scenario));
}

std::vector<point> coverage_sum::points() const {
  std::vector<point> all;
  for (auto const& [place, one] : points_) all.push_back(one);
  return all;
}

std::vector<std::uint32_t> const& coverage_sum::reached_by(source::span where, goal what) const {
  static std::vector<std::uint32_t> const nobody;
  auto const found = reached_.find({where, what});
  return found == reached_.end() ? nobody : found->second;
}

}  // namespace casus::suite
