#include "foreground.hpp"

#include <algorithm>

namespace casus::report {

foreground foreground_of(facts::scenario const& told) {
  foreground own{.own = told.where.file, .expected = {}};
  for (auto const& block : told.expectations) {
    for (auto const& subject : block.subjects) {
      if (subject.of == facts::expected_subject::kind::provision) own.expected.insert(subject.index);
    }
  }
  return own;
}

bool is_background(foreground const& own, facts::base const& told, evaluate::binding const& of) {
  auto const is_own = [&](source::span where) { return where.file == own.own; };
  bool has_events = false;
  for (auto const& value : of) {
    if (value.tag != facts::tag::event) continue;
    auto const& event = told.events[facts::index_of(value)];
    if (is_own(event.where) || std::any_of(event.places.begin(), event.places.end(), is_own)) return false;
    has_events = true;
  }
  return has_events;
}

}  // namespace casus::report
