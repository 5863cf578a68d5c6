// Asks for the truth of every condition that a reading comes by, and notes it. It has a world of its own: it also asks
// what the evaluation had no need to, and where that cannot be answered (a `before` that does not lead back in time),
// it begins afresh. Private to this folder.
#pragma once
#include "engine/suite/accounts.hpp"
#include <functional>
#include <map>
#include <set>

namespace casus::suite {

class condition_search {
 public:
  using place = evaluate::world::place;
  // From where an expression is read: its owner's variables, what stands in them, and when.
  struct standpoint {
    check::scope const& scope;
    evaluate::binding& slots;  // as many as the scope has variables
    place where;
  };

  // Conditions seen true, seen false: by expression.
  struct sightings {
    explicit sightings(std::size_t expressions) : seen_true(expressions, false), seen_false(expressions, false) {}
    std::vector<bool> seen_true;
    std::vector<bool> seen_false;
    std::uint64_t looks = 0;
    [[nodiscard]] bool is_partial() const { return looks >= most_looks; }
    static constexpr std::uint64_t most_looks = 20'000'000;  // in one scenario
  };

  condition_search(evaluate::compiled const& rules, evaluate::world const& like, sightings& seen);

  // None where the instance has no day of judgment, or it cannot be told.
  [[nodiscard]] std::optional<place> place_of(check::provision_index provision, evaluate::binding const& values,
                                              source::date date);
  [[nodiscard]] facts::truth truth_of(model::expression_id id, standpoint const& at);

  // Its truth, after going through it and all that it reads in this owner and in definitions.
  facts::truth condition(model::expression_id id, standpoint const& at);
  void term(model::expression_id id, standpoint const& at);

  // The possible instances of a provision on a date, as far as `when` does not rule them out. Whether `when` was false
  // of some, its text being in force.
  [[nodiscard]] bool candidates(check::provision_index provision, source::date date);
  void question(check::question_index question, source::date date);

 private:
  struct search {  // variables in the order of binding, and the conjuncts that can be read with so many bound
    std::vector<std::uint32_t> order;
    std::vector<std::vector<model::expression_id>> due;
  };
  [[nodiscard]] search planned(std::vector<std::uint32_t> order, std::optional<model::expression_id> condition,
                               std::size_t earliest) const;
  // Binds the variables from a level on; `where` says when a level is read, or that there is no instance.
  void bind(search const& over, standpoint const& at, std::size_t level, std::function<void()> const& visit);
  bool bind_instance(search const& over, standpoint& at, std::size_t level, std::size_t judged_from,
                     check::provision_index provision, source::date date);
  [[nodiscard]] std::optional<place> judged(check::provision_index provision, standpoint const& at, source::date date);
  // Goes through the conjuncts due; whether none of them is false.
  bool possible(std::vector<model::expression_id> const& due, standpoint const& at);
  void quantified(model::expression_id id, std::optional<model::expression_id> body,
                  std::optional<model::expression_id> satisfies, standpoint const& at);
  void applied(model::expression_id id, model::application const& of, standpoint const& at);
  void on_date(model::expression_id condition, model::expression_id date, int days_before, standpoint const& at);
  facts::truth note(model::expression_id id, standpoint const& at);
  [[nodiscard]] facts::value value_of(model::expression_id id, standpoint const& at);
  // What the world answers, or else.
  template <class Ask, class Answer>
  [[nodiscard]] Answer answer(Ask const& ask, Answer otherwise);

  evaluate::compiled const& rules_;
  evaluate::world world_;
  check::program const& program_;
  sightings& seen_;
  using moment = std::tuple<std::int32_t, bool, std::vector<std::uint32_t>>;
  std::set<std::tuple<check::relation_index, evaluate::binding, moment>> read_;  // definitions, already gone through
};

}  // namespace casus::suite
