// Holds what a scenario expects against what is found. Every block of `expect` is evaluated with its own date, view,
// law, known-by date and readings; what it leaves out is as the scenario has it. The command line has no say in this.
#pragma once
#include "engine/source/text.hpp"
#include "engine/suite/accounts.hpp"

namespace casus::suite {

// The instances of one version of a provision that a mismatch is about, so that it can be explained.
struct meant_instances {
  check::provision_index version = 0;
  std::vector<evaluate::world::given> values;  // of all its variables where it is listed, else of those expected
  bool is_listed = false;                      // else no instance that is listed has these values
};

struct mismatch {
  std::string expected;  // "CST.4.2 `applies` for ally: russia"
  std::string actual;    // "`undetermined`"
  std::vector<meant_instances> about = {};
};

// What became of one entry of a block: a provision, a question, a relation, or `conflicts`.
struct result {
  std::string subject;               // "CST.4.2"
  std::vector<mismatch> mismatches;  // none: it is met
  source::date date;
  std::optional<std::size_t> view;
  source::span where;
  std::size_t block = 0;  // of the scenario's expectations
};

// As which account tells it, and when, a block is evaluated.
struct evaluation {
  suite::account account;
  source::date date;
};
// By block of the scenario. `otherwise` is the date of a scenario that says none.
[[nodiscard]] std::vector<evaluation> evaluations(accounts const& of, source::date otherwise);

// In the order of the scenario. `otherwise` is the date of a scenario that says none.
[[nodiscard]] std::vector<result> hold(accounts& of, source::files const& files, source::date otherwise);

}  // namespace casus::suite
