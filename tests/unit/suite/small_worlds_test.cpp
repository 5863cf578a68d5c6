// What a provision can come to read, and every small scenario that speaks of it.
#include "engine/suite/small_worlds.hpp"
#include "engine/check/check.hpp"
#include "engine/facts/print.hpp"
#include "grammar/parse.hpp"

#include <doctest/doctest.h>

using namespace casus;

namespace {

constexpr auto text = R"(instrument Pact "Pact"
  in force from 2000-01-01
entity State
entity Group
individual union_of_states: Group "the Union"
enum Kind { raid, war }
event Attack "{by} attacks"
  by: State
  kind: Kind
  note: Text?
event Meeting "a meeting"
fact party(s: State) "{s} is a party"
fact neutral(s: State) "{s} is neutral"
interpretation wide "Wide?" { broad, narrow } default narrow
define aggressor(s: State) "{s} is an aggressor"
  when some a: Attack where a.by = s and a.kind = war
provision Pact.1 "Peace"
  for each s: State
  when party(s) and wide = broad
  unless aggressor(s) as "it attacks"
provision Pact.2 "The Union"
  for each g: Group
  when g = union_of_states
question doubt "Is it so?"
  for each s: State
  arises when neutral(s)
)";

check::program program(std::string const& rules) {
  source::files files;
  auto const id = files.add("r.casus", rules);
  auto checked = check::check(std::move(*grammar::parse(files[id], id).value));
  REQUIRE(checked.value);
  return std::move(*checked.value);
}

std::size_t distinct(check::program const& rules, suite::small_worlds const& worlds) {
  std::set<std::string> all;
  for (std::size_t i = 0; i < worlds.count(); ++i) all.insert(facts::dump(worlds.at(i), rules));
  return all.size();
}

}  // namespace

TEST_CASE("a provision reads what it rests on, and no more") {
  auto const rules = program(text);
  auto const found = suite::read_by(rules, "Pact.1");
  CHECK(found.kinds == std::set<check::kind_index>{0});
  CHECK(found.events == std::map<check::event_kind_index, std::set<std::uint32_t>>{{0, {0, 1}}});
  CHECK(found.facts == std::set<check::relation_index>{0});
  CHECK(found.points == std::set<check::interpretation_index>{0});
  CHECK(found.days == std::set<source::date>{*source::make_date({.year = 2000, .month = 1, .day = 1})});
  CHECK(suite::read_by(rules, "doubt").facts == std::set<check::relation_index>{1});
}

TEST_CASE("what only one of two rule sets knows is not shared") {
  auto const rules = program(text);
  auto other_text = std::string{text};
  other_text.erase(other_text.find("  kind: Kind\n"), 13);
  other_text.replace(other_text.find(" and a.kind = war"), 17, "");
  auto const other = program(other_text);
  auto const found = suite::shared(rules, suite::read_by(rules, "Pact.1"), other, suite::read_by(other, "Pact.1"));
  CHECK(found.events == std::map<check::event_kind_index, std::set<std::uint32_t>>{{0, {0}}});
  CHECK(found.facts == std::set<check::relation_index>{0});
}

TEST_CASE("there is every small world, once") {
  auto const rules = program(text);
  auto const of = suite::read_by(rules, "Pact.1");
  auto const count = [&](suite::world_size size) {
    suite::small_worlds const worlds{rules, of, size};
    CHECK(distinct(rules, worlds) == worlds.count());
    return worlds.count();
  };
  // Two days to ask on; who is a party; whether an attack takes place, on which of two days, by whom, of which kind;
  // how the point of law is read, or that it is open.
  CHECK(count({1, 1}) == 2 * 2 * (1 + 2 * 1 * 2) * 3);
  CHECK(count({2, 1}) == 2 * 4 * (1 + 2 * 2 * 2) * 3);
  CHECK(count({1, 2}) == 2 * 2 * (1 + 2 * 1 * 2) * (1 + 2 * 1 * 2) * 3);
}

TEST_CASE("in the fullest world everything takes place and holds") {
  auto const rules = program(text);
  auto const full = suite::small_worlds{rules, suite::read_by(rules, "Pact.1"), {2, 2}}.fullest();
  CHECK(full.agreed.statements.size() == 2);
  for (auto const& each : full.agreed.events) CHECK(each.holds == facts::truth::yes);
  CHECK(full.agreed.events.size() == 2);
}
