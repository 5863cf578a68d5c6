// The places in the scenario of the facts that make a condition true or false. Private to this folder.
#pragma once
#include "engine/explain/standpoint.hpp"

namespace casus::explain {

// In the order of reading, each once, not more than a handful.
[[nodiscard]] std::vector<source::span> places_behind(evaluate::world& world, model::expression_id condition,
                                                      standpoint const& at);

}  // namespace casus::explain
