#include "tried_sets.hpp"

#include "kinds_ranged_over.hpp"

#include <algorithm>

namespace casus::explain {
namespace {

using facts::truth;
using kind = change::kind;

// The day that is asked about, then those on which something happened in the scenario itself, the last first.
std::vector<facts::value> days_of(evaluate::world const& world, flip_question const& question) {
  constexpr std::size_t most_days = 8;
  auto const date = facts::of_date(question.date);
  std::vector<facts::value> days;
  for (auto const& event : world.facts().events) {
    if (question.own && event.where.file != *question.own) continue;
    if (event.date.is_known() && event.date < date) days.push_back(event.date);
  }
  std::sort(days.begin(), days.end(), [](auto const& a, auto const& b) { return b < a; });
  days.erase(std::unique(days.begin(), days.end()), days.end());
  days.insert(days.begin(), date);
  if (days.size() > most_days) days.resize(most_days);
  return days;
}

}  // namespace

tried_sets::tried_sets(evaluate::world& world, evaluate::compiled const& rules, flip_question const& question,
                       std::size_t most)
    : world_(world),
      rules_(rules),
      asked_(question.asked),
      date_(question.date),
      days_(days_of(world, question)),
      most_(most) {
  std::vector<check::provision_index> provisions;
  for (auto const& version : asked_) provisions.push_back(version.provision);
  kinds_ = kinds_ranged_over(rules.program(), provisions);
}

// None where no more sets are to be tried.
std::optional<truth> tried_sets::applies(changes const& made) {
  if (auto const known = known_.find(made); known != known_.end()) return known->second;
  if (known_.size() > most_) return std::nullopt;  // the facts as they stand are no set of changes
  auto const changed = facts_with(made);
  evaluate::world world(rules_, changed, world_.how());
  truth found = truth::open;  // what cannot be evaluated turns nothing
  try {
    found = strongest(world);
  } catch (evaluate::failure const&) { has_failed_ = true; }
  return known_.emplace(made, found).first->second;
}

bool tried_sets::displaces(changes const& made) const {
  auto const changed = facts_with(made);
  evaluate::world world(rules_, changed, world_.how());
  auto const is_meant = [](asked_version const& version, evaluate::instance const& one) {
    return one.status == evaluate::status::displaced &&
           std::all_of(version.given.begin(), version.given.end(),
                       [&](auto const& given) { return one.binding[given.slot] == given.value; });
  };
  try {
    return std::any_of(asked_.begin(), asked_.end(), [&](asked_version const& version) {
      auto const& all = world.account_of(version.provision, {date_, {}, false}).found.instances;
      return std::any_of(all.begin(), all.end(), [&](auto const& one) { return is_meant(version, one); });
    });
  } catch (evaluate::failure const&) { return false; }
}

// What the answer rests on, of which something must change for it to be `target`.
facts_read_by const& tried_sets::rests_on(changes const& made, truth target) {
  auto const [place, is_new] = read_of_.try_emplace({target, made});
  if (!is_new) return place->second;
  auto const changed = facts_with(made);
  evaluate::world world(rules_, changed, world_.how());
  try {
    auto const proof =
        target == truth::yes ? prove_none(world, asked_, date_, open_parts::all) : proof_of_strongest(world);
    place->second = facts_read(world, proof, world_.facts().events.size());
  } catch (evaluate::failure const&) { place->second.is_partial = true; }
  add_events(place->second.facts);
  return place->second;
}

facts::base tried_sets::facts_with(changes const& made) const {
  auto changed = world_.facts();
  for (auto const& one : made) make(changed, one);
  return changed;
}

truth tried_sets::strongest(evaluate::world& world) const {
  auto found = truth::no;
  for (auto const& [provision, values] : asked_) {
    for (auto const& one : world.instances_of(provision, values, {date_, {}, false}))
      found = facts::either(found, one.applies);
  }
  return found;
}

// For the answer to turn, every instance must; so also this one.
proof tried_sets::proof_of_strongest(evaluate::world& world) const {
  asked_version const* of = nullptr;
  std::optional<evaluate::world::read_instance> best;
  for (auto const& version : asked_) {
    for (auto& one : world.instances_of(version.provision, version.given, {date_, {}, false})) {
      if (best && one.applies <= best->applies) continue;
      best = std::move(one);
      of = &version;
    }
  }
  return best ? prove(world, of->provision, best->binding, date_, open_parts::all) : proof{};
}

// Events that there could be: one more of each kind, and those that are said not to have happened, which no proof
// reads.
void tried_sets::add_events(std::vector<changeable>& into) const {
  auto const& events = world_.facts().events;
  auto const ranges_over = [&](check::event_kind_index of) {
    return std::find(kinds_.begin(), kinds_.end(), of) != kinds_.end();
  };
  for (std::uint32_t e = 0; e < events.size(); ++e) {
    if (events[e].holds != truth::no || !ranges_over(events[e].kind)) continue;
    into.push_back({{kind::presence, e, 0, {}, {facts::unknown}}, {}});
  }
  for (auto const of : kinds_) into.push_back(one_more(rules_.program(), of, days_));
}

}  // namespace casus::explain
