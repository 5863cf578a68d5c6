#include "engine/check/checks.hpp"
#include "engine/check/walk.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::check {
namespace {

class inspector {
 public:
  explicit inspector(program const& checked) : checked_(checked), rules_(checked.rules) {}

  void check(model::expression_id id) {
    model::expression_node const& node = rules_[id].node;
    slots_ = checked_.bound[id];
    conjuncts_.clear();
    if (auto const* const quantifier = std::get_if<model::quantifier>(&node)) {
      add(quantifier->body), add(quantifier->satisfies);
      report(quantifier->variables.front().id.where, quantifier->variables.size());
    } else if (auto const* const count = std::get_if<model::count>(&node)) {
      add(count->body);
      report(count->variables.front().id.where, count->variables.size());
    } else if (auto const* const selection = std::get_if<model::selection>(&node)) {
      add(selection->key), add(selection->body);
      report(selection->element.id.where, 1);
    }
  }

  diagnostics take() { return std::move(said_); }

 private:
  void add(std::optional<model::expression_id> const& body) {
    if (!body) return;
    model::expression_id const bare = model::without_labels(rules_, *body);
    auto const* const all = std::get_if<model::junction>(&rules_[bare].node);
    if (all == nullptr || all->op == model::connective::disjunction) {
      conjuncts_.push_back(bare);
    } else {
      conjuncts_.insert(conjuncts_.end(), all->operands.begin(), all->operands.end());
    }
  }

  // Where none mentions a variable, the variable is unused, which is reported as that.
  void report(source::span bound, std::size_t variables) {
    std::vector<bool> mentions;
    for (model::expression_id const each : conjuncts_) mentions.push_back(is_mentioned_in(each));
    if (std::find(mentions.begin(), mentions.end(), true) == mentions.end()) return;
    for (std::size_t index = 0; index < conjuncts_.size(); ++index) {
      if (mentions[index]) continue;
      said_.push_back(
          source::report("loose-conjunct", rules_[conjuncts_[index]].where,
                         fmt::format("this says nothing of the variable{} bound before it", variables == 1 ? "" : "s"),
                         "a body runs to the end of its clause: put the quantifier last, or in parentheses"));
      said_.back().notes.push_back({"bound here", bound});
    }
  }

  [[nodiscard]] bool is_mentioned_in(model::expression_id top) const {
    bool is_found = false;
    each_below(rules_, top, [&](model::expression_id id) {
      resolution const meant = checked_.resolved[id];
      if (meant.of != resolution::kind::variable) return;
      is_found = is_found || std::find(slots_.begin(), slots_.end(), meant.index) != slots_.end();
    });
    return is_found;
  }

  program const& checked_;
  model::rule_set const& rules_;
  std::vector<std::uint32_t> slots_;
  std::vector<model::expression_id> conjuncts_;
  diagnostics said_;
};

}  // namespace

diagnostics check_loose_conjuncts(program const& checked) {
  inspector look(checked);
  for (std::uint32_t index = 0; index < checked.rules.expressions.size(); ++index) {
    if (!checked.bound[{index}].empty()) look.check({index});
  }
  return look.take();
}

}  // namespace casus::check
