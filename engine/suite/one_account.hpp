// A scenario as one of its accounts tells it, as a scenario of its own: what is contested is as that account has it.
#pragma once
#include "engine/facts/scenario.hpp"

namespace casus::suite {

// `view`: an index into its views; none: the agreed facts. `otherwise`: the date of a scenario that says none. Nothing
// is expected of it yet.
[[nodiscard]] facts::scenario one_account(facts::scenario const& told, std::optional<std::size_t> view,
                                          source::date otherwise);

}  // namespace casus::suite
