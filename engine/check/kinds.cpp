#include "engine/check/kinds.hpp"

#include "engine/check/types.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace casus::check {
namespace {

constexpr std::size_t deepest_kind = 64;
constexpr std::size_t most_inherited = 1'000'000;

model::entity_kind const& text_of(tables const& all, kind_index of) {
  return std::get<model::entity_kind>(all.checked.rules.declarations[all.checked.kinds[of].declaration]);
}

void find_parent(tables& all, kind_index of) {
  auto const& parent = text_of(all, of).parent;
  if (!parent) return;
  entry const* const found = find_thing(all, parent->text);
  if (found != nullptr && found->what == thing::kind) {
    all.checked.kinds[of].parent = found->index;
    return;
  }
  all.said.add("unknown-name", parent->where, fmt::format("no entity kind named `{}`", parent->text),
               suggest_thing(all, parent->text, {thing::kind}));
}

// The kinds from one up to where the circle closes, for the notes; more than twenty say no more.
void report_circle(tables& all, kind_index of) {
  constexpr std::size_t most_notes = 20;
  source::diagnostic& said = all.said.add("circular-kinds", text_of(all, of).parent->where,
                                          fmt::format("the kind `{}` is a kind of itself", text_of(all, of).id.text));
  for (auto at = all.checked.kinds[of].parent; *at != of; at = all.checked.kinds[*at].parent) {
    if (said.notes.size() == most_notes) break;
    said.notes.push_back({fmt::format("through `{}`", text_of(all, *at).id.text), text_of(all, *at).parent->where});
  }
}

void cut_circles(tables& all) {
  auto& kinds = all.checked.kinds;
  std::vector<std::size_t> seen_from(kinds.size(), kinds.size());
  for (kind_index start = 0; start < kinds.size(); ++start) {
    kind_index last = start;
    for (std::optional<kind_index> at = start; at; at = kinds[*at].parent) {
      if (seen_from[*at] == start) {
        report_circle(all, last);
        kinds[last].parent.reset();
      }
      if (seen_from[*at] != kinds.size()) break;
      seen_from[*at] = start;
      last = *at;
    }
  }
}

void cut_depth(tables& all) {
  for (kind_index start = 0; start < all.checked.kinds.size(); ++start) {
    std::size_t steps = 0;
    for (auto at = all.checked.kinds[start].parent; at && steps <= deepest_kind; at = all.checked.kinds[*at].parent) {
      ++steps;
    }
    if (steps <= deepest_kind) continue;
    all.said.add("too-deep", text_of(all, start).id.where,
                 fmt::format("entity kinds stand more than {} deep below one another", deepest_kind));
    all.checked.kinds[start].parent.reset();
  }
}

// Ancestors before descendants.
std::vector<kind_index> from_the_top(tables const& all) {
  auto const& kinds = all.checked.kinds;
  std::vector<std::pair<std::size_t, kind_index>> by_depth;
  for (kind_index index = 0; index < kinds.size(); ++index) {
    std::size_t depth = 0;
    for (auto at = kinds[index].parent; at; at = kinds[*at].parent) ++depth;
    by_depth.emplace_back(depth, index);
  }
  std::sort(by_depth.begin(), by_depth.end());
  std::vector<kind_index> order;
  for (auto const& [depth, index] : by_depth) order.push_back(index);
  return order;
}

void add_own_fields(tables& all, kind_index of) {
  entity_kind& kind = all.checked.kinds[of];
  std::size_t const inherited = kind.fields.size();
  for (field& each : resolve_fields(all, text_of(all, of).fields, text_of(all, of).id.where)) {
    auto const end = kind.fields.begin() + static_cast<std::ptrdiff_t>(inherited);
    auto const first =
        std::find_if(kind.fields.begin(), end, [&](field const& other) { return other.name == each.name; });
    if (first != end) {
      all.said
          .add("duplicate-name", each.where,
               fmt::format("`{}` has the field `{}` already, from a kind above it", kind.name, each.name))
          .notes.push_back({"first declared here", first->where});
    }
    kind.fields.push_back(std::move(each));
  }
}

}  // namespace

std::vector<field> resolve_fields(tables& all, std::vector<model::field> const& written, source::span where) {
  if (written.size() > most_members) {
    all.said.add("too-large", where, fmt::format("a declaration has at most {} fields", most_members));
  }
  std::vector<field> fields;
  for (model::field const& each : written) {
    auto const same = [&](field const& other) { return other.name == each.id.text; };
    auto const first = std::find_if(fields.begin(), fields.end(), same);
    if (first != fields.end()) {
      all.said.add("duplicate-name", each.id.where, fmt::format("the field `{}` is declared twice", each.id.text))
          .notes.push_back({"first declared here", first->where});
    }
    fields.push_back(
        {each.id.text, resolve_type(all, each.type), each.default_value, each.id.where, each.documentation});
    if (fields.size() == most_members) break;
  }
  return fields;
}

void resolve_kinds(tables& all) {
  auto& kinds = all.checked.kinds;
  for (kind_index index = 0; index < kinds.size(); ++index) find_parent(all, index);
  cut_circles(all);
  cut_depth(all);
  std::size_t inherited = 0;
  for (kind_index const index : from_the_top(all)) {
    entity_kind& kind = kinds[index];
    if (kind.parent) {
      inherited += kinds[*kind.parent].fields.size();
      kind.closed = kind.closed || kinds[*kind.parent].closed;
      if (inherited <= most_inherited) kind.fields = kinds[*kind.parent].fields;
    }
    add_own_fields(all, index);
    for (std::optional<kind_index> at = index; at; at = kinds[*at].parent) kinds[*at].family.push_back(index);
  }
  if (inherited > most_inherited) {
    all.said.add("too-large", text_of(all, 0).id.where,
                 fmt::format("entity kinds inherit at most {} fields in all", most_inherited));
  }
}

}  // namespace casus::check
