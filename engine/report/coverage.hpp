// What the scenarios of a suite have shown of the rules, in the forms that people and programs read.
#pragma once
#include "engine/report/style.hpp"
#include "engine/source/text.hpp"
#include "engine/suite/coverage_sum.hpp"

namespace casus::report {

struct goal_count {
  std::size_t reached = 0;
  std::size_t all = 0;
  [[nodiscard]] double percent() const {
    return all == 0 ? 100.0 : 100.0 * static_cast<double>(reached) / static_cast<double>(all);
  }
};
[[nodiscard]] goal_count count_goals(suite::coverage_sum const& of);
// Of modified condition/decision coverage: conditions, and those shown to decide while true and while false.
[[nodiscard]] goal_count count_conditions(suite::coverage_sum const& of);

// "87.5%", never rounded up to what it is not.
[[nodiscard]] std::string percent_words(goal_count const& of);
// "rules.casus:7:12: CST.4.2: condition `a.by = ally` never seen true".
[[nodiscard]] std::vector<std::string> missing(suite::coverage_sum const& of, source::files const& files);

[[nodiscard]] std::string coverage_text(suite::coverage_sum const& of, source::files const& files,
                                        painter const& paint);
// The form of docs/reference/coverage.schema.json.
[[nodiscard]] std::string coverage_json(suite::coverage_sum const& of, source::files const& files,
                                        std::string_view version);
// As lcov's `geninfo` writes it: a function for each provision, a branch for each way that a place can turn out.
[[nodiscard]] std::string coverage_lcov(suite::coverage_sum const& of, source::files const& files);
// One page with the rule files, each place marked by what has been seen of it.
[[nodiscard]] std::string coverage_html(suite::coverage_sum const& of, source::files const& files);

}  // namespace casus::report
