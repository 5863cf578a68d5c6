// Looks for a scenario on which a mutant and the rule disagree: the scenarios of the suite as they stand, where only an
// expectation is missing, small changes of their facts, small scenarios made of nothing; and makes one by itself of
// what it finds. Bounded in how many it tries. Private to this folder.
#pragma once
#include "engine/suite/accounts.hpp"
#include "engine/suite/differing.hpp"
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
  // What is searched for one mutant.
  struct quarry {
    evaluate::compiled const& changed;
    std::optional<subject> owner;  // the mutated rule, where something can be expected of it
  };
  [[nodiscard]] std::optional<killing> as_it_stands(std::uint32_t index, quarry const& of);
  [[nodiscard]] std::optional<killing> with(std::uint32_t index, fact_edit const& edit, quarry const& of) const;
  // Where what differs cannot be expected, it may do once what is owed is done.
  [[nodiscard]] std::optional<killing> with_acts(std::uint32_t index, quarry const& of, std::size_t& tried);
  [[nodiscard]] std::optional<killing> with_changes(std::vector<std::uint32_t> const& promising, mutant const& of,
                                                    quarry const& searched, std::size_t& tried) const;

  // See small_worlds.hpp; as large ones as can all be tried.
  void from_nothing(mutant const& of, quarry const& searched, killer_found& into) const;
  [[nodiscard]] std::optional<killing> in_world(facts::scenario const& told, quarry const& of) const;

  struct told_apart {
    std::optional<facts::expectation> expected;  // none: they differ in what cannot be expected
    std::optional<std::size_t> view;
  };
  // Nothing where they do not differ. `days`: on how many at most it may come to show.
  [[nodiscard]] std::optional<told_apart> apart(accounts* before, accounts* now, source::date date, quarry const& of,
                                                std::size_t days) const;
  [[nodiscard]] std::optional<facts::scenario> alone(facts::scenario const& told, source::date date,
                                                     told_apart const& found, quarry const& of) const;
  // What tells them apart on a day, about one thing or whatever differs.
  [[nodiscard]] std::optional<facts::expectation> telling(facts::scenario const& told, source::date day,
                                                          quarry const& of, std::optional<subject> const& about) const;
  // Nothing where the evaluation reaches a bound.
  [[nodiscard]] std::unique_ptr<accounts> evaluated(facts::scenario const& told, told_facts const& facts,
                                                    source::date date, evaluate::compiled const& rules) const;
  // What differs, line by line, as a snapshot has it; nothing where that is the same.
  [[nodiscard]] std::vector<std::string> changes_between(accounts& before, accounts& now, source::date date) const;

  check::program const& program_;
  evaluate::compiled const& rules_;
  source::files const& files_;
  std::vector<prepared_case> const& cases_;
  mutation_options const& how_;
  std::map<std::uint32_t, std::unique_ptr<accounts>> known_;  // evaluated under the rules as they are
};

}  // namespace casus::suite
