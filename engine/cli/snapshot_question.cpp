#include "snapshot_question.hpp"

namespace casus::cli {
namespace {

constexpr std::string_view question = "take it over? yes, no, all (the rest too), none (nor the rest): ";

bool begins(std::string_view whole, std::string const& answer) { return !answer.empty() && whole.starts_with(answer); }

}  // namespace

bool snapshot_question::accepts(report::snapshot_outcome const& differing) {
  if (of_the_rest_) return *of_the_rest_;
  write_(report::snapshot_text(differing, paint_));
  while (true) {
    write_(question);
    auto const answer = read_();
    if (!answer) {
      write_("\n");
      of_the_rest_ = false;  // nobody is there to answer
      return false;
    }
    if (begins("yes", *answer)) return true;
    if (begins("no", *answer) || *answer == "none") {
      if (*answer == "none") of_the_rest_ = false;
      return false;
    }
    if (begins("all", *answer)) {
      of_the_rest_ = true;
      return true;
    }
  }
}

}  // namespace casus::cli
