// Facts with some of what is open supposed to be so: what an instance comes to under them, by evaluating it anew.
#pragma once
#include "engine/explain/completions.hpp"

namespace casus::explain {

void suppose(facts::base& facts, evaluate::options& how, supposed const& what);

class suppositions {
 public:
  // Of the world, only its facts and options are used; it stays as it is.
  suppositions(evaluate::world const& world, evaluate::compiled const& rules, check::provision_index provision,
               evaluate::binding const& values, source::date date, supposed_worlds* shared = nullptr);

  // Whether the instance applies where all of these are supposed; and whether it would, were it not displaced.
  struct outcome {
    facts::truth applies = facts::truth::open;
    bool is_displaced = false;
  };
  [[nodiscard]] outcome under(std::vector<supposed> const& what);
  [[nodiscard]] facts::truth applies(std::vector<supposed> const& what) { return under(what).applies; }
  [[nodiscard]] std::size_t tried() const { return tried_; }

 private:
  [[nodiscard]] outcome outcome_in(evaluate::world& world);
  void take_back(supposed const& what);

  facts::base const& known_;
  evaluate::options const& how_;
  evaluate::compiled const& rules_;
  check::provision_index provision_;
  evaluate::binding values_;
  source::date date_;
  supposed_worlds* shared_;
  std::optional<told_otherwise> told_;  // what is known, once it is needed, for others to be supposed in it
  std::size_t tried_ = 0;
};

}  // namespace casus::explain
