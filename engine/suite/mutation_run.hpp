// Runs mutants against the scenarios of a suite, all of which pass. What a mutant cannot touch is neither checked nor
// compiled nor evaluated anew; the scenarios are tried in the order of their promise, and the first that does not get
// what it expects ends it. The result is the same whatever the number of threads.
#pragma once
#include "engine/suite/coverage.hpp"
#include "engine/suite/mutant.hpp"
#include "engine/suite/run.hpp"
#include "engine/suite/slice.hpp"
#include "engine/suite/small_worlds.hpp"

namespace casus::suite {

enum class fate : std::uint8_t {
  killed,      // a scenario does not get what it expects
  survived,    // every scenario does
  equivalent,  // it can be shown to mean what the rule means
  rejected,    // by the checker: nobody could make this mistake unnoticed
  not_run      // the time was up
};
[[nodiscard]] std::string_view words(fate of);  // "not run"
inline constexpr fate last_fate = fate::not_run;

// A scenario that tells a mutant from the rule.
struct killing {
  std::optional<std::uint32_t> by;    // the case that it is, or whose facts are changed; none: it is made of nothing
  std::optional<source::span> where;  // which fact is changed; none: only the expectation is missing
  std::string edit;                   // "`origin: internal` of `raid`"
  std::vector<std::string> changes;   // of the findings, line by line
  // What the case, changed or not, or the scenario made of nothing would have to expect. None: what differs is nothing
  // that can be expected, and only a snapshot would notice.
  std::optional<facts::expectation> expected = {};
  // A scenario by itself that expects it, with as few facts as were found to do.
  std::optional<facts::scenario> alone = {};
};
struct killer_found {
  std::optional<killing> scenario;
  std::size_t tried = 0;                      // scenarios that were held against both
  std::optional<world_size> everywhere = {};  // every small world of this size was among them
};

struct mutant_outcome {
  suite::fate fate = fate::not_run;
  std::optional<std::uint32_t> by;    // killed: which case
  std::optional<source::span> where;  // killed: the expectation that is not met; none: the evaluation stops at a bound
  std::string why;                    // equivalent, rejected
  killer_found killer = {};           // survived
};

struct mutation_options {
  evaluate::limits limits;  // of the evaluation of one mutant under one scenario
  std::size_t threads = 1;
  // Changes of facts tried in search of a scenario that kills a survivor, besides the scenarios as they stand; ten
  // times as many small scenarios made of nothing are tried then. 0: no search.
  std::size_t tries = 200;
  std::function<bool()> is_over = [] { return false; };  // asked before each mutant and each scenario
};

// What the suite's cases reach of the rules says which of them is likely to see a mutant.
[[nodiscard]] std::vector<mutant_outcome> run_mutants(check::program const& program, source::files const& files,
                                                      std::span<mutant const> mutants, std::span<test_case const> cases,
                                                      std::span<reach const> reaches, mutation_options const& how);

}  // namespace casus::suite
