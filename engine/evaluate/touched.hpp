// Which relations and provisions facts in certain places can touch, directly or through others: more than they do, but
// none too few.
#pragma once
#include "engine/evaluate/changing_world.hpp"
#include "engine/evaluate/plan.hpp"

namespace casus::evaluate {

struct touched {
  std::vector<bool> event_kinds;
  std::vector<bool> relations;
  std::vector<bool> provisions;
  std::vector<bool> readings;
};
[[nodiscard]] touched touched_by(plan const& rules, facts::base const& facts, std::vector<varied_place> const& places);

}  // namespace casus::evaluate
