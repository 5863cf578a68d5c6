#include "conjuncts.hpp"

#include "engine/model/visit_children.hpp"

namespace casus::explain {
namespace {

void add_conjuncts(model::rule_set const& rules, model::expression_id id, std::vector<model::expression_id>& into) {
  auto const* parts = std::get_if<model::junction>(&rules[id].node);
  if (parts == nullptr || parts->op != model::connective::conjunction) {
    into.push_back(id);
    return;
  }
  for (auto const part : parts->operands) add_conjuncts(rules, part, into);
}

void add_slots(check::program const& program, model::expression_id id, std::vector<std::uint32_t>& into) {
  auto const& resolved = program.resolved[id];
  if (resolved.of == check::resolution::kind::variable) into.push_back(resolved.index);
  model::visit_children(program.rules[id].node, [&](model::expression_id child) { add_slots(program, child, into); });
}

}  // namespace

std::vector<model::expression_id> conjuncts_of(model::rule_set const& rules, model::expression_id condition) {
  std::vector<model::expression_id> found;
  add_conjuncts(rules, condition, found);
  return found;
}

std::vector<std::uint32_t> slots_in(check::program const& program, model::expression_id expression) {
  std::vector<std::uint32_t> found;
  add_slots(program, expression, found);
  return found;
}

}  // namespace casus::explain
