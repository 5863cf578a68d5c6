// The days between which the date of an event can be moved without anything changing: what a sweep tries of a date.
#pragma once
#include "engine/evaluate/world.hpp"

namespace casus::explain {

// Each of the days given and the date of evaluation, and each day on which a date that moves along with that of the
// event, such as a deadline, would fall on one of them; the day after each, and one before all. As far as the case as
// it stands reckons such dates. Ascending.
[[nodiscard]] std::vector<source::date> change_days(evaluate::compiled const& rules, facts::base const& facts,
                                                    evaluate::options const& how, source::date date,
                                                    std::uint32_t event, std::vector<source::date> const& days);

}  // namespace casus::explain
