#include "coverage_sum.hpp"

#include <algorithm>
#include <iterator>

namespace casus::suite {

void coverage_sum::add_rules(check::program const& program, source::files const& files) {
  if (!known_.insert(&program).second) return;
  for (auto& one : points_of(program, files)) points_.try_emplace({one.where, one.kind}, std::move(one));
  if (!has_mcdc()) return;
  for (auto& one : conditions_of(program, files)) conditions_.try_emplace(one.where, std::move(one));
}

void coverage_sum::add(std::string scenario, reach const& of) {
  auto const index = static_cast<std::uint32_t>(scenarios_.size());
  for (auto const& goal : of.goals) reached_[goal].push_back(index);
  if (of.is_partial) partial_.push_back(scenario);
  scenarios_.push_back(std::move(scenario));
}

void coverage_sum::add(missing_side const& side, search_result of) {
  searched_.insert_or_assign({side.condition, side.what}, std::move(of));
}

std::vector<missing_side> coverage_sum::missing_sides() const {
  std::vector<missing_side> all;
  for (auto const& [place, one] : conditions_)
    for (auto const what : one.goals)
      if (reached_by(place, what).empty()) all.push_back({place, what});
  return all;
}

search_result const* coverage_sum::searched(source::span condition, goal what) const {
  auto const found = searched_.find({condition, what});
  return found == searched_.end() ? nullptr : &found->second;
}

std::vector<point> coverage_sum::points() const {
  std::vector<point> all;
  for (auto const& [place, one] : points_) all.push_back(one);
  return all;
}

std::vector<point> coverage_sum::conditions() const {
  std::vector<point> all;
  for (auto const& [place, one] : conditions_) all.push_back(one);
  return all;
}

std::optional<std::pair<std::uint32_t, std::uint32_t>> coverage_sum::shown_by(source::span condition) const {
  auto const& while_true = reached_by(condition, goal::decides_true);
  auto const& while_false = reached_by(condition, goal::decides_false);
  if (while_true.empty() || while_false.empty()) return std::nullopt;
  std::vector<std::uint32_t> both;
  std::set_intersection(while_true.begin(), while_true.end(), while_false.begin(), while_false.end(),
                        std::back_inserter(both));
  if (!both.empty()) return std::pair{both.front(), both.front()};
  return std::pair{while_true.front(), while_false.front()};
}

std::vector<std::uint32_t> const& coverage_sum::reached_by(source::span where, goal what) const {
  static std::vector<std::uint32_t> const nobody;
  auto const found = reached_.find({where, what});
  return found == reached_.end() ? nobody : found->second;
}

}  // namespace casus::suite
