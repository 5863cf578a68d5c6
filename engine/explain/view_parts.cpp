#include "view_parts.hpp"

#include <map>

namespace casus::explain {

using kind = view_part::kind;

std::vector<view_part> parts_of(facts::view const& view) {
  std::vector<view_part> parts;
  for (std::size_t i = 0; i < view.field_changes.size(); ++i) parts.push_back({kind::field, i, {}});
  for (std::size_t i = 0; i < view.event_changes.size(); ++i) parts.push_back({kind::event, i, {}});
  for (std::size_t i = 0; i < view.new_events.size(); ++i) parts.push_back({kind::new_event, i, {}});
  std::map<std::pair<check::relation_index, std::vector<facts::value>>, std::size_t> tuples;
  for (std::size_t i = 0; i < view.statements.size(); ++i) {
    auto const& said = view.statements[i];
    auto const [place, is_new] = tuples.try_emplace({said.relation, said.arguments}, parts.size());
    if (is_new) parts.push_back({kind::tuple, i, {}});
    parts[place->second].statements.push_back(i);
  }
  for (auto const& [point, value] : view.readings) parts.push_back({kind::reading, point, {}});
  return parts;
}

facts::view only(facts::view const& view, std::vector<view_part> const& parts, std::vector<bool> const& kept) {
  facts::view made;
  made.id = view.id;
  made.says = view.says;
  made.where = view.where;
  for (std::size_t p = 0; p < parts.size(); ++p) {
    auto const& part = parts[p];
    if (!kept[p] && part.of != kind::new_event) continue;
    switch (part.of) {
      case kind::field: made.field_changes.push_back(view.field_changes[part.index]); break;
      case kind::event: made.event_changes.push_back(view.event_changes[part.index]); break;
      case kind::new_event:
        made.new_events.push_back(view.new_events[part.index]);
        if (!kept[p]) made.new_events.back().holds = facts::truth::no;
        break;
      case kind::tuple:
        for (auto const i : part.statements) made.statements.push_back(view.statements[i]);
        break;
      case kind::reading: {
        auto const point = static_cast<check::interpretation_index>(part.index);
        made.readings[point] = view.readings.at(point);
        break;
      }
    }
  }
  return made;
}

std::vector<std::vector<std::size_t>> smallest_sets(std::size_t parts,
                                                    evaluate::function_ref<bool(std::vector<bool> const& kept)> turns) {
  constexpr std::size_t most_for_pairs = 24;
  std::vector<bool> kept(parts, false);
  std::vector<std::vector<std::size_t>> found;
  for (std::size_t i = 0; i < parts; ++i) {
    kept[i] = true;
    if (turns(kept)) found.push_back({i});
    kept[i] = false;
  }
  if (!found.empty() || parts == 0) return found;
  for (std::size_t i = 0; i < parts && parts <= most_for_pairs; ++i) {
    for (std::size_t j = i + 1; j < parts; ++j) {
      kept[i] = kept[j] = true;
      if (turns(kept)) found.push_back({i, j});
      kept[i] = kept[j] = false;
    }
  }
  if (!found.empty()) return found;
  kept.assign(parts, true);
  if (!turns(kept)) return {};
  for (std::size_t i = 0; i < parts; ++i) {
    kept[i] = false;
    if (!turns(kept)) kept[i] = true;
  }
  found.emplace_back();
  for (std::size_t i = 0; i < parts; ++i)
    if (kept[i]) found.back().push_back(i);
  return found;
}

}  // namespace casus::explain
