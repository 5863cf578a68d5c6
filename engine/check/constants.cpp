#include "engine/check/passes.hpp"
#include "engine/check/resolver.hpp"
#include "engine/check/types.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::check {
namespace {

// A default and an individual's field are values, not something to work out: they have no date and no instance.
bool is_plain(model::expression_node const& node) {
  return std::holds_alternative<model::boolean_literal>(node) || std::holds_alternative<model::integer_literal>(node) ||
         std::holds_alternative<model::text_literal>(node) || std::holds_alternative<model::date_literal>(node) ||
         std::holds_alternative<model::duration_literal>(node) || std::holds_alternative<model::reference>(node);
}

void resolve_constant(tables& all, model::expression_id id, field const& of, std::string_view owner) {
  scope nothing;
  resolver(all, nothing).term(id, {of.type, "field", of.name, owner, of.where});
  model::expression const& written = all.checked.rules[id];
  if (is_plain(written.node)) return;
  all.said.add("type-mismatch", written.where, "a plain value must stand here",
               "a number, a text, a date, a duration, a value of an enumeration or an individual");
}

void resolve_individual(tables& all, individual& of) {
  if (of.kind == no_kind) return;
  entity_kind const& kind = all.checked.kinds[of.kind];
  of.fields.resize(kind.fields.size());
  auto const& written = std::get<model::individual>(all.checked.rules.declarations[of.declaration]);
  for (auto const& [name, value] : written.fields) {
    auto const same = [&, &called = name.text](field const& each) { return each.name == called; };
    auto const found = std::find_if(kind.fields.begin(), kind.fields.end(), same);
    if (found == kind.fields.end()) {
      all.said
          .add("unknown-field", name.where, fmt::format("`{}` has no field `{}`", kind.name, name.text),
               suggest_field(all, name.text, kind.fields))
          .notes.push_back({fmt::format("`{}` is declared here", kind.name),
                            place_of(all.checked, {base_type::entity, of.kind, false})});
      continue;
    }
    auto& place = of.fields[static_cast<std::size_t>(found - kind.fields.begin())];
    if (place) {
      all.said.add("duplicate-name", name.where, fmt::format("the field `{}` is set twice", name.text))
          .notes.push_back({"first set here", all.checked.rules[*place].where});
    }
    place = value;
    resolve_constant(all, value, *found, kind.name);
  }
}

}  // namespace

void resolve_constants(tables& all) {
  for (kind_index index = 0; index < all.checked.kinds.size(); ++index) {
    entity_kind const& kind = all.checked.kinds[index];
    std::size_t const inherited = kind.parent ? all.checked.kinds[*kind.parent].fields.size() : 0;
    for (std::size_t each = inherited; each < kind.fields.size(); ++each) {
      if (auto const value = kind.fields[each].default_value)
        resolve_constant(all, *value, kind.fields[each], kind.name);
    }
  }
  for (event_kind const& kind : all.checked.event_kinds) {
    for (field const& each : kind.fields) {
      if (each.default_value) resolve_constant(all, *each.default_value, each, kind.name);
    }
  }
  for (individual& each : all.checked.individuals) resolve_individual(all, each);
}

}  // namespace casus::check
