// The engine against the oracle on random rule sets. CASUS_PROPERTY_CASES and CASUS_PROPERTY_SEED choose how many and
// which, CASUS_PROPERTY_HALF takes every other one (CASUS_PROPERTY_SHOW prints those that the checker refuses); a
// failure prints the smallest rule set and scenario that still shows it.
#include "tests/property/evaluate/census.hpp"
#include "tests/property/evaluate/compare.hpp"
#include "tests/property/evaluate/draw.hpp"
#include "tests/property/evaluate/settings.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace casus::oracle {
namespace {

// How many sets had each construct and each answer in them. Where there are many sets, none may be missing.
std::string listed(std::map<std::string_view, std::size_t> const& sets, std::uint64_t cases) {
  std::string text;
  for (std::string_view const name : all_that_is_compared) {
    auto const found = sets.find(name);
    std::size_t const count = found == sets.end() ? 0 : found->second;
    text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", name, count);
    if (cases >= 10'000) CHECK_MESSAGE(count >= 5, name);
  }
  return text;
}

TEST_CASE("the engine and the oracle agree") {
  std::uint64_t const half = setting("CASUS_PROPERTY_HALF", 0);
  std::uint64_t const step = half == 0 ? 1 : 2;
  std::uint64_t const first = setting("CASUS_PROPERTY_SEED", 1) + (half == 2 ? 1 : 0);
  std::uint64_t const cases = setting("CASUS_PROPERTY_CASES", usual_cases) / step;
  std::size_t agreed = 0, refused = 0, gave_up = 0, answers = 0;
  std::map<std::string_view, std::size_t> sets;
  for (std::uint64_t seed = first; seed < first + step * cases; seed += step) {
    sketch const drawn = draw(seed);
    comparison const found = compare(drawn);
    answers += found.checked;
    for (auto const& [name, count] : found.seen) ++sets[name];
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
  MESSAGE(fmt::format("sets with each: {}", listed(sets, cases)));
}

}  // namespace
}  // namespace casus::oracle
