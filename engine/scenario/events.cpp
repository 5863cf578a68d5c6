#include "engine/scenario/events.hpp"

#include "engine/scenario/event_fields.hpp"
#include "engine/scenario/shapes.hpp"
#include "engine/scenario/values.hpp"

#include <fmt/format.h>
#include <utility>

namespace casus::scenario {
namespace {

source::span place_of_event(written_event const& written) {
  return written.id ? written.id->where() : written.fields.where();
}

facts::event without_fields(loading& all, written_event const& written) {
  facts::event made;
  made.kind = written.kind;
  if (written.id) made.id = written.id->text();
  made.where = place_of_event(written);
  for (check::field const& field : all.rules.event_kinds[written.kind].fields) {
    auto const [value, why] = value_left_out(all, field);
    made.fields.push_back(value);
    made.origins.push_back(why);
    made.places.push_back(made.where);
  }
  return made;
}

std::string words_for_event(loading const& all, written_event const& written) {
  if (written.id) return fmt::format("the event `{}`", written.id->text());
  return fmt::format("this event of `{}`", all.rules.event_kinds[written.kind].name);
}

void missing_date(loading& all, written_event const& written, account whose) {
  std::string help;
  if (whose == account::of_a_view && written.id) help = all.suggest_event(written.kind, written.id->text());
  if (help.empty()) help = "write `date: unknown` where the day is not known";
  // The first key of an anonymous event: the whole of it may run over many lines.
  bool const has_keys = !written.id && written.fields.is_mapping() && written.fields.size() > 0;
  all.said.add("missing-date", has_keys ? written.fields.key(0).where() : place_of_event(written),
               fmt::format("{} has no date", words_for_event(all, written)), std::move(help));
}

facts::event bind_event(loading& all, written_event const& written, account whose) {
  facts::event made = without_fields(all, written);
  if (written.fields.is_nothing()) {
    missing_date(all, written, whose);
    return made;
  }
  auto const read = read_event_fields(all, written, whose);
  if (!read) return made;
  if (!read->names_date) missing_date(all, written, whose);
  for (read_event::field const& field : read->fields) {
    made.fields[field.index] = field.value;
    made.origins[field.index] = field.why;
    made.places[field.index] = field.where;
  }
  made.date = read->date.value_or(facts::unknown);
  made.effective = read->effective.value_or(made.date);
  made.known = read->known;
  made.holds = read->holds.value_or(facts::truth::yes);
  return made;
}

bool is_denied(written_event const& written) { return written.fields.is_plain("false"); }

void unknown_denial(loading& all, written_event const& written) {
  all.said.add(
      "unknown-name", place_of_event(written),
      fmt::format("there is no `{}` to deny, of `{}`", written.id->text(), all.rules.event_kinds[written.kind].name),
      all.suggest_event(written.kind, written.id->text()));
}

void bind_change(loading& all, written_event const& written, facts::view& view) {
  auto const index = all.events[written.kind].at(written.id->text()).index;
  facts::view::event_change change{
      .event = index, .date = {}, .effective = {}, .known = {}, .holds = {}, .where = place_of_event(written)};
  if (is_denied(written)) {
    change.holds = facts::truth::no;
    view.event_changes.push_back(change);
    return;
  }
  auto const read = read_event_fields(all, written, account::of_a_view);
  if (!read) return;
  for (read_event::field const& field : read->fields) {
    view.field_changes.push_back({index, field.index, field.value, field.why, field.where});
  }
  change.date = read->date;
  change.effective = read->effective;
  change.known = read->known;
  change.holds = read->holds;
  facts::event const& agreed = all.agreed().events[index];
  // Where the day on which it takes effect is only the day of the event, it moves with it.
  if (change.date && !change.effective && agreed.effective == agreed.date) change.effective = change.date;
  if (change.date || change.effective || change.known || change.holds) view.event_changes.push_back(change);
}

}  // namespace

void register_events(loading& all, facts_section const& section, std::vector<event_ids>& ids, std::uint32_t first) {
  for (std::size_t i = 0; i < section.events.size(); ++i) {
    written_event const& written = section.events[i];
    if (!written.id) continue;
    known_event const here{first + static_cast<std::uint32_t>(i), written.id->where()};
    auto const [known, is_new] = ids[written.kind].emplace(written.id->text(), here);
    if (is_new) continue;
    all.said.add(
        "duplicate-event", here.where,
        fmt::format("there are two events `{}` of `{}`", written.id->text(), all.rules.event_kinds[written.kind].name),
        {"the other is here", known->second.where}, "give one of them another id");
  }
}

void bind_events(loading& all, facts_section const& section) {
  all.agreed().events.reserve(section.events.size());
  for (written_event const& written : section.events) {
    all.agreed().events.push_back(bind_event(all, written, account::agreed));
  }
}

view_events take_apart(loading const& all, facts_section section) {
  view_events result;
  result.own.statements = std::move(section.statements);
  result.own.kinds = std::move(section.kinds);
  for (written_event& written : section.events) {
    bool const is_agreed = written.id && all.events[written.kind].count(written.id->text()) > 0;
    (is_agreed ? result.changes : result.own.events).push_back(std::move(written));
  }
  return result;
}

void bind_view_events(loading& all, view_events const& said, facts::view& view) {
  for (written_event const& written : said.changes) bind_change(all, written, view);
  for (written_event const& written : said.own.events) {
    bool const is_denial = written.id && is_denied(written);
    if (is_denial) unknown_denial(all, written);
    // Denied or not, it takes its place, so that the indices of those behind it are right.
    view.new_events.push_back(is_denial ? without_fields(all, written) : bind_event(all, written, account::of_a_view));
  }
}

}  // namespace casus::scenario
