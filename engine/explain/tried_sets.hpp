// Sets of changes, each evaluated once, up to a limit, and what an answer rests on under them. Private to this folder.
#pragma once
#include "changeable.hpp"

#include "engine/explain/flip.hpp"
#include <map>

namespace casus::explain {

class tried_sets {
 public:
  tried_sets(evaluate::world& world, evaluate::compiled const& rules, flip_question const& question, std::size_t most);

  // None where no more sets are to be tried.
  [[nodiscard]] std::optional<facts::truth> applies(changes const& made);
  // Whether something that is asked about is displaced under them.
  [[nodiscard]] bool displaces(changes const& made) const;

  // What the answer rests on, of which something must change for it to be `target`.
  [[nodiscard]] facts_read_by const& rests_on(changes const& made, facts::truth target);

  [[nodiscard]] std::size_t number() const { return known_.size(); }
  [[nodiscard]] bool has_failed() const { return has_failed_; }

 private:
  [[nodiscard]] facts::base facts_with(changes const& made) const;
  [[nodiscard]] facts::truth strongest(evaluate::world& world) const;
  [[nodiscard]] proof proof_of_strongest(evaluate::world& world) const;
  void add_events(std::vector<changeable>& into) const;

  evaluate::world& world_;
  evaluate::compiled const& rules_;
  std::vector<asked_version> const& asked_;
  source::date date_;
  std::vector<facts::value> days_;  // on which something could have happened besides
  std::size_t most_;
  std::vector<check::event_kind_index> kinds_;
  std::map<changes, facts::truth> known_;
  std::map<std::pair<facts::truth, changes>, facts_read_by> read_of_;
  bool has_failed_ = false;
};

}  // namespace casus::explain
