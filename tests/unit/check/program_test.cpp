#include "checked.hpp"

#include "engine/check/dependency.hpp"
#include "engine/model/print.hpp"

#include <doctest/doctest.h>
#include <string>

using casus::check::edges;
using casus::check::node;
using casus::check::program;
using casus::check::resolution;
using casus::test::checked;

namespace {

std::string provisions_in_order(program const& rules) {
  std::string list;
  for (auto const& each : rules.provisions) {
    auto const& period = rules.text_of(each).in_force;
    list += each.id + (period && period->from ? " from " + casus::source::to_iso(*period->from) : "") + '\n';
  }
  return list;
}

// Every reference, field and application with what it was taken for: `a=variable 0`.
std::string resolutions(program const& rules) {
  static constexpr char const* names[] = {
      "none",         "variable",   "individual",      "enumerator",  "interpretation",       "relation",
      "entity_field", "event_date", "event_effective", "event_known", "event_declared_field", "article"};
  std::string list;
  for (std::uint32_t index = 0; index < rules.rules.expressions.size(); ++index) {
    resolution const meant = rules.resolved[{index}];
    if (meant.of == resolution::kind::none) continue;
    list += casus::model::print(rules.rules, {index}) + " = " + names[static_cast<int>(meant.of)] + ' ' +
            std::to_string(meant.index) + '\n';
  }
  return list;
}

std::string components_in_order(program const& rules, edges through) {
  auto const found = strongly_connected(rules, dependencies(rules), through);
  std::string list;
  for (std::uint32_t each = 0; each < found.size(); ++each) {
    if (found.is_recursive[each]) list += "circle: ";
    for (node const& member : found.members(each)) {
      bool const is_relation = member.of == node::kind::relation;
      list += (is_relation ? rules.relations[member.index].name : rules.provisions[member.index].id) + ' ';
    }
    list.back() = '\n';
  }
  return list;
}

}  // namespace

TEST_CASE("provisions stand by instrument, article and time") {
  CHECK(provisions_in_order(checked(R"(
provision B.1 "b"
  when is_so()
provision A.11 "a"
  when is_so()
provision A.9bis.1 "a"
  when is_so()
provision A.4.10 "a"
  when is_so()
provision A.4.2 "a"
  in force from 2012-12-19
  when is_so()
provision A.4.2 "a"
  in force until 2012-12-19
  when is_so()
provision A.9 "a"
  when is_so()
provision A.4 "a"
  when is_so()
fact is_so() "it is so"
instrument A "first"
instrument B "second"
)")) == R"(A.4
A.4.2
A.4.2 from 2012-12-19
A.4.10
A.9
A.9bis.1
A.11
B.1
)");
}

TEST_CASE("names are resolved to slots, fields and values") {
  CHECK(resolutions(checked(R"(
entity Actor
  name: Text
entity State : Actor
  capital: Text
individual russia: State "Russia"
enum Conduct { attack, raid }
interpretation scope "How wide?" { narrow, wide } default wide
event Attack "{by} attacks"
  by: State
  conduct: Conduct
fact party(s: State) "{s} is a party"
define odd(s: State, a: Attack) "{s} {a}"
  when (some b: Attack where b.by = s and b.conduct = raid) and a.by.capital = russia.name and scope = wide
   and (some c: Attack where c.effective <= a.date and party(c.by))
)")) == R"(b = variable 2
b.by = event_declared_field 0
s = variable 0
b = variable 2
b.conduct = event_declared_field 1
raid = enumerator 1
a = variable 1
a.by = event_declared_field 0
a.by.capital = entity_field 1
russia = individual 0
russia.name = entity_field 0
scope = interpretation 0
wide = enumerator 1
c = variable 3
c.effective = event_effective 0
a = variable 1
a.date = event_date 0
c = variable 3
c.by = event_declared_field 0
party(c.by) = relation 0
)");
}

TEST_CASE("kinds know their families, fields and whether they are closed") {
  program const rules = checked(R"(
entity State : Actor
  capital: Text
entity Actor closed
  name: Text
entity Island : State
define fine(s: Island) "{s}"
  when s.capital = s.name
)");
  REQUIRE(rules.kinds.size() == 3);
  CHECK(rules.kinds[1].family == std::vector<casus::check::kind_index>{1, 0, 2});
  CHECK(rules.kinds[0].family == std::vector<casus::check::kind_index>{0, 2});
  CHECK(rules.kinds[2].closed);
  REQUIRE(rules.kinds[2].fields.size() == 2);
  CHECK(rules.kinds[2].fields[0].name == "name");
  CHECK(rules.kinds[2].fields[1].name == "capital");
}

TEST_CASE("what is needed comes first") {
  std::string const rules = R"(
entity State
event Entry "{by} enters"
  by: State
fact ally(s: State, t: State) "{s} {t}"
fact party(s: State) "{s}"
define allied(s: State, t: State) "{s} {t}"
  when ally(s, t) or some u: State where allied(s, u) and allied(u, t)
define lonely(s: State) "{s}"
  when no t: State where allied(s, t)
instrument I "a treaty"
provision I.1 "x"
  for each x: Entry
  judged at x.date
  when lonely(x.by) at x.date and not party(x.by) before x.date
  then party(x.by) from x.date
)";
  CHECK(components_in_order(checked(rules), edges::within_a_date) == R"(ally
circle: allied
lonely
I.1
party
)");
  CHECK(components_in_order(checked(rules), edges::all) == R"(ally
circle: allied
lonely
circle: party I.1
)");
}

TEST_CASE("a shared variable stands in the slot of each version") {
  program const rules = checked(R"(
entity State
fact party(s: State) "{s}"
instrument I "a treaty"
provision I.1 "x"
  in force until 2000-01-01
  for each t: State, s: State
  when party(s) and party(t)
provision I.1 "x"
  in force from 2000-01-01
  for each s: State
  when party(s)
provision I.2 "x"
  for each u: State, s: State
  when party(s) and party(u)
  overrides I.1 for the same s
provision I.3 "x"
  for each s: State
  when I.1 is violated for s = s
)");
  auto const& shared = rules.provisions[2].overrides.at(0).shared;
  REQUIRE(shared.size() == 2);
  CHECK(shared[0].at(0).own == 1);
  CHECK(shared[0].at(0).other == 1);
  CHECK(shared[1].at(0).other == 0);
  auto const status = *rules.text_of(rules.provisions[3]).when;
  CHECK(rules.status_slots[status] == std::vector<std::vector<std::uint32_t>>{{1}, {0}});
}
