// Finds the scenarios that `casus mutate` is to run, sees to it that they pass, and runs the mutants of their rules.
// Writes nothing.
#pragma once
#include "engine/cli/diagnostics_desk.hpp"
#include "engine/cli/run.hpp"
#include "engine/report/mutation.hpp"
#include "engine/session/session.hpp"

namespace casus::cli {

struct mutation_request {
  std::vector<std::string> scenarios;   // files and folders
  std::vector<std::string> rules;       // rule files: mutate only what these declare; none: everything
  std::vector<std::string> provisions;  // only these, or those below them
  std::optional<std::size_t> sample;
  std::uint64_t seed = 1;
  std::string folder;  // to which scenarios are to be written that would kill survivors; empty: to none
  suite::mutation_options how;
};

struct mutation_result {
  report::mutation_page page;
  std::size_t failing = 0;  // expectations that are not met under the rules as they are: no mutant was run
};

// Throws usage_error where nothing is left to be mutated, or a file in the folder could not name the rules.
[[nodiscard]] mutation_result run_mutation(mutation_request const& asked, environment const& around,
                                           session::session& all, diagnostics_desk& desk);

}  // namespace casus::cli
