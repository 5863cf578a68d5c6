// What a scenario, a view or an expectation picks of the law: readings, and the dates of its texts.
#pragma once
#include "engine/scenario/loading.hpp"

namespace casus::scenario {

// `readings: {opposing_blocs: absolute}`; warns of a reading that no rule uses.
[[nodiscard]] facts::readings read_readings(loading& all, element section);
// `law: 2011-01-01` or `law: {CST.4.2: 2011-01-01}`.
[[nodiscard]] facts::law_dates read_law(loading& all, element section);

}  // namespace casus::scenario
