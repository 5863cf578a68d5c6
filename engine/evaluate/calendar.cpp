// Which dates a machine notes where it compares them with the date of reading.
#include "calendar.hpp"

#include "machine.hpp"

namespace casus::evaluate {

void keep(world& of, calendar& into) { of.inside().inside.keep(into); }

void calendar::note(value day, turn of) {
  if (day.tag == facts::tag::date) turns_[facts::date_of(day)].insert(of);
}

// An unknown end lies beyond the known one, whose own day is certain: see `within`.
void calendar::note(value from, value until, turn begin, turn end) {
  note(from, begin);
  note(until, end);
  if (!until.is_known()) note(day_after(from), begin);
  if (from.is_known() || until.tag != facts::tag::date) return;
  if (auto const before = source::subtract(facts::date_of(until), {0, 1})) note(facts::of_date(*before), end);
}

void machine::note(value from, value until, node_index begin, node_index end) const {
  if (calendar_ == nullptr) return;
  auto const noted = [&](node_index n) {
    return turn{turn::kind::term, n == none ? none : plan_.nodes[n].origin.index, 0};
  };
  note(from, until, noted(begin), noted(end));
}

void machine::note(model::fixed_period const& period, turn of) const {
  if (period.from) note(facts::of_date(*period.from), of);
  if (period.until) note(facts::of_date(*period.until), of);
}

// The days between which a norm's state cannot change but by an act.
void machine::note_ends(norm const& of) const {
  if (calendar_ == nullptr) return;
  auto const noted = [&](turn::kind what) { return turn{what, of.provision, of.consequence}; };
  note(of.from, of.until, noted(turn::kind::norm_begins), noted(turn::kind::norm_ends));
  note(day_after(of.by), noted(turn::kind::norm_due));
  if (!of.by.is_known()) note(day_after(of.from), noted(turn::kind::norm_begins));
}

// `now` compared with a date changes on that day, or on the day after.
value machine::compared_with_today(value day, node const& of, context const& ctx) const {
  if (calendar_ != nullptr) {
    turn const noted{turn::kind::comparison, of.origin.index, 0};
    note(day, noted);
    note(day_after(day), noted);
  }
  return ctx.unknown ? facts::unknown : facts::of_date(ctx.date);
}

void machine::note_every_day(context const& ctx) const {
  if (!ctx.unknown) note(day_after(facts::of_date(ctx.date)), {});
}

// Today, as the value of a field by which events are sought.
value machine::sought_today(check::event_kind_index kind, std::uint32_t field, node_index n, context const& ctx) {
  for (auto const e : events_of(kind)) { (void)compared_with_today(whole_event(e).fields[field], plan_.nodes[n], ctx); }
  return ctx.unknown ? facts::unknown : facts::of_date(ctx.date);
}

}  // namespace casus::evaluate
