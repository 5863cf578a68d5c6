// A world that is asked about conditions and terms one by one, also about those that the evaluation had no need of.
// Where one cannot be answered (a `before` that does not lead back in time) the world begins afresh, so that what is
// asked next can be. Private to this folder.
#pragma once
#include "engine/evaluate/world.hpp"

namespace casus::suite {

// From where an expression is read: its owner's variables, what stands in them, and when.
struct standpoint {
  check::scope const& scope;
  evaluate::binding& slots;  // as many as the scope has variables
  evaluate::world::place where;
};

// How much is looked at in one scenario.
struct look_budget {
  std::uint64_t looks = 0;
  [[nodiscard]] bool is_spent() const { return looks >= most; }
  static constexpr std::uint64_t most = 20'000'000;
};

class steady_world {
 public:
  steady_world(evaluate::compiled const& rules, evaluate::world const& like);

  // What cannot be answered is open, unknown, none; that costs more than a look.
  [[nodiscard]] facts::truth truth_of(model::expression_id id, standpoint const& at, look_budget& budget);
  [[nodiscard]] facts::value value_of(model::expression_id id, standpoint const& at, look_budget& budget);
  [[nodiscard]] std::optional<evaluate::world::place> place_of(check::provision_index provision,
                                                               evaluate::binding const& values, source::date date,
                                                               look_budget& budget);
  [[nodiscard]] facts::truth in_force(check::provision_index provision, evaluate::world::place const& where);
  [[nodiscard]] std::vector<facts::value> range_of(check::type const& type, evaluate::world::place const& where);

  // From where what stands in an `at` or a `before` is read; none where that day is not known.
  [[nodiscard]] std::optional<standpoint> on_date(model::expression_id date, int days_before, standpoint const& at,
                                                  look_budget& budget);

 private:
  template <class Ask, class Answer>
  [[nodiscard]] Answer answer(Ask const& ask, Answer otherwise, look_budget& budget);

  evaluate::compiled const& rules_;
  evaluate::world world_;
};

}  // namespace casus::suite
