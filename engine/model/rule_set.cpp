#include "engine/model/rule_set.hpp"
#include "engine/model/visit_children.hpp"
#include <iterator>
#include <utility>

namespace casus::model {

std::vector<expression_id> children(expression const& parent) {
  std::vector<expression_id> found;
  visit_children(parent.node, [&](expression_id id) { found.push_back(id); });
  return found;
}

void append(rule_set& base, rule_set more) {
  auto const offset = static_cast<std::uint32_t>(base.expressions.size());
  auto const shift = [&](expression_id& id) { id.index += offset; };
  for (expression& each : more.expressions) visit_children(each.node, shift);
  for (declaration& each : more.declarations) visit_roots(each, shift);
  base.expressions.insert(base.expressions.end(), std::make_move_iterator(more.expressions.begin()),
                          std::make_move_iterator(more.expressions.end()));
  base.declarations.insert(base.declarations.end(), std::make_move_iterator(more.declarations.begin()),
                           std::make_move_iterator(more.declarations.end()));
}

expression_id without_labels(rule_set const& rules, expression_id condition) {
  while (auto const* label = std::get_if<labelled>(&rules[condition].node)) condition = label->condition;
  return condition;
}

std::string_view label_of(rule_set const& rules, expression_id condition) {
  auto const* label = std::get_if<labelled>(&rules[condition].node);
  return label == nullptr ? std::string_view{} : std::string_view{label->words};
}

}  // namespace casus::model
