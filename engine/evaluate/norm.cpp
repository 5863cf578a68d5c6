// Duties, prohibitions and permissions in time: which acts match, and the state that follows.
#include "machine.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace casus::evaluate {
namespace {

using facts::tag;

constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t ever = std::numeric_limits<std::int64_t>::min();

bool is_date(value v) { return v.tag == tag::date; }

struct matching_act {
  std::uint32_t event = 0;
  std::int64_t date = 0;  // from which it counts: its date or its effective date, whichever is later
  truth certain = truth::yes;
  bool is_dated = true;
};

// The state of a duty on a day, its acts counted as given, for a beginning and ends that are known.
norm_state state_of_duty(std::vector<matching_act> const& acts, bool count_possible, std::int64_t from, std::int64_t by,
                         std::int64_t until, std::int64_t today) {
  if (today < from) return norm_state::not_yet_due;
  std::int64_t first = never;
  for (auto const& act : acts) {
    if (act.certain != truth::yes && !count_possible) continue;
    if (act.date >= from && act.date < until && act.date <= today) first = std::min(first, act.date);
  }
  if (first != never) return first <= by ? norm_state::fulfilled : norm_state::fulfilled_late;
  if (by < until && today > by) return norm_state::breached;
  return today >= until ? norm_state::ended : norm_state::outstanding;
}

std::int64_t day_or(value v, std::int64_t otherwise) { return is_date(v) ? v.payload : otherwise; }

}  // namespace

bool machine::fill_norm(norm& made, check::provision_index p, std::uint32_t consequence, value* frame,
                        context const& judged, context const& ctx, truth follows) {
  auto const& effect = plan_.provisions[p].effects[consequence];
  auto const& text = program().text_of(program().provisions[p]);
  made.provision = p;
  made.consequence = consequence;
  made.mode = std::get<model::norm>(text.consequences[consequence].effect).mode;
  made.act = program().provisions[p].consequence_targets[consequence];
  made.certain = follows;
  made.actor = term(effect.actor, frame, judged);
  if (made.actor.tag == tag::absent) return false;  // nobody owes nothing
  made.arguments = few_values(effect.arguments.size());
  for (std::size_t a = 0; a < effect.arguments.size(); ++a)
    made.arguments[a] = term(effect.arguments[a], frame, judged);
  if (effect.from != none) {
    made.from = term(effect.from, frame, judged);
    if (made.from.tag == tag::absent) return false;
  } else if (plan_.provisions[p].judged_at != none) {
    made.from = judged.unknown ? facts::unknown : facts::of_date(judged.date);
  }
  if (effect.by != none) made.by = term(effect.by, frame, judged);
  if (effect.within != none) {
    auto const length = term(effect.within, frame, judged);
    made.by = facts::unknown;
    if (is_date(made.from) && length.tag == tag::duration) {
      auto const day = source::add(facts::date_of(made.from), facts::duration_of(length));
      if (day) made.by = facts::of_date(*day);
    }
    if (length.tag == tag::absent) made.by = facts::absent;
  }
  if (effect.until != none) {
    made.until = term(effect.until, frame, ctx);
    if (effect.until_inclusive) made.until = day_after(made.until);
  }
  return true;
}

