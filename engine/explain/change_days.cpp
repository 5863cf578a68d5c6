#include "change_days.hpp"

#include "engine/evaluate/calendar.hpp"

#include <set>

namespace casus::explain {
namespace {

// The dates that are compared with the date of evaluation where the event is so many days later than it is.
evaluate::calendar calendar_of(evaluate::compiled const& rules, facts::base facts, evaluate::options const& how,
                               source::date date, std::uint32_t event, int later) {
  auto& moved = facts.events[event];
  for (auto* const day : {&moved.date, &moved.effective})
    if (day->tag == facts::tag::date) day->payload += later;
  evaluate::world world(rules, facts, how);
  evaluate::calendar dates;
  evaluate::keep(world, dates);
  (void)world.at(date);
  return dates;
}

// How many days after the event those dates lie that move along with it.
std::set<int> offsets_of(evaluate::compiled const& rules, facts::base const& facts, evaluate::options const& how,
                         source::date date, std::uint32_t event) {
  std::set<int> offsets{0};
  auto const& told = facts.events[event].date;
  if (told.tag != facts::tag::date) return offsets;
  auto const now = calendar_of(rules, facts, how, date, event, 0);
  auto const later = calendar_of(rules, facts, how, date, event, 1);
  for (auto day = now.next_after(source::first_date); day; day = now.next_after(*day)) {
    auto const still = later.on(*day), moved = later.on({day->days + 1});
    for (auto const& each : now.on(*day)) {
      if (still.count(each) == 0 && moved.count(each) > 0) offsets.insert(day->days - facts::date_of(told).days);
    }
  }
  return offsets;
}

}  // namespace

std::vector<source::date> change_days(evaluate::compiled const& rules, facts::base const& facts,
                                      evaluate::options const& how, source::date date, std::uint32_t event,
                                      std::vector<source::date> const& days) {
  std::set<source::date> found;
  std::set<source::date> named(days.begin(), days.end());
  named.insert(date);
  for (auto const offset : offsets_of(rules, facts, how, date, event)) {
    for (auto const& day : named) {
      for (int const after : {0, 1}) {
        source::date const one{day.days - offset + after};
        if (one > source::first_date && one <= source::last_date) found.insert(one);
      }
    }
  }
  if (!found.empty()) found.insert({found.begin()->days - 1});
  return {found.begin(), found.end()};
}

}  // namespace casus::explain
