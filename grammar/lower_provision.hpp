// Provisions, and the periods they share with instruments. Private to this folder.
#pragma once
#include "grammar/lowering.hpp"

namespace casus::grammar {

[[nodiscard]] model::provision provision_of(lowering& to, surface::provision const& it);
[[nodiscard]] model::fixed_period period_of(lowering& to, surface::period const& period);

}  // namespace casus::grammar
