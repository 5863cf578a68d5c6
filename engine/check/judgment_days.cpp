// An instance is judged once, so that its day of judgment may not depend on the day on which it is asked for.
#include "engine/check/checks.hpp"
#include "engine/check/walk.hpp"

namespace casus::check {
namespace {

constexpr std::string_view message = "the day of judgment depends on the day on which it is asked for";
constexpr std::string_view help_for_selection =
    "bind the event with `for each`, and say in `when` which of them is meant";
constexpr std::string_view help_for_value = "take the day from a field of an event";

}  // namespace

diagnostics check_judgment_days(program const& checked) {
  diagnostics said;
  for (provision const& each : checked.provisions) {
    auto const judged_at = checked.text_of(each).judged_at;
    if (!judged_at) continue;
    // What stands inside a selection is refused with it.
    std::optional<source::span> refused;
    each_below(checked.rules, *judged_at, [&](model::expression_id id) {
      auto const& here = checked.rules[id];
      bool const is_selection = std::holds_alternative<model::selection>(here.node);
      bool const is_inside = refused && refused->begin <= here.where.begin && here.where.end <= refused->end;
      if ((!is_selection && !std::holds_alternative<model::application>(here.node)) || is_inside) return;
      refused = here.where;
      said.push_back(source::report("moving-judgment", here.where, std::string(message),
                                    std::string(is_selection ? help_for_selection : help_for_value)));
    });
  }
  return said;
}

}  // namespace casus::check
