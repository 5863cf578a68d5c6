#include "supposition.hpp"

#include "supposed_worlds.hpp"

namespace casus::explain {
namespace {

using facts::truth;
using kind = open_fact::kind;

truth truth_of(facts::value v) { return v.payload != 0 ? truth::yes : truth::no; }

// On that day, and on no other: a positive statement alone would say that the tuple does not hold on the others.
void suppose_tuple(facts::base& facts, open_fact const& fact, truth holds, facts::value held) {
  facts::statement said;
  said.relation = fact.subject;
  said.arguments = fact.arguments;
  said.held = held;
  said.holds = holds;
  said.from = facts::of_date(*fact.date);
  if (auto const next = source::add(*fact.date, {0, 1})) said.until = facts::of_date(*next);
  facts.statements.push_back(said);
  if (fact.of == kind::fact_value) return;
  said.holds = truth::open;
  said.from.reset();
  said.until.reset();
  facts.statements.push_back(std::move(said));
}

}  // namespace

suppositions::suppositions(evaluate::world const& world, evaluate::compiled const& rules,
                           check::provision_index provision, evaluate::binding const& values, source::date date,
                           supposed_worlds* shared)
    : known_(world.facts()),
      how_(world.how()),
      rules_(rules),
      provision_(provision),
      values_(values),
      date_(date),
      shared_(shared) {}

suppositions::outcome suppositions::outcome_in(evaluate::world& world) {
  try {
    auto const found = world.instance_of(provision_, values_, date_);
    return {found.applies, found.status == evaluate::status::displaced};
  } catch (evaluate::failure const&) {
    if (shared_ != nullptr) shared_->forget(world);
    return {};  // what cannot be evaluated settles nothing
  }
}

suppositions::outcome suppositions::under(std::vector<supposed> const& what) {
  ++tried_;
  if (auto* const world = shared_ == nullptr ? nullptr : shared_->under(what)) return outcome_in(*world);
  if (!told_) told_.emplace(told_otherwise{known_, how_});
  for (auto const& one : what) suppose(told_->facts, told_->how, one);
  evaluate::world world(rules_, told_->facts, told_->how);
  auto const found = outcome_in(world);
  for (auto const& one : what) take_back(one);
  told_->facts.statements.resize(known_.statements.size());
  return found;
}

void suppose(facts::base& facts, evaluate::options& how, supposed const& what) {
  auto const& fact = what.fact;
  switch (fact.of) {
    case kind::event_field: facts.events[fact.subject].fields[fact.field] = what.value; return;
    case kind::event_date: facts.events[fact.subject].date = facts.events[fact.subject].effective = what.value; return;
    case kind::event_holds: facts.events[fact.subject].holds = truth_of(what.value); return;
    case kind::statement: facts.statements[fact.subject].holds = truth_of(what.value); return;
    case kind::unstated_tuple: suppose_tuple(facts, fact, truth_of(what.value), {}); return;
    case kind::entity_field: {
      auto& fields = facts.entities[fact.subject].fields;
      if (fields.size() <= fact.field) fields.resize(fact.field + 1);
      fields[fact.field] = what.value;
      return;
    }
    case kind::fact_value:
      if (fact.field != 0)
        facts.statements[fact.field - 1].held = what.value;
      else
        suppose_tuple(facts, fact, truth::yes, what.value);
      return;
    case kind::reading: how.readings[fact.subject] = facts::index_of(what.value); return;
  }
}

void suppositions::take_back(supposed const& what) {
  auto const& fact = what.fact;
  auto& facts = told_->facts;
  switch (fact.of) {
    case kind::event_field:
    case kind::event_date:
    case kind::event_holds: facts.events[fact.subject] = known_.events[fact.subject]; return;
    case kind::statement: facts.statements[fact.subject] = known_.statements[fact.subject]; return;
    case kind::entity_field: facts.entities[fact.subject] = known_.entities[fact.subject]; return;
    case kind::fact_value:
      if (fact.field != 0) facts.statements[fact.field - 1] = known_.statements[fact.field - 1];
      return;
    case kind::unstated_tuple: return;  // the statements that were added go together
    case kind::reading: told_->how.readings = how_.readings; return;
  }
}

}  // namespace casus::explain
