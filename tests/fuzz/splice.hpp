// Changes valid material into other material that is mostly valid: parts of the rules, told apart by the parser and the
// checker, take the place of parts of the same type; clauses come and go; lines and values of the scenario likewise.
// This is how libFuzzer reaches the evaluation behind the checker instead of being refused by it.
#pragma once
#include "material.hpp"
#include <cstddef>
#include <cstdint>
#include <random>

namespace casus::fuzz {

class chance {
 public:
  explicit chance(unsigned seed) : engine_(seed) {}
  [[nodiscard]] std::size_t below(std::size_t bound) { return static_cast<std::size_t>(engine_() % bound); }
  [[nodiscard]] bool in(std::size_t parts, std::size_t of) { return below(of) < parts; }

 private:
  std::mt19937 engine_;
};

[[nodiscard]] std::string changed_rules(std::string const& rules, chance& with);
[[nodiscard]] std::string changed_scenario(std::string const& scenario, chance& with);
// The one with some declarations and lines of the other.
[[nodiscard]] material crossed(material const& one, material const& other, chance& with);

}  // namespace casus::fuzz
