#include "event_words.hpp"

namespace casus::report {

std::string absence_of_event(facts::event const& event, source::date on) {
  auto const is_later = [&](facts::value day) { return day.tag == facts::tag::date && on < facts::date_of(day); };
  bool const is_to_come = event.holds != facts::truth::no && (is_later(event.date) || is_later(event.effective));
  return is_to_come ? "had not taken place by " + source::to_english(on) : "did not take place";
}

}  // namespace casus::report
