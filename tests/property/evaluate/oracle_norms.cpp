// Duties, prohibitions and permissions of one instance, and the state of each: every state that the unknown leaves
// possible is worked out, and where there are several it is open.
#include "tests/property/evaluate/oracle.hpp"

#include <algorithm>

namespace casus::oracle {
namespace {

using evaluate::norm_state;
using source::date;

struct term_of_duty {
  date from;
  std::optional<date> by;
  std::optional<date> until;
};

norm_state state_of(term_of_duty const& of, std::optional<date> done, date today) {
  if (today < of.from) return norm_state::not_yet_due;
  bool const counts = done && *done >= of.from && *done <= today && (!of.until || *done < *of.until);
  if (counts) return of.by && *done > *of.by ? norm_state::fulfilled_late : norm_state::fulfilled;
  bool const was_due = of.by && (!of.until || *of.by < *of.until);  // its last day in time lay within it
  if (was_due && today > *of.by) return norm_state::breached;
  return of.until && today >= *of.until ? norm_state::ended : norm_state::outstanding;
}

// The state of what binds from one date to another and is not breached.
norm_state standing(norm const& of, norm_state meanwhile, moment const& on) {
  bool const is_before = of.from && of.from->is_known() && on.date < facts::date_of(*of.from);
  bool const has_until = of.until && *of.until != facts::absent && of.until->is_known();
  if (is_before) return norm_state::not_yet_due;
  if (has_until && on.date >= facts::date_of(*of.until)) return norm_state::ended;
  return between(of.from, of.until, on) == truth::yes ? meanwhile : norm_state::open;
}

// The dates that an end may have: the one that is known, none, or anything.
std::vector<std::optional<date>> readings(std::optional<value> const& of, std::vector<date> const& any) {
  if (!of || *of == facts::absent) return {std::nullopt};
  if (of->is_known()) return {facts::date_of(*of)};
  return {any.begin(), any.end()};
}

bool is_known(std::optional<value> const& end) { return !end || end->is_known(); }

}  // namespace

std::vector<evaluator::deed> evaluator::deeds(norm const& of, moment const& on) const {
  std::vector<deed> found;
  for (std::uint32_t index = 0; index < facts_.events.size(); ++index) {
    facts::event const& event = facts_.events[index];
    if (event.kind != of.act || hidden(event)) continue;
    deed here{event.holds, facts::unknown, source::first_date, index};
    here.matches = facts::both(here.matches, equal(of.actor, event.fields[0]));
    for (std::size_t each = 0; each < of.arguments.size(); ++each) {
      here.matches = facts::both(here.matches, equal(of.arguments[each], event.fields[each + 1]));
    }
    if (here.matches == truth::no) continue;
    for (value const& day : {event.date, event.effective}) {
      if (day.is_known()) here.earliest = std::max(here.earliest, facts::date_of(day));
    }
    if (event.date.is_known() && event.effective.is_known()) here.day = facts::of_date(here.earliest);
    if (here.earliest <= on.date) found.push_back(here);
  }
  return found;
}

std::set<norm_state> evaluator::duty_states(norm const& of, moment const& on) {
  if (!of.from->is_known()) return {norm_state::open};
  date const from = facts::date_of(*of.from);
  auto const done = joint_deeds(of, on);
  std::vector<date> any{{from.days - 1}, from, {from.days + 1}, {on.date.days - 1}, on.date, {on.date.days + 1}};
  for (deed const& each : done) {
    for (int offset = -1; offset <= 1; ++offset) any.push_back({each.earliest.days + offset});
  }
  std::set<norm_state> found;
  for (auto const& by : readings(of.by, any)) {
    if (!is_known(of.by) && *by < from) continue;
    for (auto const& until : readings(of.until, any)) {
      if (!is_known(of.until) && *until <= from) continue;
      term_of_duty const term{from, by, until};
      auto const in_window = [&](date day) { return day >= from && day <= on.date && (!until || day < *until); };
      std::optional<date> certain;
      for (deed const& each : done) {
        if (each.matches != truth::yes || !each.day.is_known() || !in_window(each.earliest)) continue;
        if (!certain || each.earliest < *certain) certain = each.earliest;
      }
      found.insert(state_of(term, certain, on.date));
      for (deed const& each : done) {
        std::vector<date> const days = each.day.is_known() ? std::vector<date>{each.earliest} : any;
        for (date const day : days) {
          if (day < each.earliest || !in_window(day) || (certain && *certain <= day)) continue;
          found.insert(state_of(term, day, on.date));
        }
      }
    }
  }
  return found;
}

// Whether a prohibition bound on a day.
truth evaluator::stood_on(norm const& of, verdict const& judged, date day) {
  truth found = between(of.from, of.until, moment{day, {}});
  if (judged.judged_on) {
    // It cannot bind before the instance is there.
    return facts::both(found, judge(of.provision, of.binding, {day, {}}).exists ? truth::yes : truth::no);
  }
  verdict const then = judge(of.provision, of.binding, {day, {}});
  bool const is_then =
      rules_.text_of(rules_.provisions[of.provision]).consequences[of.consequence].on == model::branch::then;
  found = facts::both(found, facts::both(then.applies, is_then ? then.outcome : facts::negate(then.outcome)));
  return found;
}

// Whether a permission of an overriding provision lifts a prohibition on a day.
truth evaluator::lifted_on(norm const& of, date day, std::optional<std::uint32_t> event) {
  truth found = truth::no;
  moment const then{day, {}};
  for (check::provision_index by = 0; by < rules_.provisions.size(); ++by) {
    if (!lifts_only(by)) continue;
    for (check::overriding const& clause : rules_.provisions[by].overrides) {
      if (clause.target != rules_.provisions[of.provision].article) continue;
      for (values const& other : bindings(rules_.provisions[by].scope)) {
        truth const over = overrides(by, clause, other, of.provision, of.binding, then);
        if (over == truth::no) continue;
        for (norm const& each : norms(by, other, then)) {
          if (each.mode != model::modality::may || each.act != of.act) continue;
          truth same = equal(each.actor, of.actor);
          for (std::size_t index = 0; index < each.arguments.size(); ++index) {
            if (event) {
              same = facts::both(same, equal(each.arguments[index], facts_.events[*event].fields[index + 1]));
            } else if (index < of.arguments.size()) {
              same = facts::both(same, equal(each.arguments[index], of.arguments[index]));
            } else {
              same = truth::no;  // some of what is forbidden stays so
            }
          }
          truth const permitted = facts::both(each.follows, between(each.from, each.until, then));
          found = facts::either(found, facts::both(over, facts::both(same, permitted)));
        }
      }
    }
  }
  return found;
}

std::set<norm_state> evaluator::ban_states(norm const& of, verdict const& judged, moment const& on) {
  truth broken = truth::no;
  for (deed const& each : deeds(of, on)) {
    if (!each.day.is_known()) {
      broken = facts::either(broken, truth::open);
      continue;
    }
    truth const here =
        facts::both(stood_on(of, judged, each.earliest), facts::negate(lifted_on(of, each.earliest, each.event)));
    broken = facts::either(broken, facts::both(each.matches, here));
  }
  std::set<norm_state> found;
  if (broken != truth::no) found.insert(norm_state::breached);
  if (broken == truth::yes) return found;
  norm_state const plain = standing(of, norm_state::respected, on);
  found.insert(plain);
  if (plain != norm_state::respected) return found;
  found.clear();
  if (broken != truth::no) found.insert(norm_state::breached);
  truth const lifted = lifted_on(of, on.date, std::nullopt);
  if (lifted != truth::no) found.insert(norm_state::lifted);
  if (lifted != truth::yes) found.insert(norm_state::respected);
  return found;
}

void evaluator::settle(norm& of, verdict const& judged, moment const& on) {
  std::set<norm_state> possible;
  if (of.mode == model::modality::must) possible = duty_states(of, on);
  if (of.mode == model::modality::must_not) possible = ban_states(of, judged, on);
  if (of.mode == model::modality::may) possible.insert(standing(of, norm_state::permitted, on));
  if (on.is_unknown || of.follows != truth::yes) possible = {norm_state::open};
  of.state = possible.size() == 1 ? *possible.begin() : norm_state::open;
  auto const is_breach = [](norm_state each) {
    return each == norm_state::breached || each == norm_state::fulfilled_late;
  };
  if (of.mode == model::modality::may) return;
  of.breached = is_breach(of.state) ? truth::yes : of.state == norm_state::open ? truth::open : truth::no;
}

// Whether a norm of an instance was breached on the date or before it. What is judged afresh may have been breached on
// a day of which nothing is left.
truth evaluator::was_breached(check::provision_index provision, values const& binding, moment const& on) {
  bool const is_afresh = !rules_.text_of(rules_.provisions[provision]).judged_at;
  std::vector<moment> days{on};
  auto const& targets = rules_.provisions[provision].consequence_targets;
  for (facts::event const& each : facts_.events) {
    bool const is_owed = std::find(targets.begin(), targets.end(), each.kind) != targets.end();
    if (!is_afresh || !is_owed || hidden(each) || !each.date.is_known() || !each.effective.is_known()) continue;
    source::date const day = facts::date_of(std::max(each.date, each.effective));
    if (day < on.date) days.push_back({day, {}});
  }
  truth found = truth::no;
  for (moment const& then : days) {
    for (norm const& each : norms(provision, binding, then)) found = facts::either(found, each.breached);
  }
  return found;
}

std::vector<norm> evaluator::norms(check::provision_index provision, values const& binding, moment const& on) {
  verdict const judged = judge(provision, binding, on);
  std::vector<norm> found = unsettled_norms(provision, binding, judged, on);
  for (norm& each : found) settle(each, judged, on);
  return found;
}

std::vector<norm> evaluator::unsettled_norms(check::provision_index provision, values const& binding,
                                             verdict const& judged, moment const& on) {
  std::vector<norm> found;
  if (judged.applies == truth::no) return found;
  check::provision const& meant = rules_.provisions[provision];
  auto const& consequences = rules_.text_of(meant).consequences;
  values slots = slots_for(meant.scope, binding);
  for (std::uint32_t index = 0; index < consequences.size(); ++index) {
    auto const* const text = std::get_if<model::norm>(&consequences[index].effect);
    bool const is_then = consequences[index].on == model::branch::then;
    truth const follows = facts::both(judged.applies, is_then ? judged.outcome : facts::negate(judged.outcome));
    if (text == nullptr || follows == truth::no) continue;
    norm made;
    made.provision = provision, made.binding = binding, made.consequence = index, made.follows = follows;
    made.act = meant.consequence_targets[index], made.mode = text->mode;
    made.actor = single(text->actor, slots, judged.at);
    if (made.actor == facts::absent) continue;
    for (model::expression_id const each : text->arguments) made.arguments.push_back(single(each, slots, judged.at));
    if (text->from) made.from = single(*text->from, slots, judged.at);
    bool const starts_when_judged = text->mode == model::modality::must || rules_.text_of(meant).judged_at;
    if (starts_when_judged && !made.from)
      made.from = judged.at.is_unknown ? facts::unknown : facts::of_date(judged.at.date);
    if (made.from && *made.from == facts::absent) continue;
    if (text->by) made.by = single(*text->by, slots, judged.at);
    if (text->within) {
      value const length = single(*text->within, slots, judged.at);
      bool const is_known = made.from->is_known() && length.is_known() && length != facts::absent;
      made.by = facts::unknown;
      if (is_known) made.by = facts::of_date(*source::add(facts::date_of(*made.from), facts::duration_of(length)));
      if (length == facts::absent) made.by = facts::absent;
    }
    if (text->until) made.until = day_after(single(text->until->date, slots, on), text->until->inclusive);
    found.push_back(std::move(made));
  }
  return found;
}

}  // namespace casus::oracle
