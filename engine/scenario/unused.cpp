#include "engine/scenario/unused.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <unordered_set>

namespace casus::scenario {
namespace {

void note(check::type const& type, std::vector<bool>& read) {
  if (type.base == check::base_type::event) read[type.index] = true;
}

// The kinds of events that some rule ranges over, reads or makes a duty of.
std::vector<bool> kinds_read(check::program const& rules) {
  std::vector<bool> read(rules.event_kinds.size());
  for (check::variable const& each : rules.variables) note(each.type, read);
  for (std::uint32_t i = 0; i < rules.types.size(); ++i) note(rules.types[model::expression_id{i}], read);
  for (check::relation const& relation : rules.relations) {
    for (check::type const& each : relation.parameters) note(each, read);
  }
  for (check::provision const& provision : rules.provisions) {
    auto const& consequences = rules.text_of(provision).consequences;
    for (std::size_t i = 0; i < consequences.size(); ++i) {
      if (std::holds_alternative<model::norm>(consequences[i].effect)) read[provision.consequence_targets[i]] = true;
    }
  }
  return read;
}

}  // namespace

void warn_of_unused_events(loading& all, std::vector<written_kind> const& kinds) {
  auto const read = kinds_read(all.rules);
  for (written_kind const& each : kinds) {
    if (read[each.kind]) continue;
    check::event_kind const& kind = all.rules.event_kinds[each.kind];
    all.said.add("unused-event", each.key.where(), fmt::format("no rule ranges over `{}` or reads one", kind.name),
                 {"it is declared here", place_of(all.rules, kind.declaration)});
  }
}

void warn_of_unused_views(loading& all) {
  if (all.told.expectations.empty()) return;
  std::unordered_set<std::string> expected;
  for (facts::expectation const& each : all.told.expectations) {
    if (each.view) expected.insert(*each.view);
  }
  for (facts::view const& each : all.told.views) {
    if (expected.count(each.id) > 0) continue;
    all.said.add("unused-view", each.where, fmt::format("nothing is expected of the view `{}`", each.id),
                 fmt::format("add a block with `view: {}` to `expect`", each.id));
  }
}

}  // namespace casus::scenario