namespace {

// Acts of the norm's kind by its actor and with its arguments, visible in `ctx` and counting by then. Where the day of
// one is not known, `from` is the first on which it would matter.
std::vector<matching_act> acts_of(machine& in, norm const& of, value from, context const& ctx) {
  std::vector<matching_act> found;
  auto const take = [&](store::events events) {
    for (auto const e : events) {
      in.bounds().count_step(owner::provision, of.provision);
      auto certain = in.visible(e, ctx);
      auto const& event = in.whole_event(e);
      auto const equal = model::comparison_operator::equal;
      certain = both(certain, in.compare(equal, event.fields[0], of.actor));
      for (std::size_t i = 0; i < of.arguments.size() && certain != truth::no; ++i) {
        certain = both(certain, in.compare(equal, event.fields[i + 1], of.arguments[i]));
      }
      auto const counts_from = std::max(day_or(event.date, ever), day_or(event.effective, ever));
      if (certain != truth::no && counts_from != ever)
        in.note(std::max(event.date, event.effective), {turn::kind::event, e, 0});
      if (certain == truth::no || counts_from > ctx.date.days) continue;
      if (!is_date(event.date) || !is_date(event.effective)) certain = truth::open;
      found.push_back({e, counts_from, certain});
      found.back().is_dated = is_date(event.date) && is_date(event.effective);
      if (!found.back().is_dated) found.back().date = std::max(counts_from, day_or(from, ctx.date.days));
    }
  };
  if (of.actor.tag == tag::entity) {
    auto const hits = in.events_with(of.act, 0, of.actor);
    take(hits.exact);
    take(hits.unknown);
  } else {
    take(in.events_of(of.act));
  }
  std::stable_sort(found.begin(), found.end(), [](auto const& a, auto const& b) { return a.date < b.date; });
  return found;
}

// One answer for all that is open: the beginning, the ends, the acts. Else `open`.
norm_state agreed_duty_state(norm const& of, std::vector<matching_act> const& acts, std::int64_t today) {
  if (of.certain != truth::yes || !of.from.is_known()) return norm_state::open;
  auto const from = day_or(of.from, ever);
  // An end that is not known may be the first possible day, or none.
  auto const first = [](value end, std::int64_t possible) { return end.is_known() ? day_or(end, never) : possible; };
  auto const first_by = first(of.by, std::max(from, ever + 1)), last_by = day_or(of.by, never);
  auto const first_until = first(of.until, std::max(from, ever + 1) + 1), last_until = day_or(of.until, never);
  auto const state = state_of_duty(acts, false, from, first_by, first_until, today);
  bool const all_certain =
      std::all_of(acts.begin(), acts.end(), [](matching_act const& act) { return act.certain == truth::yes; });
  if (all_certain && first_by == last_by && first_until == last_until) return state;
  for (auto const by : {first_by, last_by}) {
    for (auto const until : {first_until, last_until}) {
      for (bool const possible : {false, true})
        if (state_of_duty(acts, possible, from, by, until, today) != state) return norm_state::open;
    }
  }
  return state;
}

norm_state standing(norm const& of, std::int64_t today, norm_state while_standing) {
  if (of.certain != truth::yes) return norm_state::open;
  if (is_date(of.from) && today < of.from.payload) return norm_state::not_yet_due;
  if (is_date(of.until) && today >= of.until.payload) return norm_state::ended;
  auto const t = within(of.from, of.until, {static_cast<std::int32_t>(today)});
  return t == truth::yes ? while_standing : norm_state::open;
}

}  // namespace

namespace {

// Whether a permission is one of that act, or of all that the prohibition speaks of.
truth permits(machine& in, norm const& permitted, norm const& forbidden, std::optional<std::uint32_t> act) {
  auto const equal = [&](value a, value b) { return in.compare(model::comparison_operator::equal, a, b); };
  auto t = equal(permitted.actor, forbidden.actor);
  for (std::size_t i = 0; i < permitted.arguments.size(); ++i) {
    if (act)
      t = both(t, equal(permitted.arguments[i], in.whole_event(*act).fields[i + 1]));
    else  // narrower than what is forbidden: of that, something stays forbidden
      t = i < forbidden.arguments.size() ? both(t, equal(permitted.arguments[i], forbidden.arguments[i])) : truth::no;
  }
  return t;
}

}  // namespace

// Whether a permission of a provision that overrides this one lifts the prohibition on the day of `ctx`.
truth machine::is_lifted(check::provision_index p, std::uint32_t consequence, value* frame, context const& ctx,
                         std::optional<std::uint32_t> event) {
  auto any = truth::no;
  for (auto const& [by, clause] : plan_.provisions[p].overridden_by) {
    if (!plan_.provisions[by].only_permits) continue;
    auto const shared = shared_with(p, by, clause, frame);
    auto const act = program().provisions[p].consequence_targets[consequence];
    norm forbidden;
    bool const is_forbidden = fill_norm(forbidden, p, consequence, frame, ctx, ctx, truth::yes);
    each_instance(by, shared, ctx,
                  [&, by = by, clause = clause](value* other, context const& judged, verdict const& of) {
                    auto const& texts = program().text_of(program().provisions[by]).consequences;
                    for (std::uint32_t c = 0; c < texts.size(); ++c) {
                      auto const* norm = std::get_if<model::norm>(&texts[c].effect);
                      if (norm == nullptr || norm->mode != model::modality::may) continue;
                      if (program().provisions[by].consequence_targets[c] != act) continue;
                      evaluate::norm permitted;
                      if (!fill_norm(permitted, by, c, other, judged, ctx, truth::yes) || !is_forbidden) continue;
                      auto t = both(follows(by, of, c), overrides_now(by, clause, other, ctx));
                      t = both(t, permits(*this, permitted, forbidden, event));
                      any = either(any, both(t, stands(plan_.provisions[by].effects[c], other, judged, ctx)));
                    }
                    return any != truth::yes;
                  });
  }
  return any;
}

