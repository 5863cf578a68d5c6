// Intervals whose ends may be unknown or missing.
#pragma once
#include "engine/facts/value.hpp"

namespace casus::evaluate {

// Whether a date lies in an interval, from included and until excluded; `absent` is no end, and an unknown end lies
// after the known one (an unknown beginning before the known end).
[[nodiscard]] facts::truth within(facts::value from, facts::value until, source::date date);
// The day after, for an end that is included. Unknown and absent stay what they are.
[[nodiscard]] facts::value day_after(facts::value date);

}  // namespace casus::evaluate
