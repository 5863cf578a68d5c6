#include "evaluated.hpp"

#include "engine/check/check.hpp"
#include "engine/scenario/load.hpp"
#include "grammar/parse.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

namespace casus::test {
namespace {

source::date day(std::string_view iso) {
  auto const found = source::parse_date(iso);
  REQUIRE(found.has_value());
  return *found;
}

void show(std::vector<source::diagnostic> const& said) {
  for (auto const& each : said) {
    if (each.severity == source::severity::error) FAIL_CHECK(each.message);
  }
}

}  // namespace

evaluated::evaluated(std::string_view rules, std::string_view scenario) {
  auto const in_rules = files_.add("rules", std::string(rules));
  auto parsed = grammar::parse(files_[in_rules], in_rules);
  show(parsed.diagnostics);
  auto checked = check::check(std::move(*parsed.value));
  show(checked.diagnostics);
  REQUIRE(checked.value.has_value());
  program_ = std::make_unique<check::program>(std::move(*checked.value));
  compiled_ = std::make_unique<evaluate::compiled>(*program_);
  auto const in_scenario = files_.add("scenario", std::string(scenario));
  auto outlined = scenario::outline(files_[in_scenario], in_scenario);
  show(outlined.diagnostics);
  REQUIRE(outlined.value.has_value());
  auto bound = scenario::bind(outlined.value->front(), {}, *program_);
  show(bound.diagnostics);
  REQUIRE(bound.value.has_value());
  scenario_ = std::move(*bound.value);
  evaluate::options how;
  how.law = scenario_.law;
  how.readings = scenario_.readings;
  how.known_by = scenario_.known_by;
  world_ = std::make_unique<evaluate::world>(*compiled_, scenario_.agreed, how);
}

std::string evaluated::status(std::string_view provision, std::string_view date) {
  for (auto const& each : world_->at(day(date)).provisions) {
    if (program_->provisions[each.provision].id == provision) return std::string(evaluate::words(each.status));
  }
  return {};
}

std::string evaluated::holds(std::string_view relation, std::vector<std::string> const& ids, std::string_view date) {
  constexpr std::array<char const*, 3> words{"no", "open", "yes"};
  auto const called = std::find_if(program_->relations.begin(), program_->relations.end(),
                                   [&](check::relation const& each) { return each.name == relation; });
  REQUIRE(called != program_->relations.end());
  std::vector<facts::value> arguments;
  auto const& known = scenario_.agreed;
  for (std::string const& id : ids) {
    for (std::uint32_t e = 0; e < known.entities.size(); ++e)
      if (known.entities[e].id == id) arguments.push_back(facts::of_entity(known.entities[e].kind, e));
    for (std::uint32_t e = 0; e < known.events.size(); ++e)
      if (known.events[e].id == id) arguments.push_back(facts::of_event(known.events[e].kind, e));
  }
  auto const index = static_cast<check::relation_index>(called - program_->relations.begin());
  return words[static_cast<std::size_t>(world_->holds(index, arguments, day(date)))];
}

std::string evaluated::norms(std::string_view provision, std::string_view date) {
  std::string text;
  auto const found = world_->at(day(date));
  for (auto const& each : found.norms) {
    if (program_->provisions[each.provision].id != provision) continue;
    text += (text.empty() ? "" : ", ") + std::string(evaluate::words(each.state));
  }
  return text;
}

std::string evaluated::failure(std::string_view date) {
  try {
    (void)world_->at(day(date));
    return {};
  } catch (evaluate::failure const& found) { return found.why.message; }
}

}  // namespace casus::test
