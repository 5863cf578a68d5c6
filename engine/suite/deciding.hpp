// Which conditions have alone decided. A decision is a condition as a whole (a `when`, an `unless`, a `requires`, the
// body of a define or a quantifier, what a question arises from); its conditions are what its `and`, `or`, `not`
// connect. In one evaluation a condition decides if the decision would come out the other way were it alone the other
// way: if every other part of each `and` around it is true, of each `or` false. A condition is shown by two such
// evaluations, one in which it is true and one in which it is false. As each stands in one place only, any two do: this
// is modified condition/decision coverage in its masking form (Chilenski, "An Investigation of Three Forms of the
// Modified Condition Decision Coverage (MCDC) Criterion", DOT/FAA/AR-01/18, 2001; Hayhurst, Veerhusen, Chilenski and
// Rierson, "A Practical Tutorial on Modified Condition/Decision Coverage", NASA/TM-2001-210876). What is open decides
// nothing. Private to this folder.
#pragma once
#include "engine/suite/binding_order.hpp"
#include "engine/suite/steady_world.hpp"

namespace casus::suite {

class deciding_conditions {
 public:
  // Conditions seen to decide while true, while false: by expression.
  struct sightings {
    explicit sightings(std::size_t expressions) : while_true(expressions, false), while_false(expressions, false) {}
    std::vector<bool> while_true;
    std::vector<bool> while_false;
    look_budget budget;
  };

  deciding_conditions(check::program const& program, steady_world& world, sightings& seen)
      : program_(program), world_(world), seen_(seen) {}

  // One evaluation of a decision.
  void evaluated(model::expression_id decision, standpoint const& at);
  // One in which each conjunct is true.
  void all_true(binding_order const& of, standpoint const& at);
  // All of those in which one conjunct is false, as it has been found with so many variables bound, and the others are
  // true, as those have been that could be read so far. Binds the other variables only as far as something new can be
  // seen so.
  void one_false(binding_order const& of, std::size_t bound, model::expression_id conjunct, standpoint const& at);

 private:
  struct decider {
    model::expression_id condition;
    bool is_true = false;
  };
  [[nodiscard]] facts::truth truth_of(model::expression_id id, standpoint const& at);
  // Those not seen yet that decide an expression, which has come out true or false.
  void add_new(model::expression_id id, standpoint const& at, std::vector<decider>& into);
  void add_in_junction(model::junction const& of, standpoint const& at, std::vector<decider>& into);
  [[nodiscard]] bool is_new(model::expression_id id) const;
  [[nodiscard]] bool can_come_true(binding_order const& of, std::size_t bound, standpoint const& at);
  void see(std::vector<decider> const& those);

  check::program const& program_;
  steady_world& world_;
  sightings& seen_;
};

}  // namespace casus::suite
