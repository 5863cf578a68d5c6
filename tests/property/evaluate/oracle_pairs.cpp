// Norms beside one another: duties that bind several jointly, and duties in conflict with prohibitions.
#include "tests/property/evaluate/oracle.hpp"

#include <algorithm>

namespace casus::oracle {

using evaluate::norm_state;

truth evaluator::same_day(std::optional<value> const& a, std::optional<value> const& b) const {
  value const first = a.value_or(facts::absent), second = b.value_or(facts::absent);
  if (first == facts::absent || second == facts::absent) return first == second ? truth::yes : truth::no;
  return equal(first, second);
}

truth evaluator::same_arguments(norm const& a, norm const& b) const {
  truth same = truth::yes;
  for (std::size_t index = 0; index < std::min(a.arguments.size(), b.arguments.size()); ++index) {
    same = facts::both(same, equal(a.arguments[index], b.arguments[index]));
  }
  return same;
}

// Whoever is bound by another instance of the version with equal arguments and dates acts for all.
std::vector<evaluator::deed> evaluator::joint_deeds(norm const& of, moment const& on) {
  std::vector<deed> found = deeds(of, on);
  auto const& text = rules_.text_of(rules_.provisions[of.provision]).consequences[of.consequence];
  if (!std::get<model::norm>(text.effect).together) return found;
  for (values const& binding : bindings(rules_.provisions[of.provision].scope)) {
    if (binding == of.binding) continue;
    for (norm const& other : unsettled_norms(of.provision, binding, judge(of.provision, binding, on), on)) {
      if (other.consequence != of.consequence) continue;
      truth const dates = facts::both(same_day(of.from, other.from),
                                      facts::both(same_day(of.by, other.by), same_day(of.until, other.until)));
      truth const is_bound = facts::both(other.follows, facts::both(dates, same_arguments(of, other)));
      for (deed each : deeds(other, on)) {
        each.matches = facts::both(each.matches, is_bound);
        if (each.matches != truth::no) found.push_back(each);
      }
    }
  }
  return found;
}

// A duty that is not fulfilled and a prohibition that is not lifted, which stand on a day for the same actor, act and
// arguments.
std::vector<conflict> evaluator::conflicts(source::date on) {
  moment const today{on, {}};
  std::vector<norm> duties, bans;
  for (check::provision_index provision = 0; provision < rules_.provisions.size(); ++provision) {
    for (values const& binding : bindings(rules_.provisions[provision].scope)) {
      for (norm const& each : norms(provision, binding, today)) {
        bool const stands = between(each.from, each.until, today) == truth::yes;
        bool const is_duty = each.mode == model::modality::must;
        bool const is_open = each.state == (is_duty ? norm_state::outstanding : norm_state::respected);
        if (!stands || (!is_open && each.state != norm_state::breached)) continue;
        if (each.mode != model::modality::may) (is_duty ? duties : bans).push_back(each);
      }
    }
  }
  std::vector<conflict> found;
  for (norm const& duty : duties) {
    for (norm const& ban : bans) {
      bool const same_act = duty.act == ban.act && equal(duty.actor, ban.actor) == truth::yes;
      if (!same_act || same_arguments(duty, ban) != truth::yes) continue;
      found.push_back(
          {{duty.provision, duty.binding, duty.consequence}, {ban.provision, ban.binding, ban.consequence}});
    }
  }
  return found;
}

}  // namespace casus::oracle
