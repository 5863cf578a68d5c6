// What began each span of a timeline. Of the events and the facts that have their date on that day and that were read,
// those without which the state would not be what it became; where there is none, the date that the rules themselves
// set: a text or an instrument in force, a deadline, a day of judgment, a day that `now` is compared with.
#pragma once
#include "engine/explain/timeline.hpp"

namespace casus::explain {

inline constexpr std::size_t most_worlds_without = 4'000;
inline constexpr std::size_t most_instances_without = 2'000'000;  // in all of their accounts

// Whether an expression says from when or until when what the lane is about is established.
[[nodiscard]] bool is_date_of(check::program const& program, lane const& of, std::uint32_t expression);

// Fills in `because` in the lanes that are chosen, but not of spans that begin where the range does. After so many
// worlds without one fact, what was read on the day is taken as it is.
void find_causes(timeline& into, std::vector<std::size_t> const& chosen, evaluate::compiled const& rules,
                 facts::base const& facts, evaluate::options const& how);

}  // namespace casus::explain
