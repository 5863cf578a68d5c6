// What is tried on inputs that nobody wrote: each target takes any bytes and ends the process where something that must
// hold for all inputs does not. libFuzzer drives one at a time (entry.cpp); the tests try all on the kept inputs
// (corpus.cpp).
#pragma once
#include <array>
#include <string_view>

namespace casus::fuzz {

// A rule file: read, laid out, printed.
void rules(std::string_view input);
// A rule file: read, checked, compiled.
void checker(std::string_view input);
// A scenario, under rules that have everything in them.
void scenario(std::string_view input);
// Rules and a scenario (see material.hpp): `casus check` in every form of report.
void evaluation(std::string_view input);
// The same, the engine held against the oracle of the property tests.
void oracle(std::string_view input);

struct target {
  std::string_view name;
  void (*run)(std::string_view input);
};

inline constexpr std::array<target, 5> targets{
    {{"rules", rules}, {"checker", checker}, {"scenario", scenario}, {"evaluation", evaluation}, {"oracle", oracle}}};

}  // namespace casus::fuzz
