// Of which kinds the events are among which a provision looks, directly or through defines and other provisions: one
// more of another kind would change nothing. Private to this folder.
#pragma once
#include "engine/check/program.hpp"

namespace casus::explain {

// Of what decides whether any of the provisions applies; in the order of the kinds.
[[nodiscard]] std::vector<check::event_kind_index> kinds_ranged_over(
    check::program const& program, std::vector<check::provision_index> const& provisions);

}  // namespace casus::explain
