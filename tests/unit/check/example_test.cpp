#include "said.hpp"

#include <doctest/doctest.h>

using casus::test::said;

TEST_CASE("the example of the design has one weakness: an appointment may start before it is made") {
  CHECK(said(R"(
instrument CST "Collective Security Treaty"
  signed 1992-05-15
  in force from 1994-04-20
instrument Charter "Charter"

entity Actor
entity State : Actor closed
  russian_name: Text
entity Group : Actor
entity Person
entity Organ
entity Bloc

individual csc: Organ "the Collective Security Council"
individual cfm: Organ "the Council of Ministers of Foreign Affairs"

enum Conduct { armed_attack, incursion, cyber_operation, unrest, disaster }
enum Origin { external, internal }
enum Post { secretary_general, chairmanship }
enum Aim { recall }

event Attack "{by} attacks {against}"
  by: Actor
  against: State
  conduct: Conduct
  origin: Origin

event Request "{by} asks its allies for help"
  by: State
event Appointment "{by} appoints {person}"
  by: Organ
  person: Person
  post: Post
  term: Duration
  starts: Date
event Nomination "{by} nominates {person}"
  by: Organ
  person: Person
event Handover "{from_state} hands {office} to {to}"
  office: Post
  from_state: State
  to: State
event Demand "{person}"
  person: Person
  seeks: Aim

act assist "{by} gives {to} the necessary help, including military help"
  by: State
  to: State
act join "{by} joins {bloc}"
  by: State
  bloc: Bloc

fact party(s: State) "{s} is a party to the Treaty"
fact suspended(s: State) "{s} has suspended its participation"
fact citizen(p: Person, s: State) "{p} is a citizen of {s}" unstated is unknown
fact attacked(s: State, a: Attack) "{s} is attacked by {a}"
fact secretary_general_of(p: Person) "{p} is Secretary-General"
fact aimed_at_a_member(b: Bloc) "{b} is aimed at a member"

define member(s: State) "{s} is a member state"
  when party(s) and not suspended(s)

define aggression(a: Attack, victim: State) "{a} is aggression against {victim}"
  when a.against = victim
   and a.conduct = armed_attack
   and a.origin = external
   and member(victim) at a.date

provision CST.4.1 "Aggression against one is aggression against all"
  for each a: Attack, victim: State, other: State
  judged at a.date
  when aggression(a, victim)
   and member(other) and other != victim
  then attacked(other, a) from a.date

provision CST.4.2 "Allies help the victim"
  in force until 2012-12-19
  for each victim: State, ally: State, a: Attack
  judged at a.date
  when aggression(a, victim) and a.by in State
   and member(ally) and ally != victim
  then ally must assist(victim) from a.date

provision CST.4.2 "Allies help the victim that asks"
  in force from 2012-12-19
  for each victim: State, ally: State, a: Attack, r: Request
  judged at a.date
  when aggression(a, victim)
   and r.by = victim and r.date >= a.date
   and member(ally) and ally != victim
  unless a.by = ally as "the ally is itself the attacker"
  then ally must assist(victim) from r.date

interpretation opposing_blocs "Does 'aimed against another party' limit the whole ban on other alliances?"
  { hostile_only, absolute } default hostile_only

provision CST.1.2 "No opposing alliances"
  for each s: State, b: Bloc
  when member(s) and (opposing_blocs = absolute or aimed_at_a_member(b))
  then s must not join(b)

provision Charter.18.1 "Appointment of the Secretary-General"
  for each a: Appointment
  judged at a.date
  when a.post = secretary_general
  requires a.by = csc as "the Council appoints"
  requires some n: Nomination where n.person = a.person and n.by = cfm and n.date <= a.date
    as "on the foreign ministers' nomination"
  requires some s: State where citizen(a.person, s) and member(s)
    as "from among citizens of member states"
  requires a.term = 3 years as "for three years"
  then secretary_general_of(a.person) from a.starts until a.starts + a.term

provision Charter.13.3 "The chairmanship passes in Russian alphabetical order"
  for each h: Handover
  judged at h.date
  when h.office = chairmanship
  requires h.to = next s: State after h.from_state by s.russian_name where member(s)

question early_termination "Who may end a Secretary-General's term early, and how?"
  for each p: Person
  arises when secretary_general_of(p) and some d: Demand where d.person = p and d.seeks = recall
)") == R"(114:44 from-before-visible this may begin before the events that bring it about are visible
  help begin with the day of judgment at the earliest: `the later of a.date and a.starts`
)");
}
