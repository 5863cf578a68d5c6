// The conjuncts of a condition that are false, or open; those of a define in its place, where it has a single
// definition and no other words. Private to this folder.
#pragma once
#include "engine/explain/standpoint.hpp"

namespace casus::explain {

class refusal {
 public:
  using visitor = evaluate::function_ref<void(model::expression_id, standpoint const&)>;
  refusal(evaluate::world& world, visitor visit, facts::truth wanted = facts::truth::no)
      : world_(world), program_(world.program()), visit_(visit), wanted_(wanted) {}

  void look(model::expression_id condition, standpoint const& at) { look(condition, at, 0); }
  // Of a conjunct that is known to be as wanted.
  void look_at(model::expression_id conjunct, standpoint const& at);

 private:
  void look(model::expression_id condition, standpoint const& at, int level);
  void tell(model::expression_id conjunct, standpoint const& at, int level);
  [[nodiscard]] bool is_about_nothing(model::expression_id conjunct, standpoint const& at) const;
  [[nodiscard]] bool look_within(model::expression_id conjunct, standpoint const& at, int level);

  evaluate::world& world_;
  check::program const& program_;
  visitor visit_;
  facts::truth wanted_;
};

}  // namespace casus::explain
