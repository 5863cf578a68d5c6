#include "engine/check/tables.hpp"

#include "engine/check/place.hpp"
#include "engine/source/nearest.hpp"

#include <algorithm>
#include <cassert>

namespace casus::check {

std::string_view words_for(thing of) {
  switch (of) {
    case thing::kind: return "an entity kind";
    case thing::enumeration: return "an enumeration";
    case thing::event: return "an event";
    case thing::act: return "an act";
    case thing::fact: return "a fact";
    case thing::define: return "a define";
    case thing::individual: return "an individual";
    case thing::interpretation: return "an interpretation";
    case thing::question: return "a question";
  }
  assert(false);
  return {};
}

entry const* find_thing(tables const& all, std::string_view name) {
  auto const found = all.things.find(name);
  return found == all.things.end() ? nullptr : &found->second;
}

std::optional<std::uint32_t> find_value(tables const& all, enumeration_index of, std::string_view name) {
  auto const found = all.values.find(name);
  if (found == all.values.end()) return std::nullopt;
  auto const at = std::lower_bound(found->second.begin(), found->second.end(), of,
                                   [](enumerator const& a, enumeration_index b) { return a.enumeration < b; });
  if (at == found->second.end() || at->enumeration != of) return std::nullopt;
  return at->value;
}

std::string suggest_thing(tables& all, std::string_view word, std::initializer_list<thing> wanted) {
  if (!all.said.may_suggest(all.things.size())) return {};
  std::vector<std::string> names;
  for (auto const& [name, declared] : all.things) {
    if (std::find(wanted.begin(), wanted.end(), declared.what) != wanted.end()) names.emplace_back(name);
  }
  std::sort(names.begin(), names.end());
  return source::did_you_mean(word, names);
}

std::string suggest_value(tables& all, std::string_view word, enumeration_index of) {
  return all.said.may_suggest(all.checked.enumerations[of].values.size())
             ? source::did_you_mean(word, all.checked.enumerations[of].values)
             : std::string{};
}

std::string suggest_article(tables& all, std::string_view word) {
  if (!all.said.may_suggest(all.checked.articles.size())) return {};
  std::vector<std::string> names;
  for (article const& each : all.checked.articles) names.push_back(each.id);
  return source::did_you_mean(word, names);
}

std::string suggest_field(tables& all, std::string_view word, std::vector<field> const& fields) {
  if (!all.said.may_suggest(fields.size())) return {};
  std::vector<std::string> names;
  for (field const& each : fields) names.push_back(each.name);
  return source::did_you_mean_or_one_of(word, names, "its fields are");
}

source::span place_of(program const& checked, type const& named) {
  auto const at = [&](std::uint32_t declaration) { return name_place(checked.rules.declarations[declaration]); };
  if (named.base == base_type::enumeration) return at(checked.enumerations[named.index].declaration);
  if (named.base == base_type::entity) return at(checked.kinds[named.index].declaration);
  if (named.base == base_type::event) return at(checked.event_kinds[named.index].declaration);
  return {};
}

}  // namespace casus::check
