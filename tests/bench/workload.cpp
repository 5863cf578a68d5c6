#include "workload.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <memory>

namespace casus::bench {
session::session session_over(std::string rules, std::string scenario) {
  auto files = std::make_shared<session::memory>();
  files->emplace("rules.casus", std::move(rules));
  files->emplace("case.yaml", std::move(scenario));
  return session::session(session::in_memory(std::move(files)), {});
}

std::string alliance_rules() {
  return R"(instrument CST "Treaty" in force from 1994-04-20
instrument Charter "Charter" in force from 2003-09-18
entity Actor
entity State : Actor closed
  russian_name: Text
entity Group : Actor
entity Person
entity Organ
individual council: Organ "the Council"
individual ministers: Organ "the Ministers"
enum Conduct { armed_attack, incursion, unrest }
enum Origin { external, internal }
event Attack "{by} attacks {against}"
  by: Actor
  against: State
  conduct: Conduct
  origin: Origin
event Request "{by} asks for help"
  by: State
event Nomination "{by} nominates {person}"
  by: Organ
  person: Person
event Appointment "{by} appoints {person}"
  by: Organ
  person: Person
  starts: Date
  term: Duration
event Handover "{from} hands the chair to {to}"
  from: State
  to: State
event Other "{about} happens"
  about: State
act assist "{by} gives {to} help"
  by: State
  to: State
fact party(s: State) "{s} is a party"
fact suspended(s: State) "{s} is suspended"
fact citizen(p: Person, s: State) "{p} is a citizen of {s}"
fact attacked(s: State, a: Attack) "{s} counts as attacked by {a}"
fact secretary_general(p: Person) "{p} is Secretary-General"
define member(s: State) "{s} is a member"
  when party(s) and not suspended(s)
define aggression(a: Attack, victim: State) "{a} is aggression against {victim}"
  when a.against = victim and a.conduct = armed_attack and a.origin = external and member(victim) at a.date
provision CST.4.1 "Aggression against one is aggression against all"
  for each a: Attack, victim: State, other: State
  judged at a.date
  when aggression(a, victim) and member(other) and other != victim
  then attacked(other, a) from a.date
provision CST.4.2 "Allies help the victim that asks"
  for each victim: State, ally: State, a: Attack, r: Request
  judged at a.date
  when aggression(a, victim) and r.by = victim and r.date >= a.date and member(ally) and ally != victim
  unless a.by = ally as "the ally is itself the attacker"
  then ally must assist(victim) from r.date
provision Charter.18.1 "Appointment"
  for each a: Appointment
  judged at a.date
  when a.by = council
  requires some n: Nomination where n.person = a.person and n.by = ministers and n.date <= a.date
    as "on nomination"
  requires some s: State where citizen(a.person, s) and member(s) as "a citizen of a member"
  requires a.term = 3 years as "for three years"
  then secretary_general(a.person) from a.starts until a.starts + a.term
provision Charter.13.3 "The chair passes in alphabetical order"
  for each h: Handover
  judged at h.date
  requires h.to = next s: State after h.from by s.russian_name where member(s) as "the next in order"
)";
}

std::string rules_of(size of) {
  auto text = alliance_rules();
  for (int i = 0; i < of.idle_rules; ++i) {
    text += fmt::format(
        "event Idle{0} \"{{about}} idles\"\n  about: State\n"
        "provision Charter.{1}.1 \"Idle rule\"\n  for each e: Idle{0}, s: State\n"
        "  when e.about = s and member(s)\n  then s must assist(s) from e.date\n",
        i, i + 100);
  }
  return text;
}

std::string scenario_of(size of) {
  std::string text = "scenario: bench\nrules: rules.casus\nas_of: 2014-06-15\nentities:\n  State:\n";
  for (int i = 0; i < of.states + of.idle_states; ++i) {
    text += fmt::format("    s{0}: {{title: State {0}, russian_name: S{0:06}}}\n", i);
  }
  text += "  Group: {raiders: raiders}\n  Person: {candidate: the candidate}\nfacts:\n  party:\n";
  for (int i = 0; i < of.states; ++i) text += fmt::format("    - {{s: s{}, from: 1994-04-20}}\n", i);
  text += "  suspended:\n    - {s: s1, from: 2012-12-19}\n  citizen:\n    - [candidate, s2]\n  Attack:\n";
  for (int i = 0; i < of.attacks; ++i) {
    text += fmt::format(
        "    a{0}: {{by: raiders, against: s{1}, conduct: armed_attack, origin: external, date: 2014-06-{2:02}}}\n", i,
        i % of.states, 1 + i % 10);
  }
  if (of.requests > 0) text += "  Request:\n";
  for (int i = 0; i < of.requests; ++i) {
    text += fmt::format("    r{0}: {{by: s{1}, date: 2014-06-{2:02}}}\n", i, i % of.states, 2 + i % 10);
  }
  text +=
      "  Nomination:\n    n: {by: ministers, person: candidate, date: 2014-01-01}\n"
      "  Appointment:\n    p: {by: council, person: candidate, starts: 2014-03-01, term: 3 years, date: 2014-02-01}\n"
      "  Handover:\n    h: {from: s2, to: s3, date: 2014-05-01}\n";
  if (of.idle_events > 0) text += "  Other:\n";
  for (int i = 0; i < of.idle_events; ++i) text += fmt::format("    o{}: {{about: s0, date: 2014-06-01}}\n", i);
  return text;
}

loaded::loaded(size of) : files(session_over(rules_of(of), scenario_of(of))), date(*source::parse_date("2014-06-15")) {
  auto told = files.scenarios("case.yaml", session::asked::by_name);
  if (!told.value || told.value->size() != 1 || !told.value->front().scenario) {
    fmt::print("the benchmark's own input is wrong\n");
    for (auto const& d : told.diagnostics) fmt::print("{}\n", d.message);
    if (told.value) {
      for (auto const& one : *told.value) {
        for (auto const& d : one.diagnostics) fmt::print("{}\n", d.message);
        if (one.rules == nullptr) continue;
        for (auto const& d : one.rules->diagnostics) fmt::print("{}\n", d.message);
      }
    }
    std::exit(1);
  }
  rules = told.value->front().rules;
  scenario = std::move(*told.value->front().scenario);
}

}  // namespace casus::bench
