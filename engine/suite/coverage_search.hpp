// Asks for the truth of every condition that a reading comes by, and notes it, and where it is wanted which conditions
// alone decided. Private to this folder.
#pragma once
#include "engine/suite/accounts.hpp"
#include "engine/suite/deciding.hpp"
#include <functional>
#include <map>
#include <set>

namespace casus::suite {

class condition_search {
 public:
  using place = evaluate::world::place;
  // Conditions seen true, seen false: by expression.
  struct sightings {
    explicit sightings(std::size_t expressions) : seen_true(expressions, false), seen_false(expressions, false) {}
    std::vector<bool> seen_true;
    std::vector<bool> seen_false;
    look_budget budget;
    std::optional<deciding_conditions::sightings> deciding;  // where it is wanted
    [[nodiscard]] bool is_partial() const { return budget.is_spent() || (deciding && deciding->budget.is_spent()); }
  };

  condition_search(evaluate::compiled const& rules, evaluate::world const& like, sightings& seen);
  condition_search(condition_search const&) = delete;
  condition_search& operator=(condition_search const&) = delete;

  // None where the instance has no day of judgment, or it cannot be told.
  [[nodiscard]] std::optional<place> place_of(check::provision_index provision, evaluate::binding const& values,
                                              source::date date);
  [[nodiscard]] facts::truth truth_of(model::expression_id id, standpoint const& at);

  // The truth of a whole condition, after going through it and all that it reads in this owner and in definitions.
  facts::truth decision(model::expression_id id, standpoint const& at);
  void term(model::expression_id id, standpoint const& at);

  // The possible instances of a provision on a date, as far as `when` does not rule them out. Whether `when` was false
  // of some, its text being in force.
  [[nodiscard]] bool candidates(check::provision_index provision, source::date date);
  void question(check::question_index question, source::date date);

 private:
  // What has come of conjuncts.
  struct reading {
    std::size_t open = 0;
    std::vector<model::expression_id> failed;
  };
  // Where a binding of variables has got to: how many are bound, and whether every conjunct read so far is true.
  struct progress {
    std::size_t bound = 0;
    bool all_true = true;
    [[nodiscard]] progress next() const { return {bound + 1, all_true}; }
  };
  // Reads what is due; whether nothing is false. What is false may yet have decided.
  bool go_on(binding_order const& over, progress& so_far, standpoint const& at);
  void bind(binding_order const& over, standpoint const& at, progress so_far, std::function<void()> const& visit);
  bool bind_instance(binding_order const& over, standpoint& at, progress so_far, std::size_t judged_from,
                     check::provision_index provision, source::date date);
  [[nodiscard]] std::optional<place> judged(check::provision_index provision, standpoint const& at, source::date date);
  facts::truth condition(model::expression_id id, standpoint const& at);
  [[nodiscard]] reading read(std::vector<model::expression_id> const& conjuncts, standpoint const& at);
  void quantified(model::expression_id id, std::optional<model::expression_id> body,
                  std::optional<model::expression_id> satisfies, standpoint const& at);
  void applied(model::expression_id id, model::application const& of, standpoint const& at);
  void on_date(model::expression_id condition, model::expression_id date, int days_before, standpoint const& at);
  facts::truth note(model::expression_id id, standpoint const& at);

  check::program const& program_;
  sightings& seen_;
  steady_world world_;
  std::optional<deciding_conditions> deciding_;
  using moment = std::tuple<std::int32_t, bool, std::vector<std::uint32_t>>;
  std::set<std::tuple<check::relation_index, evaluate::binding, moment>> read_;  // definitions, already gone through
};

}  // namespace casus::suite
