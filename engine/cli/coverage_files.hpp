// What `casus test` does with coverage: the files that it is written to, and how much of it is enough.
#pragma once
#include "engine/cli/mcdc_scenarios.hpp"
#include "engine/cli/run.hpp"
#include "engine/session/session.hpp"
#include "engine/suite/coverage_sum.hpp"

namespace casus::cli {

struct coverage_options {  // as written
  std::vector<std::string> files;
  std::optional<std::string> fail_under;
  bool mcdc = false;
  std::optional<std::string> mcdc_fail_under;
  std::optional<std::string> tries, folder;
};

enum class coverage_form { text, json, lcov, html };
struct wanted_coverage {
  std::vector<std::pair<std::string, coverage_form>> files;
  std::optional<double> fail_under;  // per cent
  bool mcdc = false;                 // modified condition/decision coverage too
  std::optional<double> mcdc_fail_under;
  mcdc_search search;
};
// Throws usage_error for an ending that says nothing, or what is no number of per cent.
[[nodiscard]] wanted_coverage understood(coverage_options const& written);

// Whether every file could be written; what could not is said on standard error.
[[nodiscard]] bool write_coverage(wanted_coverage const& wanted, suite::coverage_sum const& of,
                                  environment const& around, session::session const& all);
// Says so on standard error where it is not.
[[nodiscard]] bool is_covered_enough(wanted_coverage const& wanted, suite::coverage_sum const& of,
                                     environment const& around);

}  // namespace casus::cli
