// Looks for scenarios that show conditions to decide which no scenario of a suite has shown: small changes of the facts
// of those that come near, one at a time, going on from what comes nearer; then two at a time. Bounded in how many it
// tries. What it finds is made as small as it can be, and expects something that would not be found were the condition
// negated.
#pragma once
#include "engine/suite/coverage.hpp"
#include "engine/suite/run.hpp"

namespace casus::suite {

struct missing_side {
  source::span condition;
  goal what{};  // decides_true, decides_false
};

struct made_change {
  source::span where;
  std::string words;  // "`origin: internal` of `raid`"
};
struct showing {
  std::uint32_t by = 0;  // the case whose facts are changed
  std::vector<made_change> changes;
  facts::scenario alone;  // with one block of `expect`, or none where nothing can be expected of it
};
struct showing_found {
  std::optional<showing> scenario;
  std::optional<std::size_t> also;  // none of its own: that of another side, by its index, shows this, too
  std::size_t tried = 0;            // changed scenarios
};

struct mcdc_search_options {
  evaluate::limits limits;  // of the evaluation of one scenario
  std::size_t threads = 1;
  std::size_t tries = 0;                                 // for each side
  std::function<bool()> is_over = [] { return false; };  // asked before each scenario
};

// For each side what was found; a condition that is none of this program's is not looked for. The result is the same
// whatever the number of threads.
[[nodiscard]] std::vector<showing_found> find_showings(check::program const& program, source::files const& files,
                                                       std::span<missing_side const> sides,
                                                       std::span<test_case const> cases, std::span<reach const> reaches,
                                                       mcdc_search_options const& how);

}  // namespace casus::suite
