// A rule set as plain values: the declarations of its files in the order read, over one arena of expressions.
#pragma once
#include "engine/model/declaration.hpp"

namespace casus::model {

struct rule_set {
  std::vector<expression> expressions;
  std::vector<declaration> declarations;

  [[nodiscard]] expression const& operator[](expression_id id) const { return expressions[id.index]; }
  expression_id add(expression_node node, source::span where) {
    expressions.push_back({std::move(node), where});
    return {static_cast<std::uint32_t>(expressions.size() - 1)};
  }
};

// The ids of the expressions directly below one, in the order written.
[[nodiscard]] std::vector<expression_id> children(expression const& parent);

// Everything of `more` after everything of `base`, with the ids of `more` shifted.
void append(rule_set& base, rule_set more);

// The condition without its labels (`as`), and the outermost label's words, empty if none.
[[nodiscard]] expression_id without_labels(rule_set const& rules, expression_id condition);
[[nodiscard]] std::string_view label_of(rule_set const& rules, expression_id condition);

// A text with every node and no layout or positions: two rule sets that dump alike are the same.
[[nodiscard]] std::string dump(rule_set const& rules);

}  // namespace casus::model
