#include "engine/check/depth.hpp"

#include "engine/check/walk.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::check {

diagnostics too_deep(model::rule_set const& rules) {
  diagnostics found;
  std::vector<std::uint32_t> depth(rules.expressions.size(), 1);
  for (std::size_t index = 0; index < rules.expressions.size(); ++index) {
    model::visit_children(rules.expressions[index].node, [&](model::expression_id child) {
      depth[index] = std::max(depth[index], depth[child.index] + 1);  // children come first
    });
    if (depth[index] != deepest_expression + 1) continue;
    found.push_back(source::report("nested-too-deep", rules.expressions[index].where,
                                   fmt::format("this is nested more than {} deep", deepest_expression),
                                   "give a part of it a name of its own: `define …`"));
  }
  return found;
}

}  // namespace casus::check
