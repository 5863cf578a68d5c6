// Why a provision does not apply: the nearest instance and the conditions of it that fail, fewest first.
#pragma once
#include "engine/evaluate/world.hpp"

namespace casus::explain {

struct failed_condition {
  model::expression_id condition;  // a conjunct of `when`, or deeper in a define it was refused by
  facts::truth truth = facts::truth::no;
  std::vector<source::span> because;  // the facts' places in the scenario that make it so; may be empty
  evaluate::binding slots;            // the values under which it was read
};

struct absence {
  check::provision_index provision = 0;
  // How many instances there could be; 0: nothing of the kinds that it binds is there (the first such variable below).
  bool has_candidates = false;
  std::uint32_t empty_variable = 0;
  evaluate::binding nearest;
  std::vector<failed_condition> failed;
};

// The nearest of at most `tried` instances, by the number of failed conjuncts of `when`.
[[nodiscard]] absence why_not(evaluate::world& world, check::provision_index provision, source::date date,
                              std::size_t tried = 10'000);

}  // namespace casus::explain
