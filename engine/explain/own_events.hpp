// What tells a scenario's own events from its background: they are stated in its own file, or something of them is.
#pragma once
#include "engine/facts/base.hpp"
#include "engine/source/text.hpp"
#include <span>

namespace casus::explain {

[[nodiscard]] bool is_own(facts::event const& event, source::file_id own);

// Whether there are events among the values, none of which is the scenario's own.
[[nodiscard]] bool is_background(facts::base const& told, std::span<facts::value const> values, source::file_id own);

}  // namespace casus::explain
