#include "prover.hpp"

#include "engine/evaluate/interval.hpp"

namespace casus::explain {

using facts::tag;
using facts::truth;

// An argument that is a plain variable says whose instance it is.
prover::given prover::given_by(check::provision_index p, std::uint32_t consequence, arguments const& values) const {
  auto const& version = program_.provisions[p];
  auto const& effect = std::get<model::establishment>(program_.text_of(version).consequences[consequence].effect);
  given shared;
  for (std::size_t i = 0; i < values.size(); ++i) {
    auto const& meant = program_.resolved[effect.arguments[i]];
    if (meant.of != check::resolution::kind::variable || meant.index >= version.scope.parameters) continue;
    shared.push_back({meant.index, values[i]});
  }
  return shared;
}

// The instances that establish the tuple, might, or would at another time: one way each.
std::vector<supports> prover::establishing(step_index at, place const& where) {
  std::vector<supports> ways;
  auto const values = steps_[at].what.values;
  for (auto const& [p, consequence] : program_.relations[steps_[at].what.subject].established_by) {
    for (auto const& found : world_.instances_of(p, given_by(p, consequence, values), where)) {
      if (found.applies != truth::no) ways.push_back({establishment(p, consequence, values, found, where)});
    }
  }
  return ways;
}

support prover::establishment(check::provision_index p, std::uint32_t consequence, arguments const& values,
                              evaluate::world::read_instance const& found, place const& where) {
  auto const& version = program_.provisions[p];
  auto const& clause = program_.text_of(version).consequences[consequence];
  auto const& effect = std::get<model::establishment>(clause.effect);
  auto slots = found.binding;
  slots.resize(version.scope.variables.size());
  standpoint const judged{version.scope, slots, judged_at(p, found.binding, where)};
  standpoint const now{version.scope, slots, where};
  readings read;
  auto same = truth::yes;
  for (std::size_t i = 0; i < values.size(); ++i) {
    read_term(effect.arguments[i], judged, read);
    auto const argument = value_of(effect.arguments[i], judged);
    same = facts::both(same, !argument.is_known() ? truth::open : argument == values[i] ? truth::yes : truth::no);
  }
  step made;
  if (effect.from) read_term(*effect.from, judged, read), made.from = value_of(*effect.from, judged);
  if (effect.until) {
    read_term(effect.until->date, now, read);
    made.until = value_of(effect.until->date, now);
    if (effect.until->inclusive) made.until = evaluate::day_after(made.until);
  }
  auto inside = where.is_unknown && (effect.from || effect.until) ? truth::open
                                                                  : evaluate::within(made.from, made.until, where.date);
  if (effect.from && made.from.tag == tag::absent) inside = truth::no;
  auto const outcome = clause.on == model::branch::then ? found.outcome : facts::negate(found.outcome);
  made.truth = facts::both(facts::both(same, inside), facts::both(found.applies, outcome));

  auto identity = found.binding;
  for (auto const& value : values) identity.push_back(value);
  auto const [index, is_new] = begin(step::kind::establishment, p, identity, where, consequence);
  support const made_support{index, false, same == truth::no, support::role::condition};
  if (!is_new) return made_support;
  auto& what = steps_[index].what;
  what.consequence = consequence;
  what.values = found.binding;
  what.from = made.from, what.until = made.until, what.truth = made.truth;
  what.cites = std::move(read.cites);
  auto on = std::move(read.steps);
  if (same != truth::no && inside != truth::no) {
    add(on, of(instance(p, found.binding, found.applies, where)));
    add(on, requirements_of(p, found.binding, where));
  }
  steps_[index].ways = {std::move(on)};
  return made_support;
}

}  // namespace casus::explain
