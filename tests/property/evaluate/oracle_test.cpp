// The engine against the oracle on random rule sets. CASUS_PROPERTY_CASES and CASUS_PROPERTY_SEED choose how many and
// which, CASUS_PROPERTY_HALF takes every other one (CASUS_PROPERTY_SHOW prints those that the checker refuses); a
// failure prints the smallest rule set and scenario that still shows it.
#include "tests/property/evaluate/compare.hpp"
#include "tests/property/evaluate/draw.hpp"
#include "tests/property/evaluate/settings.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace casus::oracle {
namespace {

TEST_CASE("the engine and the oracle agree") {
  std::uint64_t const cases = setting("CASUS_PROPERTY_CASES", usual_cases);
  std::uint64_t const first = setting("CASUS_PROPERTY_SEED", 1);
  std::size_t agreed = 0, refused = 0, gave_up = 0, answers = 0;
  std::uint64_t const half = setting("CASUS_PROPERTY_HALF", 0);
  for (std::uint64_t seed = first; seed < first + cases; ++seed) {
    if (half != 0 && seed % 2 != half - 1) continue;
    sketch const drawn = draw(seed);
    comparison const found = compare(drawn);
    answers += found.checked;
    if (found.how == ending::agreed) ++agreed;
    if (found.how == ending::gave_up) ++gave_up;
    if (found.how == ending::refused) {
      ++refused;
      if (setting("CASUS_PROPERTY_SHOW", 0) != 0) MESSAGE(found.what, print(drawn));
    }
    if (found.how != ending::differed) continue;
    sketch const least = shrink(drawn);
    FAIL(fmt::format("seed {}: {}\n{}", seed, compare(least).what, print(least)));
  }
  MESSAGE(fmt::format("{} agreed, {} refused, {} gave up, {} answers", agreed, refused, gave_up, answers));
}

}  // namespace
}  // namespace casus::oracle
