#include "engine/check/checks.hpp"
#include "engine/check/equal.hpp"
#include "engine/check/walk.hpp"
#include "engine/model/print.hpp"

#include <fmt/format.h>

#include <optional>

namespace casus::check {
namespace {

using maybe_date = std::optional<model::expression_id>;

class inspector {
 public:
  inspector(program const& checked, provision const& of)
      : checked_(checked), of_(of), written_(checked.text_of(of)), rules_(checked.rules) {}

  diagnostics run() {
    for (model::consequence const& each : written_.consequences) {
      auto const from = std::visit(source::overloaded{[](model::establishment const& it) { return it.from; },
                                                      [](model::norm const& it) { return it.from; }},
                                   each.effect);
      if (from) check_from(*from);
    }
    if (!written_.judged_at) return std::move(said_);
    for (model::clause const& each : written_.requirements) check_requirement(each.condition);
    return std::move(said_);
  }

 private:
  void check_from(model::expression_id from) {
    if (!written_.judged_at) {
      said_.push_back(source::report("from-without-judged-at", rules_[from].where,
                                     "this begins at a date, but the provision is judged afresh on every day",
                                     "say once and for all when it is judged: `judged at DATE`"));
      return;
    }
    if (checked_.types[from].base != base_type::date || is_visible_by(from)) return;
    std::string const judged = model::print(rules_, *written_.judged_at);
    said_.push_back(source::report(
        "from-before-visible", rules_[from].where, "this may begin before the events that bring it about are visible",
        fmt::format("begin with the day of judgment at the earliest: `the later of {} and {}`", judged,
                    model::print(rules_, from))));
  }

  // Whether a date is never before the day of judgment or the day of an event that the instance binds. It is the day of
  // judgment as written, or `x.date` or `x.effective` of a `for each` event, or such a date and a duration, or the
  // later of such a date and another.
  [[nodiscard]] bool is_visible_by(model::expression_id date) const {
    if (is_alike(rules_, date, *written_.judged_at)) return true;
    model::expression_node const& node = rules_[date].node;
    if (auto const* const field = std::get_if<model::field_access>(&node)) return is_date_of_bound(date, *field);
    if (auto const* const sum = std::get_if<model::arithmetic>(&node)) {
      return sum->op == model::arithmetic_operator::plus && is_visible_by(sum->left);
    }
    if (auto const* const extreme = std::get_if<model::extreme_date>(&node)) {
      bool const left = is_visible_by(extreme->left);
      bool const right = is_visible_by(extreme->right);
      return extreme->which == model::extreme::later ? left || right : left && right;
    }
    return false;
  }

  [[nodiscard]] bool is_date_of_bound(model::expression_id date, model::field_access const& field) const {
    resolution const meant = checked_.resolved[date];
    resolution const object = checked_.resolved[field.object];
    bool const is_date = meant.of == resolution::kind::event_date || meant.of == resolution::kind::event_effective;
    return is_date && object.of == resolution::kind::variable && object.index < of_.scope.parameters;
  }

  // No event after the day of judgment is visible on it, except under `at` and `before`.
  void check_requirement(model::expression_id id) {
    model::expression_node const& node = rules_[id].node;
    if (std::holds_alternative<model::at_date>(node) || std::holds_alternative<model::before_date>(node)) return;
    if (auto const* const comparison = std::get_if<model::comparison>(&node)) check_order(id, *comparison);
    model::visit_children(node, [&](model::expression_id child) { check_requirement(child); });
  }

  void check_order(model::expression_id id, model::comparison const& of) {
    using order = model::comparison_operator;
    bool const is_after = (of.op == order::greater && is_later_event(of.left) && is_judgment(of.right)) ||
                          (of.op == order::less && is_later_event(of.right) && is_judgment(of.left));
    if (!is_after) return;
    said_.push_back(source::report("late-requirement", rules_[id].where,
                                   "this asks for an event after the day of judgment, and none is visible on that day",
                                   "what is to be done afterwards is a duty: `then x must …`"));
    said_.back().notes.push_back({"the day of judgment", rules_[*written_.judged_at].where});
  }

  // The date of an event that a quantifier inside the requirement binds.
  [[nodiscard]] bool is_later_event(model::expression_id id) const {
    auto const* const field = std::get_if<model::field_access>(&rules_[id].node);
    if (field == nullptr) return false;
    resolution const meant = checked_.resolved[id];
    resolution const object = checked_.resolved[field->object];
    bool const is_date = meant.of == resolution::kind::event_date || meant.of == resolution::kind::event_effective;
    return is_date && object.of == resolution::kind::variable && object.index >= of_.scope.parameters;
  }

  // The day of judgment, or a time after it.
  [[nodiscard]] bool is_judgment(model::expression_id id) const {
    if (is_alike(rules_, id, *written_.judged_at)) return true;
    auto const* const sum = std::get_if<model::arithmetic>(&rules_[id].node);
    return sum != nullptr && sum->op == model::arithmetic_operator::plus && is_judgment(sum->left);
  }

  program const& checked_;
  provision const& of_;
  model::provision const& written_;
  model::rule_set const& rules_;
  diagnostics said_;
};

}  // namespace

diagnostics check_visibility(program const& checked) {
  diagnostics said;
  for (provision const& each : checked.provisions) {
    diagnostics more = inspector(checked, each).run();
    said.insert(said.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  return said;
}

}  // namespace casus::check
