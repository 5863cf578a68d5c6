#include "engine/scenario/loading.hpp"

#include "engine/scenario/shapes.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace casus::scenario {

known_event const* loading::find_event(check::event_kind_index kind, std::string const& id) const {
  if (auto const found = events[kind].find(id); found != events[kind].end()) return &found->second;
  if (!view || *view >= events_of_views.size()) return nullptr;
  event_ids const& own = events_of_views[*view][kind];
  auto const found = own.find(id);
  return found == own.end() ? nullptr : &found->second;
}

std::string loading::suggest_entity(std::string const& id) {
  if (!said.can_compare(entities.size())) return {};
  std::vector<std::string> ids;
  ids.reserve(entities.size());
  for (facts::entity const& each : told.agreed.entities) ids.push_back(each.id);
  return said.suggest(id, ids);
}

std::string loading::suggest_event(check::event_kind_index kind, std::string const& id) {
  if (!said.can_compare(events[kind].size())) return {};
  std::vector<std::string> ids;
  ids.reserve(events[kind].size());
  for (auto const& [each, where] : events[kind]) ids.push_back(each);
  // The order of a hash table is nobody's business: of two equally near names the first of the alphabet is shown.
  std::sort(ids.begin(), ids.end());
  return said.suggest(id, ids);
}

bool is_id(element what, std::string_view of_what, problems& said) {
  if (!expect_scalar(what, fmt::format("the id of {} is a word", of_what), said)) return false;
  if (what.text().empty()) {
    said.add("wrong-value", what.where(), fmt::format("the id of {} is empty", of_what));
    return false;
  }
  if (what.text() == "unknown") {
    said.add("reserved-name", what.where(), fmt::format("`unknown` cannot be the id of {}", of_what),
             "scenarios use the word for what is not known");
    return false;
  }
  return true;
}

}  // namespace casus::scenario
