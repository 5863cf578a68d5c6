// Writes drawn rule sets with their scenarios as inputs for the fuzzers: `fuzz_seeds FOLDER COUNT`.
#include "material.hpp"
#include "tests/property/evaluate/draw.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

int main(int count, char** values) {
  if (count != 3) {
    std::fputs("usage: fuzz_seeds FOLDER COUNT\n", stderr);
    return 3;
  }
  for (unsigned long seed = 1; seed <= std::strtoul(values[2], nullptr, 10); ++seed) {
    auto const drawn = casus::oracle::draw(seed);
    std::ofstream file(std::string(values[1]) + "/drawn-" + std::to_string(seed), std::ios::binary);
    file << casus::fuzz::joined({casus::oracle::rules_of(drawn), casus::oracle::scenario_of(drawn)});
    if (!file.flush()) return 1;
  }
  return 0;
}
