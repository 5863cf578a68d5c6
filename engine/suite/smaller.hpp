// Makes a scenario as small as it can be made by leaving things out, while a test of it still holds: whole groups of
// events and statements first, then single ones, then entities that nothing names. (Zeller and Hildebrandt,
// "Simplifying and isolating failure-inducing input", 2002.) Bounded in how often it asks the test.
#pragma once
#include "engine/facts/scenario.hpp"
#include <functional>

namespace casus::suite {

// `told` has passed the test.
[[nodiscard]] facts::scenario smaller(facts::scenario told, check::program const& program, std::size_t most_tests,
                                      std::function<bool(facts::scenario const&)> const& test);

}  // namespace casus::suite
