#include "session.hpp"

#include <algorithm>

namespace casus::session {
namespace {

class latest {
 public:
  void take(facts::value const& value) {
    if (value.tag == facts::tag::date) take(facts::date_of(value));
  }
  void take(std::optional<facts::value> const& value) {
    if (value) take(*value);
  }
  void take(source::date day) { found_ = found_ ? std::max(*found_, day) : day; }
  void take(std::vector<facts::value> const& values) {
    for (auto const& value : values) take(value);
  }
  [[nodiscard]] std::optional<source::date> found() const { return found_; }

 private:
  std::optional<source::date> found_;
};

void take(latest& day, facts::event const& event) {
  day.take(event.date);
  day.take(event.effective);
  day.take(event.fields);
}

// The end of an interval is a day on which the fact no longer holds, and still a day that the scenario names.
void take(latest& day, facts::statement const& statement) {
  day.take(statement.from);
  day.take(statement.until);
}

void take(latest& day, facts::view const& view) {
  for (auto const& change : view.field_changes) day.take(change.to);
  for (auto const& change : view.event_changes) {
    day.take(change.date);
    day.take(change.effective);
  }
  for (auto const& event : view.new_events) take(day, event);
  for (auto const& statement : view.statements) take(day, statement);
}

}  // namespace

std::optional<source::date> latest_date(facts::scenario const& told) {
  latest own;
  latest background;
  auto const of = [&](source::span where) -> latest& { return where.file == told.where.file ? own : background; };
  for (auto const& event : told.agreed.events) take(of(event.where), event);
  for (auto const& statement : told.agreed.statements) take(of(statement.where), statement);
  for (auto const& view : told.views) take(own, view);
  return own.found() ? own.found() : background.found();
}

}  // namespace casus::session
