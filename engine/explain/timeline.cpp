#include "timeline.hpp"

#include "lanes.hpp"

namespace casus::explain {

timeline timeline_of(evaluate::compiled const& rules, facts::base const& facts, evaluate::options const& how,
                     timeline_range const& range) {
  evaluate::world world(rules, facts, how);
  evaluate::calendar dates;
  evaluate::keep(world, dates);
  lanes made;
  timeline found{.range = range, .lanes = {}, .dates = 0, .stopped_on = {}};
  std::optional next = range.from.value_or(source::first_date);
  while (next && (!range.to || *next <= *range.to)) {
    if (found.dates == most_dates) {
      found.stopped_on = next;
      break;
    }
    made.take(world, world.at(*next), found.dates == 0 ? std::nullopt : next);
    ++found.dates;
    next = dates.next_after(*next);
  }
  found.lanes = made.in_order(found.stopped_on);
  return found;
}

}  // namespace casus::explain
