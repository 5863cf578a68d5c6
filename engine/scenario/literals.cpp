#include "engine/scenario/values.hpp"

#include <variant>

namespace casus::scenario {
namespace {

facts::value named_value(loading& all, model::expression_id literal) {
  using kind = check::resolution::kind;
  check::resolution const& meant = all.rules.resolved[literal];
  if (meant.of == kind::enumerator) return facts::of_enumerator(all.rules.types[literal].index, meant.index);
  if (meant.of == kind::individual) return facts::of_entity(all.rules.individuals[meant.index].kind, meant.index);
  return facts::unknown;
}

}  // namespace

facts::value literal_value(loading& all, model::expression_id literal) {
  model::expression_node const& node = all.rules.rules[literal].node;
  if (auto const* const it = std::get_if<model::boolean_literal>(&node)) return facts::of_boolean(it->value);
  if (auto const* const it = std::get_if<model::integer_literal>(&node)) return facts::of_integer(it->value);
  if (auto const* const it = std::get_if<model::text_literal>(&node)) {
    return facts::of_text(all.agreed().texts.intern(it->value));
  }
  if (auto const* const it = std::get_if<model::date_literal>(&node)) return facts::of_date(it->value);
  if (auto const* const it = std::get_if<model::duration_literal>(&node)) return facts::of_duration(it->value);
  // The checker lets nothing else through than a name.
  return named_value(all, literal);
}

unsaid value_left_out(loading& all, check::field const& field) {
  if (field.default_value) return {literal_value(all, *field.default_value), facts::origin::by_default};
  if (field.type.optional) return {facts::absent, facts::origin::by_default};
  return {facts::unknown, facts::origin::left_out};
}

}  // namespace casus::scenario
