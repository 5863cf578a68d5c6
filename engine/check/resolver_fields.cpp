#include "engine/check/resolver.hpp"
#include "engine/check/types.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace casus::check {
namespace {

using kind = resolution::kind;

constexpr std::array<std::pair<std::string_view, kind>, 3> dates_of_events{
    {{"date", kind::event_date}, {"effective", kind::event_effective}, {"known", kind::event_known}}};

std::optional<std::uint32_t> find_field(std::vector<field> const& fields, std::string_view name) {
  for (std::uint32_t index = 0; index < fields.size(); ++index) {
    if (fields[index].name == name) return index;
  }
  return std::nullopt;
}

type through(type const& object, type of_field) {
  of_field.optional = of_field.optional || object.optional;
  return of_field;
}

}  // namespace

type resolver::field_type(model::expression_id id, model::field_access const& node) {
  type const object = value_of(node.object, std::nullopt);
  if (object.base == base_type::unknown) return {};
  if (object.base == base_type::entity) return entity_field(id, node, object);
  if (object.base == base_type::event) return event_field(id, node, object);
  all_.said.add("unknown-field", node.field.where,
                fmt::format("`{}` has no fields, so no `{}`", name_of(object), node.field.text));
  return {};
}

type resolver::entity_field(model::expression_id id, model::field_access const& node, type const& object) {
  auto const& fields = all_.checked.kinds[object.index].fields;
  auto const index = find_field(fields, node.field.text);
  if (!index) {
    unknown_entity_field(node, object);
    return {};
  }
  resolve(id, kind::entity_field, *index);
  return through(object, fields[*index].type);
}

void resolver::unknown_entity_field(model::field_access const& node, type const& object) {
  entity_kind const& kind = all_.checked.kinds[object.index];
  auto const has_it = [&](kind_index below) {
    return find_field(all_.checked.kinds[below].fields, node.field.text).has_value();
  };
  auto const below = std::find_if(kind.family.begin(), kind.family.end(), has_it);
  if (below == kind.family.end()) {
    all_.said
        .add("unknown-field", node.field.where, fmt::format("`{}` has no field `{}`", kind.name, node.field.text),
             suggest_field(all_, node.field.text, kind.fields))
        .notes.push_back({fmt::format("`{}` is declared here", kind.name), place_of(all_.checked, object)});
    return;
  }
  entity_kind const& owner = all_.checked.kinds[*below];
  all_.said
      .add("unknown-field", node.field.where,
           fmt::format("`{}` has no field `{}`, only its kind `{}` has", kind.name, node.field.text, owner.name),
           fmt::format("bind a variable of that kind: `some x: {} where x = … and …`", owner.name))
      .notes.push_back({"the field is declared here", owner.fields[*find_field(owner.fields, node.field.text)].where});
}

type resolver::event_field(model::expression_id id, model::field_access const& node, type const& object) {
  for (auto const& [name, meant] : dates_of_events) {
    if (name != node.field.text) continue;
    resolve(id, meant, 0);
    return through(object, date_type);
  }
  auto const& fields = all_.checked.event_kinds[object.index].fields;
  if (auto const index = find_field(fields, node.field.text)) {
    resolve(id, kind::event_declared_field, *index);
    return through(object, fields[*index].type);
  }
  bool const means_date = node.field.text == "day";
  std::string help = means_date ? "did you mean `date`?" : suggest_field(all_, node.field.text, fields);
  all_.said
      .add("unknown-field", node.field.where, fmt::format("`{}` has no field `{}`", name_of(object), node.field.text),
           std::move(help))
      .notes.push_back({fmt::format("`{}` is declared here", name_of(object)), place_of(all_.checked, object)});
  return {};
}

}  // namespace casus::check
