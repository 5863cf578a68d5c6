// One instance of a provision at a time: when it is judged, whether it applies, what it establishes.
#include "tests/property/evaluate/oracle.hpp"

#include <algorithm>

namespace casus::oracle {
namespace {

bool contains(std::optional<source::date> const& from, std::optional<source::date> const& until, source::date day) {
  return (!from || *from <= day) && (!until || day < *until);
}

}  // namespace

// Whether a day lies between two dates of the rules; either may be left out, absent or unknown. An unknown end lies
// after the known one.
truth between(std::optional<value> const& from, std::optional<value> const& until, moment const& on) {
  if (from && *from == facts::absent) return truth::no;
  bool const has_until = until && *until != facts::absent;
  if (on.is_unknown) return from || has_until ? truth::open : truth::yes;
  bool const from_known = from && from->is_known();
  bool const until_known = has_until && until->is_known();
  std::int64_t const day = on.date.days;
  if (from_known && day < from->payload) return truth::no;
  if (until_known && day >= until->payload) return truth::no;
  if (from && !from_known && !(until_known && day == until->payload - 1)) return truth::open;
  if (has_until && !until_known && !(from_known && day == from->payload)) return truth::open;
  return truth::yes;
}

// An ending's first day on which it is over.
value day_after(value date, bool inclusive) {
  if (date.tag == facts::tag::date && inclusive) ++date.payload;
  return date;
}

truth evaluator::in_force(check::provision_index provision, moment const& on) const {
  check::provision const& meant = rules_.provisions[provision];
  model::provision const& text = rules_.text_of(meant);
  truth instrument = truth::yes;
  if (meant.instrument && !rules_.instruments[*meant.instrument].in_force.empty()) {
    auto const& periods = rules_.instruments[*meant.instrument].in_force;
    bool const is_in = std::any_of(periods.begin(), periods.end(), [&](model::fixed_period const& each) {
      return contains(each.from, each.until, on.date);
    });
    instrument = on.is_unknown ? truth::open : is_in ? truth::yes : truth::no;
  }
  std::optional<source::date> tested;
  if (!on.is_unknown) tested = on.date;
  bool const has_versions = rules_.articles[meant.article].versions.size() > 1;
  if (how_.law.everywhere && has_versions) tested = *how_.law.everywhere;
  auto const chosen = how_.law.of_article.find(meant.article);
  if (chosen != how_.law.of_article.end()) tested = chosen->second;
  if (!text.in_force) return instrument;
  if (!tested) return facts::both(instrument, truth::open);
  return contains(text.in_force->from, text.in_force->until, *tested) ? instrument : truth::no;
}

std::vector<values> evaluator::bindings(check::scope const& of) const {
  std::vector<values> found{{}};
  for (std::uint32_t slot = 0; slot < of.parameters; ++slot) {
    std::vector<values> longer;
    for (values const& start : found) {
      for (value const& choice : range(rules_.variables[of.variables[slot]].type)) {
        step();
        longer.push_back(start);
        longer.back().push_back(choice);
      }
    }
    found = std::move(longer);
  }
  return found;
}

values evaluator::slots_for(check::scope const& of, values const& binding) const {
  values slots = binding;
  slots.resize(of.variables.size(), facts::unknown);
  return slots;
}

verdict evaluator::judge(check::provision_index provision, values const& binding, moment const& on) {
  if (graph_.is_recursive(graph_.node_of_provision(provision))) return judge_afresh(provision, binding, on);
  std::tuple const key{provision, on, binding};
  auto const found = judged_.find(key);
  if (found != judged_.end()) return found->second;
  verdict const answer = judge_afresh(provision, binding, on);
  judged_.emplace(key, answer);
  return answer;
}

verdict evaluator::judge_afresh(check::provision_index provision, values const& binding, moment const& on) {
  check::provision const& meant = rules_.provisions[provision];
  model::provision const& text = rules_.text_of(meant);
  verdict of;
  of.at = on;
  of.when = truth::yes;
  std::vector<std::uint32_t> events;
  for (value const& each : binding) {
    if (each.tag != facts::tag::event) continue;
    events.push_back(facts::index_of(each));
    of.when = facts::both(of.when, visible(each, on));
  }
  if (of.when == truth::no) return of;
  values slots = slots_for(meant.scope, binding);
  if (text.judged_at) {
    value const day = single(*text.judged_at, slots, on);
    bool const has_come =
        !day.is_known() || (day != facts::absent && (on.is_unknown || facts::date_of(day) <= on.date));
    if (!has_come) {
      of.when = truth::no;
      return of;
    }
    std::sort(events.begin(), events.end());
    events.erase(std::unique(events.begin(), events.end()), events.end());
    if (day.is_known()) of.judged_on = facts::date_of(day);
    if (!day.is_known() || on.is_unknown) of.when = truth::open;
    of.at = {of.judged_on.value_or(source::date{}), events, !day.is_known()};
  }
  of.exists = true;
  decide(of, provision, slots);
  return of;
}

void evaluator::decide(verdict& of, check::provision_index provision, values& slots) {
  model::provision const& text = rules_.text_of(rules_.provisions[provision]);
  truth const force = in_force(provision, of.at);
  if (force == truth::no) {
    of.status = evaluate::status::not_in_force;
    return;
  }
  of.when = facts::both(of.when, force);
  if (text.when) of.when = facts::both(of.when, condition(*text.when, slots, of.at));
  if (of.when == truth::no) return;
  auto const all = displacements(provision, slots, of.at);
  for (displacing const& each : all) of.displaced = facts::either(of.displaced, each.holds);
  for (displacing const& each : all) {
    if (of.displaced != truth::no && each.holds == of.displaced) of.by.push_back(each.by);
  }
  of.applies = facts::both(of.when, facts::negate(of.displaced));
  if (of.displaced == truth::yes) {
    of.status = of.when == truth::yes ? evaluate::status::displaced : evaluate::status::does_not_apply;
    return;
  }
  for (std::uint32_t index = 0; index < text.requirements.size(); ++index) {
    truth const met = condition(text.requirements[index].condition, slots, of.at);
    of.outcome = facts::both(of.outcome, met);
    if (met == truth::no) of.failing.push_back(index);
    if (met == truth::open) of.open.push_back(index);
  }
  if (of.applies == truth::open) {
    of.status = evaluate::status::undetermined;
  } else if (text.requirements.empty()) {
    of.status = evaluate::status::applies;
  } else {
    of.status = of.outcome == truth::no     ? evaluate::status::violated
                : of.outcome == truth::open ? evaluate::status::open
                                            : evaluate::status::satisfied;
  }
}

truth evaluator::established_by(check::provision_index provision, std::uint32_t consequence, values const& arguments,
                                values const& binding, moment const& on) {
  verdict const judged = judge(provision, binding, on);
  model::consequence const& follows = rules_.text_of(rules_.provisions[provision]).consequences[consequence];
  auto const& effect = std::get<model::establishment>(follows.effect);
  bool const is_then = follows.on == model::branch::then;
  truth found = facts::both(judged.applies, is_then ? judged.outcome : facts::negate(judged.outcome));
  if (found == truth::no) return found;
  values slots = slots_for(rules_.provisions[provision].scope, binding);
  for (std::size_t index = 0; index < arguments.size(); ++index) {
    value const said = single(effect.arguments[index], slots, judged.at);
    if (said == facts::absent) return truth::no;
    truth same = equal(said, arguments[index]);
    if (!said.is_known()) {
      // What is unknown may still be known not to be of the kind in question.
      bool possible = !check::is_enumerable(rules_.types[effect.arguments[index]]);
      for (value const& each : candidates(rules_.types[effect.arguments[index]])) {
        possible = possible || equal(each, arguments[index]) != truth::no;
      }
      same = possible ? truth::open : truth::no;
    }
    found = facts::both(found, same);
  }
  std::optional<value> from, until;
  if (effect.from) from = single(*effect.from, slots, judged.at);
  if (effect.until) until = day_after(single(effect.until->date, slots, on), effect.until->inclusive);
  return facts::both(found, between(from, until, on));
}

}  // namespace casus::oracle
