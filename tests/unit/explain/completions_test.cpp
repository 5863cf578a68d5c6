#include "engine/explain/completions.hpp"
#include "told.hpp"

#include <doctest/doctest.h>

namespace casus::test {
namespace {

using weight = explain::completions::weight;

constexpr std::string_view rules = R"(
instrument P "Pact"
entity State closed
enum Origin { external, internal, mixed }
event Attack "an attack"
  origin: Origin
  grave: Bool
  size: Int
fact recognized(s: State) "{s} is recognized" unstated is unknown
provision P.1 "both ways"
  for each a: Attack
  when a.origin = external or not a.origin = external
provision P.2 "one that makes no difference"
  for each a: Attack, s: State
  when (a.grave and recognized(s)) or (a.grave and not recognized(s))
provision P.3 "a number"
  for each a: Attack
  when a.grave and a.size > 3
)";

constexpr std::string_view scenario = R"(
entities: {State: [s]}
facts: {Attack: {raid: {date: 2014-06-01}}}
)";

explain::completions of(told& it, std::string_view id, std::vector<std::string> const& ids) {
  auto const p = it.provision(id);
  auto const found = it.settlement(id, ids, "2014-06-15");
  return explain::complete(it.world(), it.compiled(), p, it.binding(ids), day("2014-06-15"), found.open);
}

}  // namespace

TEST_CASE("p or not p is so in every completion, and p makes no difference") {
  told it(rules, scenario);
  auto const found = of(it, "P.1", {"raid"});
  CHECK(found.tried);
  CHECK(found.applies == 3);
  CHECK(found.not_applies + found.open == 0);
  CHECK(found.weights == std::vector{weight::never_matters});
}

TEST_CASE("a fact that is named, but makes no difference, is told from one that does") {
  told it(rules, scenario);
  auto const found = of(it, "P.2", {"raid", "s"});
  CHECK(found.applies == 2);
  CHECK(found.not_applies == 2);
  CHECK(found.weights == std::vector{weight::matters, weight::never_matters});
}

TEST_CASE("what has no end of values stays open") {
  told it(rules, scenario);
  auto const found = of(it, "P.3", {"raid"});
  CHECK(found.open == 1);
  CHECK(found.not_applies == 1);
  CHECK(found.weights == std::vector{weight::matters, weight::not_tried});
}

TEST_CASE("the fact that settles most is asked for first, and one that is not known is passed over") {
  told it(rules, scenario);
  auto const found = it.settlement("P.3", {"raid"}, "2014-06-15");
  auto const first = explain::fact_to_ask(it.world(), found, {});
  REQUIRE(first.has_value());
  CHECK(it.words(*first) == "raid.grave");
  CHECK_FALSE(explain::fact_to_ask(it.world(), found, {*first}).has_value());
}

}  // namespace casus::test
