#include "loaded.hpp"
#include "require.hpp"
#include "targets.hpp"

#include "grammar/scanner.hpp"
#include "tests/property/evaluate/compare.hpp"

#include <algorithm>
#include <set>

namespace casus::fuzz {
namespace {

constexpr std::size_t most_dates = 5;
constexpr std::size_t most_things = 10;        // entities and events
constexpr std::size_t most_expressions = 400;  // of the rules

// The dates that an input speaks of, and the day after each.
std::vector<source::date> dates_in(std::string_view text) {
  std::set<source::date> found;
  for (std::uint32_t at = 0; at < text.size() && found.size() < 2 * most_dates;) {
    grammar::token const next = grammar::scan(text, at);
    at = std::max(next.end, at + 1);
    if (next.kind != grammar::token_kind::date) continue;
    auto const date = source::parse_date(grammar::text_of(text, next));
    if (!date) continue;
    found.insert(*date);
    if (*date < source::last_date) found.insert({date->days + 1});
  }
  return {found.begin(), found.end()};
}

// The oracle takes what is small: it tries every choice of everything.
bool is_small(check::program const& rules, facts::base const& facts) {
  return rules.rules.expressions.size() <= most_expressions &&
         facts.entities.size() + facts.events.size() <= most_things;
}

}  // namespace

void oracle(std::string_view input) {
  material const given = split(input);
  source::files files;
  auto const program = program_of(given.rules, files);
  if (!program) return;
  auto const dates = dates_in(given.scenario.empty() ? given.rules : given.scenario);
  for (facts::scenario const& told : scenarios_of(given.scenario, *program, files)) {
    evaluate::options how;
    how.law = told.law, how.known_by = told.known_by, how.readings = told.readings;
    how.limits.steps = 5'000'000;
    if (!is_small(*program, told.agreed)) continue;
    auto const found = casus::oracle::compare(*program, told.agreed, how, dates);
    require(found.how != casus::oracle::ending::differed, found.what, input);
  }
}

}  // namespace casus::fuzz
