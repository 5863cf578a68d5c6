#include "loaded.hpp"
#include "engine/scenario/load.hpp"

#include <doctest/doctest.h>

using casus::test::said;
using casus::test::told;

TEST_CASE("the keys at the top of a scenario") {
  CHECK(told(R"(scenario: A raid
note: |
  Two lines
  of notes.
rules: ../rules
background: [a.yaml]
as_of: 2014-06-15
law: {CST.4: 2011-01-01}
known_by: 2020-01-01
readings: {blocs: unknown}
)") == "scenario \"A raid\"\nnote \"Two lines\nof notes.\n\"\nas of 2014-06-15\nknown by 2020-01-01\n"
       "law of CST.4: 2011-01-01\nreading blocs: unknown\n");
  CHECK(told("law: 2011-01-01\n") == "scenario \"scenario\"\nlaw 2011-01-01\n");
}

TEST_CASE("what is wrong at the top") {
  CHECK(said("scenario: x\nfacts:Attack\nrules: a\n") ==
        "2:1 malformed-yaml a space is missing behind this colon\n"
        "  help write `key: value`\n");
  CHECK(said("scenaro: x\nas_of: 2014-02-30\nrules: {a: b}\nlaw: {CST.44: 2011-01-01}\nknown_by: [x]\n") ==
        "1:1 unknown-key a scenario has no key `scenaro`\n  help did you mean `scenario`?\n"
        "2:8 no-such-date there is no day 2014-02-30\n"
        "3:8 wrong-shape `rules` takes the path of a file or folder, or a list of them, and this is a mapping\n"
        "4:7 unknown-name no provision named `CST.44`\n  help did you mean `CST.4`?\n"
        "5:11 wrong-shape `known_by` takes a date, and this is a list\n");
  CHECK(said("scenario: x\nas_of: \"2014\\n06\"\n") ==
        "2:8 wrong-value `as_of` takes a date, and this is `2014 06`\n"
        "  help write a date as year, month and day: 2014-06-15\n");
  CHECK(said("") == "1:1 wrong-shape the file is empty\n  help a scenario begins with `scenario:` and its title\n");
  CHECK(said("- a\n") ==
        "1:1 wrong-shape a scenario is a mapping of keys such as `rules` and `facts`, and this is a list\n");
}

TEST_CASE("readings") {
  CHECK(said("readings: {bloc: wide, blocs: width, idle: yes}\n") ==
        "1:12 unknown-name no interpretation named `bloc`\n  help did you mean `blocs`?\n"
        "1:31 unknown-value `blocs` has no reading `width`\n  rules it is declared here\n"
        "  help its readings are narrow, wide\n"
        "1:38 unused-reading no rule turns on `idle`\n  rules it is declared here\n");
}

TEST_CASE("an outline tells scenarios from background files") {
  casus::source::text const text(
      "cases.yaml", "scenario: One\nrules: [a, b]\nbackground: c.yaml\n---\nfacts: {}\nentities: {}\nnote: x\n");
  auto const outlined = casus::scenario::outline(text, {});
  REQUIRE(outlined.value->size() == 2);
  auto const& one = outlined.value->front();
  CHECK(one.rules.size() == 2);
  CHECK(one.rules[1].path == "b");
  CHECK(one.background.front().path == "c.yaml");
  CHECK(text.position_of(one.background.front().where.begin).line == 3);
  CHECK_FALSE(one.is_background);
  CHECK(outlined.value->back().is_background);
}

TEST_CASE("a background gives facts only, and its facts come first") {
  CHECK(
      told("facts: {party: [russia]}\n", {"facts: {party: [armenia]}\n", "scenario: x\nfacts: {party: [georgia]}\n"}) ==
      "scenario \"scenario\"\nfact party(armenia)\nfact party(georgia)\nfact party(russia)\n");
  CHECK(said("facts: {}\n", {"as_of: 2014-01-01\nexpect: []\n"}) ==
        "b1:1:1 background-expects a background file has no `as_of`\n"
        "  help a scenario is no background of another: put the facts that both share in a file of their own\n"
        "b1:2:1 background-expects a background file has no `expect`\n"
        "  help a scenario is no background of another: put the facts that both share in a file of their own\n");
}
