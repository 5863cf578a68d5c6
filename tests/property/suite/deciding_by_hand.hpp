// Which conditions alone decide, found as plainly as can be: every binding of all variables over their whole ranges,
// and in each evaluation of a decision every condition turned round by itself, the whole worked out anew and compared.
#pragma once
#include "engine/evaluate/world.hpp"
#include <cstddef>
#include <set>
#include <tuple>

namespace casus::oracle {

struct turned {
  source::span condition;
  bool is_true = false;  // as it is, before it is turned round
  friend bool operator<(turned const& a, turned const& b) {
    return std::tie(a.condition, a.is_true) < std::tie(b.condition, b.is_true);
  }
};

struct deciding {
  // By every evaluation of a decision that can be come by at all, and by those that have to be: where one stands in a
  // quantifier of another, that is where no part of the outer one is false.
  std::set<turned> possibly;
  std::set<turned> certainly;
  std::size_t evaluations = 0;
  bool is_cut_off = false;
};

// Throws evaluate::failure where the world does.
[[nodiscard]] deciding deciding_by_hand(evaluate::world& world, source::date date);

}  // namespace casus::oracle
