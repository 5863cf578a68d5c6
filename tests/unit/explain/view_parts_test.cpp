#include "engine/explain/view_parts.hpp"

#include <doctest/doctest.h>

namespace casus::explain {
namespace {

using sets = std::vector<std::vector<std::size_t>>;

}  // namespace

TEST_CASE("every single part that turns it, and no larger set beside them") {
  CHECK(smallest_sets(4, [](auto const& kept) { return kept[1] || kept[3]; }) == sets{{1}, {3}});
}

TEST_CASE("every pair, where no part alone turns it") {
  CHECK(smallest_sets(4, [](auto const& kept) { return kept[0] && (kept[2] || kept[3]); }) == sets{{0, 2}, {0, 3}});
}

TEST_CASE("of larger sets, one from which nothing can be left out") {
  CHECK(smallest_sets(5, [](auto const& kept) { return kept[0] && kept[2] && kept[4]; }) == sets{{0, 2, 4}});
}

TEST_CASE("nothing, where all together do not turn it") {
  CHECK(smallest_sets(3, [](auto const&) { return false; }).empty());
  CHECK(smallest_sets(0, [](auto const&) { return true; }).empty());
}

TEST_CASE("a part of a view keeps the place of new events and drops the rest") {
  facts::view view;
  view.field_changes.resize(1);
  view.new_events.resize(2);
  facts::statement said;
  said.arguments = {facts::of_integer(1)};
  view.statements = {said, said};
  view.readings[3] = 1;
  auto const parts = parts_of(view);
  REQUIRE(parts.size() == 5);  // both statements are about one tuple
  auto const made = only(view, parts, {false, false, true, true, false});
  CHECK(made.field_changes.empty());
  REQUIRE(made.new_events.size() == 2);
  CHECK(made.new_events[0].holds == facts::truth::no);
  CHECK(made.new_events[1].holds == facts::truth::yes);
  CHECK(made.statements.size() == 2);
  CHECK(made.readings.empty());
}

}  // namespace casus::explain