namespace {

// Whether a prohibition stood on the day of an act: afresh where it is judged afresh, else from its beginning to its
// end, though never before the instance is there.
truth stood_at(machine& in, norm const& of, value* frame, bool judged_afresh, matching_act const& act) {
  context const then{{static_cast<std::int32_t>(act.date)}, 0, false};
  auto t = truth::yes;
  if (judged_afresh) {
    t = both(in.in_force(of.provision, then), in.exists(of.provision, frame, then, then));
    auto const& planned = in.plan().provisions[of.provision];
    t = both(t, in.condition_if(planned.when, frame, then));
    t = both(t, in.follows(of.provision, in.judge(of.provision, frame, then, t), of.consequence));
    t = both(t, in.stands(planned.effects[of.consequence], frame, then, then));
  } else {
    auto const judged = in.judgment(of.provision, frame);
    if (!judged) return truth::no;
    in.note_ends(of);
    t = both(within(of.from, of.until, then.date), in.exists(of.provision, frame, *judged, then));
  }
  if (t == truth::no) return t;
  return both(t, negate(in.is_lifted(of.provision, of.consequence, frame, then, act.event)));
}

norm_state state_of_prohibition(machine& in, norm& of, value* frame, context const& ctx) {
  bool const afresh = in.plan().provisions[of.provision].judged_at == none;
  auto breached = truth::no;
  for (auto const& act : acts_of(in, of, of.from, ctx)) {
    auto const stood = act.is_dated ? stood_at(in, of, frame, afresh, act) : truth::open;
    auto const t = both(act.certain, both(of.certain, stood));
    if (t != truth::no) of.acts.push_back(act.event);
    breached = either(breached, t);
  }
  if (breached == truth::yes) return norm_state::breached;
  auto const plain = standing(of, ctx.date.days, norm_state::respected);
  if (breached == truth::open || plain == norm_state::open) return norm_state::open;
  if (plain != norm_state::respected) return plain;
  auto const lifted = in.is_lifted(of.provision, of.consequence, frame, ctx, std::nullopt);
  return lifted == truth::yes ? norm_state::lifted : lifted == truth::open ? norm_state::open : plain;
}

truth same_end(machine const& in, value a, value b) {
  if (a.tag == tag::absent || b.tag == tag::absent) return a.tag == b.tag ? truth::yes : truth::no;
  return in.compare(model::comparison_operator::equal, a, b);
}

// Whether the second duty binds the first one's actor, too: it follows, and its arguments and dates are equal.
truth binds_jointly(machine const& in, norm const& a, norm const& b) {
  if (a.consequence != b.consequence) return truth::no;
  auto same = both(b.certain,
                   both(same_end(in, a.from, b.from), both(same_end(in, a.by, b.by), same_end(in, a.until, b.until))));
  for (std::size_t i = 0; i < a.arguments.size() && same != truth::no; ++i) {
    same = both(same, in.compare(model::comparison_operator::equal, a.arguments[i], b.arguments[i]));
  }
  return same;
}

}  // namespace

void machine::settle_states(found_so_far const& of, std::uint32_t first, context const& ctx) {
  auto const& text = program().text_of(program().provisions[of.provision.provision]);
  for (std::uint32_t i = first; i < of.norms.size(); ++i) {
    auto& norm = of.norms[i];
    note_ends(norm);
    if (norm.mode == model::modality::may) {
      norm.state = standing(norm, ctx.date.days, norm_state::permitted);
    } else if (norm.mode == model::modality::must_not) {
      frame const locals(frames_, frame_size(norm.provision));
      auto const& held = of.provision.instances[norm.instance].binding;
      std::copy(held.begin(), held.end(), locals.values());
      norm.state = state_of_prohibition(*this, norm, locals.values(), ctx);
    } else {
      auto acts = acts_of(*this, norm, norm.from, ctx);
      bool const is_together = std::get<model::norm>(text.consequences[norm.consequence].effect).together;
      if (is_together) {
        for (std::uint32_t j = first; j < of.norms.size(); ++j) {
          bounds_.count_step(owner::provision, norm.provision);
          auto const jointly = j == i ? truth::no : binds_jointly(*this, norm, of.norms[j]);
          if (jointly == truth::no) continue;
          if (jointly == truth::yes) norm.joint_with.push_back(j);
          for (auto& act : acts_of(*this, of.norms[j], norm.from, ctx)) {
            act.certain = both(act.certain, jointly);
            acts.push_back(act);
          }
        }
      }
      auto const from = day_or(norm.from, ever);
      auto const until = day_or(norm.until, never);
      std::set<std::uint32_t> told;  // the acts of all who are bound jointly may be the same
      for (auto const& act : acts) {
        if (act.date < from || act.date >= until) continue;
        if (!is_together || told.insert(act.event).second) norm.acts.push_back(act.event);
      }
      norm.state = agreed_duty_state(norm, acts, ctx.date.days);
    }
    bounds_.count_bytes((norm.acts.size() + norm.joint_with.size()) * sizeof(std::uint32_t), owner::provision,
                        norm.provision);
  }
}

}  // namespace casus::evaluate
