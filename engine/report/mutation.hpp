// What became of the mutants of a rule set, in the forms that people and programs read. The output says nothing of how
// long anything took.
#pragma once
#include "engine/report/style.hpp"
#include "engine/suite/mutation_run.hpp"

namespace casus::report {

struct told_mutant {
  suite::mutant mutant;
  suite::mutant_outcome outcome;  // its cases are indices into the scenarios of the page
  std::string owner;              // "CST.4.2"
  std::vector<std::string> rule;  // a survivor: what differs of the rule, in the canonical layout
  // Of a survivor, where a search found a scenario: what that would have to expect, as a block of `expect`; and one by
  // itself that expects it, as the text of a file.
  std::string expectation = {};
  std::string scenario = {};
  std::string file = {};  // the name of that file
};

struct mutation_page {
  std::vector<std::string> scenarios;  // by case: "A raid (raid.yaml:1)"
  std::vector<told_mutant> mutants;    // by place
  std::size_t of_all = 0;              // how many there are, where these are a sample
  std::size_t tries = 0;               // the bound of each search for a scenario
  bool is_interrupted = false;         // by the reader, before all were run
  std::string folder = {};             // that the scenarios by themselves are written to; empty: to none
};

struct mutation_totals {
  std::size_t by_fate[static_cast<std::size_t>(suite::last_fate) + 1] = {};
  [[nodiscard]] std::size_t operator[](suite::fate fate) const { return by_fate[static_cast<std::size_t>(fate)]; }
  // Killed of those that could be: what is equivalent, rejected or not run does not count.
  [[nodiscard]] double score() const;
};
[[nodiscard]] mutation_totals totals_of(mutation_page const& page);
// "91.8%", never rounded up to what it is not.
[[nodiscard]] std::string score_words(mutation_totals const& of);

[[nodiscard]] std::string text(mutation_page const& page, source::files const& files, painter const& paint);
// The form of docs/reference/mutation.schema.json.
[[nodiscard]] std::string json(mutation_page const& page, source::files const& files, std::string_view version);

}  // namespace casus::report
