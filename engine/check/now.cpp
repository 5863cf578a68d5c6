#include "engine/check/checks.hpp"
#include "engine/check/walk.hpp"

#include <algorithm>
#include <utility>

namespace casus::check {
namespace {

class inspector {
 public:
  explicit inspector(program const& checked) : rules_(checked.rules), is_reported_(rules_.expressions.size(), false) {}

  // Everything that is neither the left nor the right side of a comparison, whole.
  void outside_comparisons() {
    std::vector<bool> is_compared(rules_.expressions.size(), false);
    for (model::expression const& each : rules_.expressions) {
      if (auto const* const comparison = std::get_if<model::comparison>(&each.node)) {
        is_compared[comparison->left.index] = is_compared[comparison->right.index] = true;
      }
    }
    for (std::uint32_t index = 0; index < rules_.expressions.size(); ++index) {
      if (is_compared[index]) continue;
      refuse({index}, "`now` stands only in comparisons, alone on one side of them",
             "move the rest to the other side: `now >= x.date + 3 years`");
    }
  }

  void inside_dates() {
    for (model::expression const& each : rules_.expressions) {
      if (auto const* const at = std::get_if<model::at_date>(&each.node)) {
        refuse_below(at->date, "`now` has no place in the date of `at`", "what holds now needs no `at`");
      }
      if (auto const* const before = std::get_if<model::before_date>(&each.node)) {
        refuse_below(before->date, "`now` has no place in the date of `before`", "name the date of an event");
      }
    }
  }

  void in_judged(model::provision const& of) {
    if (!of.judged_at) return;
    each_top(of, [&](model::expression_id top) {
      refuse_below(top, "`now` has no place in a provision that is judged at a date",
                   "everything is read on the day of judgment; name that date instead");
    });
  }

  diagnostics take() { return std::move(said_); }

 private:
  void refuse(model::expression_id id, char const* message, char const* help) {
    if (!std::holds_alternative<model::today>(rules_[id].node) || is_reported_[id.index]) return;
    is_reported_[id.index] = true;
    said_.push_back(source::report("misplaced-now", rules_[id].where, message, help));
  }
  void refuse_below(model::expression_id top, char const* message, char const* help) {
    each_below(rules_, top, [&](model::expression_id id) { refuse(id, message, help); });
  }

  model::rule_set const& rules_;
  std::vector<bool> is_reported_;
  diagnostics said_;
};

}  // namespace

diagnostics check_now(program const& checked) {
  auto const is_today = [](model::expression const& each) { return std::holds_alternative<model::today>(each.node); };
  if (std::none_of(checked.rules.expressions.begin(), checked.rules.expressions.end(), is_today)) return {};
  inspector look(checked);
  look.inside_dates();
  for (provision const& each : checked.provisions) look.in_judged(checked.text_of(each));
  look.outside_comparisons();
  return look.take();
}

}  // namespace casus::check
