#include "engine/scenario/vocabulary.hpp"

#include "engine/check/place.hpp"

#include <algorithm>
#include <variant>

namespace casus::scenario {
namespace {

template <class Declarations, class Name>
void add_all(name_table& table, Declarations const& declared, Name Declarations::value_type::*name) {
  for (auto const& each : declared) table.add(each.*name);
}

}  // namespace

vocabulary::vocabulary(check::program const& rules) {
  add_all(kinds, rules.kinds, &check::entity_kind::name);
  add_all(event_kinds, rules.event_kinds, &check::event_kind::name);
  add_all(relations, rules.relations, &check::relation::name);
  add_all(articles, rules.articles, &check::article::id);
  add_all(questions, rules.questions, &check::question::id);
  add_all(interpretations, rules.interpretations, &check::interpretation::id);
}

std::optional<std::uint32_t> find_field(std::vector<check::field> const& fields, std::string_view name) {
  auto const same = [&](check::field const& each) { return each.name == name; };
  auto const found = std::find_if(fields.begin(), fields.end(), same);
  if (found == fields.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - fields.begin());
}

std::optional<std::uint32_t> find_name(std::vector<std::string> const& names, std::string_view name) {
  auto const found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - names.begin());
}

std::vector<std::string> names_of(std::vector<check::field> const& fields) {
  std::vector<std::string> names;
  names.reserve(fields.size());
  for (check::field const& each : fields) names.push_back(each.name);
  return names;
}

bool is_of(check::program const& rules, check::kind_index kind, check::kind_index wanted) {
  if (kind == wanted) return true;
  auto const& family = rules.kinds[wanted].family;
  return std::find(family.begin(), family.end(), kind) != family.end();
}

std::string with_article(std::string_view name) {
  constexpr std::string_view vowels = "AEIOUaeiou";
  bool const is_vowel = !name.empty() && vowels.find(name.front()) != std::string_view::npos;
  return std::string(is_vowel ? "an " : "a ").append(name);
}

std::string words_for(check::program const& rules, check::type const& type) {
  using check::base_type;
  switch (type.base) {
    case base_type::unknown: return "a value";
    case base_type::boolean: return "true or false";
    case base_type::integer: return "a whole number";
    case base_type::text: return "a text";
    case base_type::date: return "a date";
    case base_type::duration: return "a length of time";
    case base_type::enumeration: return "a value of " + rules.enumerations[type.index].name;
    case base_type::entity: return with_article(rules.kinds[type.index].name);
    case base_type::event: return with_article(rules.event_kinds[type.index].name);
  }
  return {};
}

source::span place_of(check::program const& rules, std::uint32_t declaration) {
  return check::name_place(rules.rules.declarations[declaration]);
}

}  // namespace casus::scenario
