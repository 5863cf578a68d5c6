// Asks, difference by difference, whether what is found takes the place of what is recorded.
#pragma once
#include "engine/cli/interview.hpp"
#include "engine/report/test_run.hpp"

namespace casus::cli {

class snapshot_question {
 public:
  snapshot_question(line_reader read, std::function<void(std::string_view)> write, report::painter paint)
      : read_(std::move(read)), write_(std::move(write)), paint_(paint) {}

  // Shows the difference and asks for it, unless `all` or `none` was the answer before.
  [[nodiscard]] bool accepts(report::snapshot_outcome const& differing);

 private:
  line_reader read_;
  std::function<void(std::string_view)> write_;
  report::painter paint_;
  std::optional<bool> of_the_rest_;
};

}  // namespace casus::cli
