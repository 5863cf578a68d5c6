// What must not matter: names, the calendar, and things that no rule mentions.
#include "tests/property/evaluate/transform.hpp"

#include "tests/property/evaluate/draw.hpp"
#include "tests/property/evaluate/settings.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace casus::oracle {
namespace {

using lines = std::vector<std::string>;

std::string without(lines const& all, lines const& others) {
  lines found;
  std::set_difference(all.begin(), all.end(), others.begin(), others.end(), std::back_inserter(found));
  std::string text;
  for (std::string const& each : found) text += each + "\n";
  return text;
}

// Reports the smallest sketch of which the two lists differ.
void hold(sketch drawn, std::uint64_t seed, std::function<std::pair<lines, lines>(sketch const&)> const& both) {
  auto const differs = [&](sketch const& of) {
    auto const [a, b] = both(of);
    return a != b && a != lines{"refused"} && b != lines{"refused"};
  };
  if (!differs(drawn)) return;
  for (bool changed = true; changed;) {
    changed = false;
    for (sketch& candidate : smaller(drawn)) {
      if (!differs(candidate)) continue;
      drawn = std::move(candidate);
      changed = true;
      break;
    }
  }
  auto const [a, b] = both(drawn);
  FAIL(fmt::format("seed {}:\n{}--- only before\n{}--- only after\n{}", seed, print(drawn), without(a, b),
                   without(b, a)));
}

lines renamed_lines(lines all) {
  for (std::string& each : all) each = renamed(each);
  std::sort(all.begin(), all.end());
  return all;
}

lines without_comets(lines all) {
  auto const is_other = [](std::string const& each) { return each.find("bright(") != std::string::npos; };
  all.erase(std::remove_if(all.begin(), all.end(), is_other), all.end());
  return all;
}

template <class Both>
void hold_all(Both const& both) {
  std::uint64_t const cases = setting("CASUS_PROPERTY_CASES", usual_transformed);
  std::uint64_t const first = setting("CASUS_PROPERTY_SEED", 1);
  for (std::uint64_t seed = first; seed < first + cases; ++seed) hold(draw(seed), seed, both);
}

TEST_CASE("names do not matter") {
  hold_all([](sketch const& of) { return std::pair{renamed_lines(answers(of, 0)), answers(renamed(of), 0)}; });
}

TEST_CASE("the same days later the same is found") {
  hold_all([](sketch const& of) { return std::pair{answers(of, 0), answers(later(of, 12'345), 12'345)}; });
}

TEST_CASE("things that no rule mentions do not matter") {
  hold_all([](sketch const& of) { return std::pair{answers(of, 0), without_comets(answers(with_others(of), 0))}; });
}

}  // namespace
}  // namespace casus::oracle
