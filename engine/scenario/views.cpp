#include "engine/scenario/views.hpp"

#include "engine/scenario/choices.hpp"
#include "engine/scenario/shapes.hpp"
#include "engine/scenario/statements.hpp"

#include <fmt/format.h>

namespace casus::scenario {
namespace {

void read_says(loading& all, element value, facts::view& view) {
  if (expect_scalar(value, "`says` takes a text", all.said)) view.says = value.text();
}

void read_facts(loading& all, element value, facts::view& view, std::vector<written_kind>& kinds) {
  facts_section section;
  read_section(all, value, section);
  kinds.insert(kinds.end(), section.kinds.begin(), section.kinds.end());
  auto const events = take_apart(all, std::move(section));
  register_events(all, events.own, all.events_of_views.back(), static_cast<std::uint32_t>(all.agreed().events.size()));
  bind_view_events(all, events, view);
  bind_statements(all, events.own, view.statements);
  check_conflicts(all, view.statements);
}

void read_key(loading& all, element key, element value, facts::view& view, std::vector<written_kind>& kinds) {
  std::string const& name = key.text();
  if (name == "says") {
    read_says(all, value, view);
  } else if (name == "facts") {
    read_facts(all, value, view, kinds);
  } else if (name == "readings") {
    view.readings = read_readings(all, value);
  } else {
    std::vector<std::string> const names{"says", "facts", "readings"};
    auto help = all.said.suggest(name, names);
    if (name == "entities") help = "name the entities of every account under the scenario's `entities:`";
    all.said.add("unknown-key", key.where(), fmt::format("a view has no key `{}`", name), std::move(help));
  }
}

void read_view(loading& all, element id, element value, std::vector<written_kind>& kinds) {
  facts::view view;
  view.id = id.text();
  view.where = id.where();
  all.view = all.told.views.size();
  all.events_of_views.emplace_back(all.rules.event_kinds.size());
  if (expect_mapping(value, fmt::format("the view `{}` is a mapping with `says`, `facts` and `readings`", view.id),
                     all.said)) {
    for (std::size_t i = 0; i < value.size(); ++i) read_key(all, value.key(i), value.value(i), view, kinds);
  }
  all.view.reset();
  all.told.views.push_back(std::move(view));
}

}  // namespace

void read_views(loading& all, element section, std::vector<written_kind>& kinds) {
  if (!expect_mapping(section, "`views` takes a mapping of names to accounts", all.said)) return;
  for (std::size_t i = 0; i < section.size(); ++i) {
    if (is_id(section.key(i), "a view", all.said)) read_view(all, section.key(i), section.value(i), kinds);
  }
}

}  // namespace casus::scenario
