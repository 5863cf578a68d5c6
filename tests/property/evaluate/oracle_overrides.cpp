// Which instances displace one another, and what the questions ask.
#include "tests/property/evaluate/oracle.hpp"

#include <algorithm>

namespace casus::oracle {

// A provision that overrides and says `may` lifts prohibitions and displaces nothing.
bool evaluator::lifts_only(check::provision_index provision) const {
  auto const& consequences = rules_.text_of(rules_.provisions[provision]).consequences;
  return std::any_of(consequences.begin(), consequences.end(), [](model::consequence const& each) {
    auto const* const found = std::get_if<model::norm>(&each.effect);
    return found != nullptr && found->mode == model::modality::may;
  });
}

// Everything that could displace an instance: its own exceptions, and the instances of what overrides it.
std::vector<evaluator::displacing> evaluator::displacements(check::provision_index provision, values& slots,
                                                            moment const& judged) {
  check::provision const& meant = rules_.provisions[provision];
  std::vector<displacing> found;
  auto const& exceptions = rules_.text_of(meant).exceptions;
  for (std::uint32_t index = 0; index < exceptions.size(); ++index) {
    // GCC 12 destroys twice what is half built where a part of it throws: so the truth comes first.
    truth const holds = condition(exceptions[index].condition, slots, judged);
    found.push_back({{index, std::nullopt, {}}, holds});
  }
  values const binding(slots.begin(), slots.begin() + meant.scope.parameters);
  for (check::provision_index by = 0; by < rules_.provisions.size(); ++by) {
    if (lifts_only(by)) continue;
    for (check::overriding const& clause : rules_.provisions[by].overrides) {
      if (clause.target != rules_.provisions[provision].article) continue;
      for (values const& other : bindings(rules_.provisions[by].scope)) {
        truth const holds = overrides(by, clause, other, provision, binding, judged);
        found.push_back({{std::nullopt, by, {other.data(), other.data() + other.size()}}, holds});
      }
    }
  }
  return found;
}

// Whether one instance overrides another, as read on the day on which that one is judged.
truth evaluator::overrides(check::provision_index by, check::overriding const& clause, values const& binding,
                           check::provision_index target, values const& other, moment const& judged) {
  auto const& versions = rules_.articles[clause.target].versions;
  auto const version = static_cast<std::size_t>(std::find(versions.begin(), versions.end(), target) - versions.begin());
  if (!clause.all) {
    for (check::shared_pair const& pair : clause.shared[version]) {
      if (equal(binding[pair.own], other[pair.other]) != truth::yes) return truth::no;
    }
  }
  verdict const found = judge(by, binding, judged);
  if (found.applies == truth::no) return truth::no;
  model::overriding const& text = rules_.text_of(rules_.provisions[by]).overrides[clause.clause];
  values slots = slots_for(rules_.provisions[by].scope, binding);
  std::optional<value> from, until;
  if (text.from) from = single(*text.from, slots, found.at);
  if (text.until) until = day_after(single(text.until->date, slots, judged), text.until->inclusive);
  return facts::both(found.applies, between(from, until, judged));
}

evaluate::question_status evaluator::ask(check::question_index question, values const& binding, source::date on) {
  check::question const& meant = rules_.questions[question];
  model::question const& text = rules_.text_of(meant);
  moment const now{on, {}};
  truth arises = truth::yes;
  for (value const& each : binding) {
    if (each.tag == facts::tag::event) arises = facts::both(arises, visible(each, now));
  }
  values slots = slots_for(meant.scope, binding);
  if (arises != truth::no && text.arises) arises = facts::both(arises, condition(*text.arises, slots, now));
  if (arises == truth::no) return evaluate::question_status::does_not_arise;
  truth answered = truth::no;
  for (check::answer const& answer : meant.answers) {
    auto const& versions = rules_.articles[answer.article].versions;
    for (std::size_t version = 0; version < versions.size(); ++version) {
      for (values const& other : bindings(rules_.provisions[versions[version]].scope)) {
        auto const agrees = [&](check::shared_pair const& pair) {
          return equal(binding[pair.own], other[pair.other]) == truth::yes;
        };
        auto const& shared = answer.shared[version];
        if (!std::all_of(shared.begin(), shared.end(), agrees)) continue;
        answered = facts::either(answered, judge(versions[version], other, now).applies);
      }
    }
  }
  if (arises == truth::open) return evaluate::question_status::undetermined;
  return answered == truth::yes  ? evaluate::question_status::answered
         : answered == truth::no ? evaluate::question_status::unanswered
                                 : evaluate::question_status::undetermined;
}

evaluator::evaluator(check::program const& rules, facts::base const& facts, evaluate::options const& how)
    : rules_(rules), facts_(facts), how_(how), graph_(rules), texts_(facts.texts) {}

}  // namespace casus::oracle
