#include "loaded.hpp"

#include <doctest/doctest.h>

using casus::test::said;
using casus::test::told;

TEST_CASE("entities have titles, or go by their ids, and fields by their types") {
  CHECK(told(R"(scenario: Test
entities:
  Group: {raiders: armed raiders from across the border, band:}
  Organ: [un, "no"]
  State:
    iran: {title: Iran, russian_name: Иран, neighbour: armenia}
    turkey: {russian_name: unknown}
)") == R"(scenario "Test"
entity raiders: Group "armed raiders from across the border"
entity band: Group "band"
entity un: Organ "un"
entity no: Organ "no"
entity iran: State "Iran"
  russian_name: "Иран"
  neighbour: armenia
entity turkey: State "turkey"
  russian_name: unknown
  neighbour: absent
)");
}

TEST_CASE("individuals of the rules come first, with their fields") {
  std::string const scenario = "scenario: Test\nentities: {State: {georgia: {title: Georgia, russian_name: Грузия}}}\n";
  auto const loaded = casus::test::load(scenario);
  INFO(said(scenario));
  REQUIRE(loaded.value.has_value());
  auto const& entities = loaded.value->agreed.entities;
  REQUIRE(entities.size() == 4);
  CHECK(entities[1].id == "armenia");
  CHECK(entities[1].title == "Armenia");
  CHECK(entities[1].fields[1] == casus::facts::of_entity(entities[2].kind, 2));
  CHECK(entities[2].title == "Georgia");
  CHECK(loaded.value->agreed.texts[casus::facts::index_of(entities[2].fields[0])] == "Грузия");
}

TEST_CASE("the same entity in two files is the same, where they agree") {
  CHECK(told("scenario: Test\nentities: {State: {iran: {russian_name: Иран}, turkey: Turkey}}\n",
             {"entities: {State: {iran: Iran, turkey: {title: Turkey}}}\n"}) ==
        "scenario \"Test\"\nentity iran: State \"Iran\"\n  russian_name: \"Иран\"\n  neighbour: absent\n"
        "entity turkey: State \"Turkey\"\n  russian_name: unknown\n  neighbour: absent\n");
  CHECK(said("scenario: Test\nentities: {Group: {iran: Persia}, State: {turkey: Türkiye, russia: {russian_name: "
             "Росия}}}\n",
             {"entities: {State: {iran: Iran, turkey: {title: Turkey}}}\n"}) ==
        "2:20 conflicting-entity `iran` is a Group here and a State elsewhere\n  b1:1:20 the other is here\n"
        "2:51 conflicting-entity `turkey` has another title elsewhere: Turkey\n  b1:1:48 the other is here\n"
        "2:83 conflicting-entity `russia` has another `russian_name` elsewhere\n  rules the other is here\n");
}

TEST_CASE("what is wrong with entities") {
  CHECK(said(R"(entities:
  Stat: [iran]
  Group: raiders
  State:
    unknown: nobody
    iran: {russian_nam: Иран, neighbour: csc}
    turkey: [a]
)") == R"(2:3 unknown-name no entity kind named `Stat`
  help did you mean `State`?
3:10 wrong-shape `Group` takes a mapping of ids to titles, or a list of ids, and this is a word or text
  help write `Group: [raiders]`
5:5 reserved-name `unknown` cannot be the id of an entity
  help scenarios use the word for what is not known
6:12 unknown-field a State has no field `russian_nam`
  rules `State` is declared here
  help did you mean `russian_name`?
6:42 type-mismatch `neighbour` takes a State, and `csc` is an Organ
  rules `csc` is named here
7:13 wrong-shape `turkey` takes a title, or a mapping of its title and fields, and this is a list
)");
}
