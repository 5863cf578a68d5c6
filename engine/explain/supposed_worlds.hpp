// Worlds in which some of what is open is supposed to be so, kept for the instances that ask the same of them.
#pragma once
#include "engine/explain/completions.hpp"

namespace casus::explain {

class supposed_worlds {
 public:
  // Of the world, only its facts and options are used; it stays as it is.
  supposed_worlds(evaluate::world const& world, evaluate::compiled const& rules) : world_(world), rules_(rules) {}

  // None where it is not known yet and so many are kept already that no more are.
  [[nodiscard]] evaluate::world* under(std::vector<supposed> const& what);
  // Where no more would be kept, those that there are make room for what is asked next.
  void make_room() {
    if (kept_.size() == most_kept) kept_.clear();
  }
  // One whose evaluation came to an end at a bound answers nothing any more.
  void forget(evaluate::world const& world);

 private:
  static constexpr std::size_t most_kept = 64;
  struct kept {
    kept(std::vector<supposed> asked, told_otherwise other, evaluate::compiled const& rules);
    std::vector<supposed> what;
    told_otherwise told;
    evaluate::world world;
  };
  evaluate::world const& world_;
  evaluate::compiled const& rules_;
  std::vector<std::unique_ptr<kept>> kept_;
};

}  // namespace casus::explain
