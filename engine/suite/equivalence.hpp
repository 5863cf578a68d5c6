// Whether a mutated condition can be shown to come to the same as the condition, whatever the facts: both are held
// against every combination of what their parts can be: a comparison less, equal, greater, with an absent side or
// open; a value of an enumeration; anything else true, false or open. Sound, not complete: nothing is known here of how
// what they name hangs together.
#pragma once
#include "engine/suite/mutant.hpp"

namespace casus::suite {

inline constexpr std::size_t most_combinations = 20'000;

// In how many combinations they agree, where they agree in all; nothing where they do not, or there are too many.
[[nodiscard]] std::optional<std::size_t> combinations_agreed(check::program const& program, mutant const& of,
                                                             mutant_maker& maker);

}  // namespace casus::suite
