#include "engine/model/excerpt.hpp"
#include "engine/model/visit_children.hpp"
#include <utility>

namespace casus::model {
namespace {

expression_id copied(rule_set const& from, expression_id id, rule_set& into) {
  auto node = from[id].node;
  visit_children(node, [&](expression_id& child) { child = copied(from, child, into); });
  return into.add(std::move(node), from[id].where);
}

}  // namespace

rule_set excerpt(rule_set const& rules, declaration of) {
  rule_set made;
  visit_roots(of, [&](expression_id& root) { root = copied(rules, root, made); });
  made.declarations.push_back(std::move(of));
  return made;
}

}  // namespace casus::model
