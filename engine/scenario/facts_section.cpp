#include "engine/scenario/facts_section.hpp"

#include "engine/scenario/shapes.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace casus::scenario {
namespace {

// `Attack: {by: raiders, date: …}` gives the fields where the ids belong.
bool is_one_event(check::event_kind const& kind, element value) {
  if (value.size() == 0) return false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    std::string const& key = value.key(i).text();
    bool const is_field = key == "date" || find_field(kind.fields, key);
    if (!is_field || value.value(i).is_mapping()) return false;
  }
  return true;
}

void read_events(loading& all, check::event_kind_index index, element key, element value, facts_section& read) {
  check::event_kind const& kind = all.rules.event_kinds[index];
  read.kinds.push_back({index, key});
  if (value.is_list()) {
    for (std::size_t i = 0; i < value.size(); ++i) read.events.push_back({index, std::nullopt, value.item(i)});
    return;
  }
  if (!expect_mapping(value, fmt::format("`{}` takes a mapping of ids to events, or a list of events", kind.name),
                      all.said)) {
    return;
  }
  if (is_one_event(kind, value)) {
    all.said.add("wrong-shape", value.key(0).where(),
                 fmt::format("`{}` takes events by their ids, and these are the fields of one", kind.name),
                 "put an id before the fields, or write the event as an item of a list: `- {…}`");
    return;
  }
  for (std::size_t i = 0; i < value.size(); ++i) {
    element const id = value.key(i);
    if (is_id(id, "an event", all.said)) read.events.push_back({index, id, value.value(i)});
  }
}

void read_statements(loading& all, check::relation_index index, element key, element value, facts_section& read) {
  check::relation const& relation = all.rules.relations[index];
  if (!relation.is_fact) {
    all.said.add("not-a-fact", key.where(),
                 fmt::format("`{}` follows by rule, so a scenario cannot state it", relation.name),
                 {fmt::format("`{}` is defined here", relation.name), place_of(all.rules, relation.declaration)},
                 "state the facts that its definition names");
    return;
  }
  if (!expect_list(value, fmt::format("`{}` takes a list of statements", relation.name), all.said,
                   "write each statement as an item of a list: `- {…}`")) {
    return;
  }
  for (std::size_t i = 0; i < value.size(); ++i) read.statements.push_back({index, value.item(i)});
}

std::string suggest_kind(loading& all, std::string const& name) {
  std::vector<std::string> known = all.names.event_kinds.names();
  for (check::relation const& each : all.rules.relations) {
    if (each.is_fact) known.push_back(each.name);
  }
  return all.said.suggest(name, known);
}

}  // namespace

void read_section(loading& all, element section, facts_section& read) {
  if (!expect_mapping(section, "`facts` takes a mapping of kinds of events and facts to what happened", all.said))
    return;
  for (std::size_t i = 0; i < section.size(); ++i) {
    element const key = section.key(i);
    if (auto const event = all.names.event_kinds.find(key.text())) {
      read_events(all, *event, key, section.value(i), read);
    } else if (auto const relation = all.names.relations.find(key.text())) {
      read_statements(all, *relation, key, section.value(i), read);
    } else {
      all.said.add("unknown-name", key.where(), fmt::format("no event, act or fact named `{}`", key.text()),
                   suggest_kind(all, key.text()));
    }
  }
}

}  // namespace casus::scenario
