#include "join_progress.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace casus::evaluate {

join_progress::join_progress(plan const& of, block const& what, slot_set bound, node_index judged_at)
    : plan_(of), block_(what), bound_(std::move(bound)), is_judged_(judged_at == none), left_(what.conjuncts.size()) {
  std::iota(left_.begin(), left_.end(), std::size_t{0});
  for (auto const n : block_.conjuncts)
    plan_.nodes[n].slots.each([&](std::uint32_t slot) { ++place_of(slot).mentions; });
  for (std::uint32_t v = 0; v < block_.variables.size(); ++v) place_of(block_.variables[v].slot).variable = v;
  note_hidden();
}

join_progress::place& join_progress::place_of(std::uint32_t slot) {
  if (slot >= places_.size()) places_.resize(slot + std::size_t{1});
  return places_[slot];
}

void join_progress::note_hidden() {
  hidden_ = {};
  for (auto const& variable : block_.variables) {
    bool const is_own_event = variable.role == role::of_instance && variable.type.base == check::base_type::event;
    if (is_own_event && !bound_.has(variable.slot)) hidden_.add(variable.type.index);
  }
}

void join_progress::bind(std::vector<std::uint32_t> const& variables) {
  for (auto const v : variables) bound_.add(block_.variables[v].slot);
  note_hidden();
}

void join_progress::forget_mentions(std::size_t conjunct) {
  plan_.nodes[block_.conjuncts[conjunct]].slots.each([&](std::uint32_t slot) { --places_[slot].mentions; });
}

void join_progress::use(std::size_t conjunct) {
  left_.erase(std::lower_bound(left_.begin(), left_.end(), conjunct));
  forget_mentions(conjunct);
}

std::vector<std::size_t> join_progress::take_readable() {
  std::vector<std::size_t> found;
  std::vector<std::size_t> others;
  for (auto const i : left_) {
    auto const n = block_.conjuncts[i];
    (is_bound(n) && is_readable(n) ? found : others).push_back(i);
  }
  left_ = std::move(others);
  for (auto const i : found) forget_mentions(i);
  return found;
}

}  // namespace casus::evaluate
