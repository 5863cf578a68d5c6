// Runs scenarios as tests: what each expects is held against what is found, on as many threads as are given, with the
// same result whatever their number.
#pragma once
#include "engine/suite/coverage.hpp"
#include "engine/suite/expectation.hpp"
#include <span>

namespace casus::suite {

struct test_case {
  facts::scenario const* told = nullptr;
  evaluate::compiled const* rules = nullptr;
  source::date otherwise;  // the date of a scenario that says none
  bool wants_snapshot = false;
};

struct test_outcome {
  std::vector<result> results;
  std::vector<source::diagnostic> warnings;   // of the evaluations that it took, each once
  std::optional<source::diagnostic> stopped;  // a bound that the evaluation reached: there are no results then
  suite::reach reach;                         // where coverage is asked for
  std::optional<std::string> snapshot;        // where it is wanted
};

// In the order of the cases. Nothing that they refer to may change meanwhile.
[[nodiscard]] std::vector<test_outcome> run(std::span<test_case const> cases, source::files const& files,
                                            evaluate::limits const& limits, std::size_t threads, coverage what);

}  // namespace casus::suite
