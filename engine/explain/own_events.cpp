#include "own_events.hpp"

#include <algorithm>

namespace casus::explain {

bool is_own(facts::event const& event, source::file_id own) {
  return event.where.file == own ||
         std::any_of(event.places.begin(), event.places.end(), [&](source::span where) { return where.file == own; });
}

bool is_background(facts::base const& told, std::span<facts::value const> values, source::file_id own) {
  bool has_events = false;
  for (auto const& value : values) {
    if (value.tag != facts::tag::event) continue;
    if (is_own(told.events[facts::index_of(value)], own)) return false;
    has_events = true;
  }
  return has_events;
}

}  // namespace casus::explain
