// What `casus test --mcdc` does about conditions that no scenario shows to decide: has scenarios looked for that would,
// and writes them in YAML.
#pragma once
#include "engine/session/new_files.hpp"
#include "engine/session/session.hpp"
#include "engine/suite/coverage_sum.hpp"

namespace casus::cli {

struct mcdc_search {
  // Scenarios to try for each thing that is missing; none: 1,000, or as many fewer as keep all of them below 50,000. 0:
  // no search.
  std::optional<std::size_t> tries;
  std::string folder;  // that what is found is to be written to; empty: to none
};

// A scenario that was run.
struct covered_case {
  facts::scenario told;
  session::rule_book const* rules = nullptr;
  std::vector<std::string> named_rules;  // as a file with what is made of it would name them
  source::date date;
  suite::reach reach;
  std::uint32_t number = 0;  // in the sum
};

// For everything that is missing of modified condition/decision coverage.
void search_missing(std::vector<covered_case> const& cases, source::files const& files, mcdc_search const& asked,
                    suite::mcdc_search_options how, suite::coverage_sum& into);

// What was found, as files.
[[nodiscard]] std::vector<session::new_file> found_scenarios(suite::coverage_sum const& of);

}  // namespace casus::cli
