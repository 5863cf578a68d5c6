// Looks for a scenario on which a mutant and the rule disagree: the scenarios of the suite as they stand, where only an
// expectation is missing, then small changes of their facts. Bounded in how many it tries. Private to this folder.
#pragma once
#include "engine/suite/accounts.hpp"
#include "engine/suite/fact_edits.hpp"
#include "engine/suite/mutation_run.hpp"

namespace casus::suite {

// A case and what of it does not depend on the rules.
struct prepared_case {
  prepared_case(test_case const& of, evaluate::limits const& limits);
  facts::scenario const& told;
  source::date date;
  told_facts facts;
  std::vector<evaluation> asked;  // by block
};

class killer_search {
 public:
  // `rules`: as they are; `program`: the whole, for names.
  killer_search(check::program const& program, evaluate::compiled const& rules, source::files const& files,
                std::vector<prepared_case> const& cases, mutation_options const& how);

  // `promising` first, then the others.
  [[nodiscard]] killer_found find(mutant const& of, evaluate::compiled const& changed,
                                  std::vector<std::uint32_t> const& promising);

 private:
  [[nodiscard]] std::optional<killing> as_it_stands(std::uint32_t index, evaluate::compiled const& changed);
  [[nodiscard]] std::optional<killing> with(std::uint32_t index, fact_edit const& edit,
                                            evaluate::compiled const& changed) const;
  // Nothing where the evaluation reaches a bound.
  [[nodiscard]] std::unique_ptr<accounts> evaluated(facts::scenario const& told, told_facts const& facts,
                                                    source::date date, evaluate::compiled const& rules) const;
  // What differs, line by line; nothing where nothing does.
  [[nodiscard]] std::vector<std::string> difference(accounts* before, accounts* now, source::date date) const;

  check::program const& program_;
  evaluate::compiled const& rules_;
  source::files const& files_;
  std::vector<prepared_case> const& cases_;
  mutation_options const& how_;
  std::map<std::uint32_t, std::unique_ptr<accounts>> known_;  // evaluated under the rules as they are
};

}  // namespace casus::suite
