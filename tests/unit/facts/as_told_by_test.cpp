#include "engine/facts/scenario.hpp"

#include <doctest/doctest.h>

using namespace casus;
using namespace casus::facts;

namespace {

statement said_of(std::uint32_t relation, std::uint32_t entity, truth holds) {
  statement said;
  said.relation = relation;
  said.arguments = {of_entity(0, entity)};
  said.holds = holds;
  return said;
}

scenario sample() {
  scenario told;
  event raid;
  raid.id = "raid";
  raid.fields = {of_boolean(true), unknown};
  raid.origins = {origin::stated, origin::left_out};
  raid.places = {{}, {}};
  raid.date = of_date({100});
  raid.effective = of_date({100});
  told.agreed.events = {raid};
  told.agreed.statements = {said_of(0, 1, truth::yes), said_of(0, 2, truth::yes), said_of(0, 1, truth::yes),
                            said_of(1, 1, truth::yes)};
  told.views.resize(1);
  return told;
}

}  // namespace

TEST_CASE("without a view the agreed facts are told") {
  auto const told = sample();
  CHECK(as_told_by(told, std::nullopt).statements.size() == 4);
}

TEST_CASE("a view replaces fields one by one") {
  auto told = sample();
  told.views[0].field_changes = {{0, 1, of_integer(3), origin::stated, {{}, 5, 6}}};
  auto const facts = as_told_by(told, 0);
  CHECK(facts.events[0].fields == std::vector<value>{of_boolean(true), of_integer(3)});
  CHECK(facts.events[0].origins[1] == origin::stated);
  CHECK(facts.events[0].places[1].begin == 5);
}

TEST_CASE("a view moves, doubts and denies events, and adds its own behind the agreed ones") {
  auto told = sample();
  view& by = told.views[0];
  by.event_changes = {{0, of_date({101}), std::nullopt, source::date{200}, truth::no, {}}};
  event other;
  other.id = "other";
  by.new_events = {other};
  auto const facts = as_told_by(told, 0);
  REQUIRE(facts.events.size() == 2);
  CHECK(facts.events[0].date == of_date({101}));
  CHECK(facts.events[0].effective == of_date({100}));
  CHECK(facts.events[0].known == source::date{200});
  CHECK(facts.events[0].holds == truth::no);
  CHECK(facts.events[1].id == "other");
}

TEST_CASE("a view replaces all statements of a tuple at once, and no others") {
  auto told = sample();
  told.views[0].statements = {said_of(0, 1, truth::open), said_of(0, 3, truth::yes)};
  auto const facts = as_told_by(told, 0);
  REQUIRE(facts.statements.size() == 4);
  CHECK(facts.statements[0].arguments[0] == of_entity(0, 2));
  CHECK(facts.statements[1].relation == 1);
  CHECK(facts.statements[2].holds == truth::open);
  CHECK(facts.statements[3].arguments[0] == of_entity(0, 3));
}
