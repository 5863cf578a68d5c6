#include "machine.hpp"

#include <algorithm>

namespace casus::evaluate {
namespace {

truth as_truth(bool b) { return b ? truth::yes : truth::no; }

bool covers(model::fixed_period const& period, source::date date) {
  return (!period.from || *period.from <= date) && (!period.until || date < *period.until);
}

// A date for all moves the provisions that have several versions, one for a single provision that one in any case.
std::optional<source::date> law_date(facts::law_dates const& law, check::program const& program,
                                     check::article_index article) {
  if (auto const own = law.of_article.find(article); own != law.of_article.end()) return own->second;
  if (program.articles[article].versions.size() < 2) return std::nullopt;
  return law.everywhere;
}

}  // namespace

// The instrument is tested on the date itself; which text of the provision speaks may be moved by a law date.
truth machine::in_force(check::provision_index p, context const& ctx) const {
  auto const& provision = program().provisions[p];
  auto const& period = program().text_of(provision).in_force;
  auto const has_instrument_period =
      provision.instrument && !program().instruments[*provision.instrument].in_force.empty();
  auto const law = period ? law_date(how_.law, program(), provision.article) : std::nullopt;
  if (ctx.unknown) {
    auto const spoken = !period || !law || covers(*period, *law);
    return !spoken ? truth::no : (has_instrument_period || (period && !law)) ? truth::open : truth::yes;
  }
  if (has_instrument_period) {
    auto const& periods = program().instruments[*provision.instrument].in_force;
    for (auto const& each : periods)
      if (calendar_ != nullptr) note(each, {turn::kind::instrument, *provision.instrument, 0});
    auto const any = std::any_of(periods.begin(), periods.end(), [&](auto const& q) { return covers(q, ctx.date); });
    if (!any) return truth::no;
  }
  if (period && !law) note(*period, {turn::kind::version, p, 0});
  return as_truth(!period || covers(*period, law.value_or(ctx.date)));
}

std::vector<machine::fixed> machine::shared_with(check::provision_index overridden, check::provision_index by,
                                                 std::uint32_t clause, value const* frame) const {
  auto const& overriding = program().provisions[by].overrides[clause];
  std::vector<fixed> shared;
  if (overriding.all) return shared;
  auto const& versions = program().articles[overriding.target].versions;
  auto const version = std::find(versions.begin(), versions.end(), overridden) - versions.begin();
  for (auto const& pair : overriding.shared[static_cast<std::size_t>(version)]) {
    shared.push_back({pair.own, frame[pair.other]});
  }
  return shared;
}

// Whether an overriding provision has an instance that displaces this one.
truth machine::displaced(check::provision_index p, value* frame, context const& ctx) {
  auto any = truth::no;
  for (auto const n : plan_.provisions[p].exceptions) {
    any = either(any, condition(n, frame, ctx));
    if (any == truth::yes) return any;
  }
  for (auto const& [by, clause] : plan_.provisions[p].overridden_by) {
    if (plan_.provisions[by].only_permits) continue;
    auto const shared = shared_with(p, by, clause, frame);
    each_instance(by, shared, ctx, [&, by = by, clause = clause](value* other, context const&, verdict const& of) {
      any = either(any, both(of.applies, overrides_now(by, clause, other, ctx)));
      return any != truth::yes;
    });
    if (any == truth::yes) return any;
  }
  return any;
}

// `overrides … from … until …`: whether the day in `ctx` lies between them, as read on that day.
truth machine::overrides_now(check::provision_index by, std::uint32_t clause, value* frame, context const& ctx) {
  auto const& interval = plan_.provisions[by].overrides[program().provisions[by].overrides[clause].clause];
  auto const from = interval.from == none ? facts::absent : term(interval.from, frame, ctx);
  if (interval.from != none && from.tag == facts::tag::absent) return truth::no;
  auto until = interval.until == none ? facts::absent : term(interval.until, frame, ctx);
  if (interval.inclusive) until = day_after(until);
  if (interval.from == none && until.tag == facts::tag::absent) return truth::yes;
  note(from, until, interval.from, interval.until);
  return ctx.unknown ? truth::open : within(from, until, ctx.date);
}

verdict machine::application(check::provision_index p, value* frame, context const& ctx, truth when) {
  verdict made;
  made.when = when;
  if (when == truth::no) return made;
  made.displaced = displaced(p, frame, ctx);
  made.applies = both(when, negate(made.displaced));
  return made;
}

verdict machine::judge(check::provision_index p, value* frame, context const& ctx, truth when) {
  auto made = application(p, frame, ctx, when);
  if (made.applies == truth::no) return made;
  for (auto const n : plan_.provisions[p].requirements) {
    made.outcome = both(made.outcome, condition(n, frame, ctx));
    if (made.outcome == truth::no) break;
  }
  return made;
}

truth machine::follows(check::provision_index p, verdict const& of, std::uint32_t consequence) const {
  auto const& text = program().text_of(program().provisions[p]);
  bool const then = text.consequences[consequence].on == model::branch::then;
  return both(of.applies, then ? of.outcome : negate(of.outcome));
}

verdict machine::verdict_of_judged(check::provision_index p, std::uint32_t instance) {
  {
    auto const& known = ledgers_[p]->instances[instance];
    if (known.is_judged) return {known.when, known.displaced, known.applies, known.outcome};
  }
  frame const locals(frames_, frame_size(p));
  fill_frame(p, instance, locals.values());
  auto const where = ledgers_[p]->instances[instance].where;
  auto const made = judge(p, locals.values(), where, ledgers_[p]->instances[instance].when);
  auto& known = ledgers_[p]->instances[instance];
  known.displaced = made.displaced;
  known.applies = made.applies;
  known.outcome = made.outcome;
  known.is_judged = true;
  return made;
}

// Whether the variables have the values that are asked for.
truth machine::agrees(value const* row, std::vector<fixed> const& shared) const {
  auto t = truth::yes;
  for (auto const& one : shared) t = both(t, compare(model::comparison_operator::equal, row[one.slot], one.held));
  return t;
}

void machine::each_instance(check::provision_index p, std::vector<fixed> const& shared, context const& ctx,
                            instance_visitor visit) {
  bounds_.descend(owner::provision, p);
  auto const& scope = program().provisions[p].scope;
  bool any_unknown = false;
  for (auto const& one : shared) {  // another kind of thing than the variable ranges over: no instance
    auto const& type = program().variables[scope.variables[one.slot]].type;
    if (one.held.is_known() && !fits(one.held, type)) return;
    any_unknown = any_unknown || !one.held.is_known() || one.held.tag == facts::tag::unnamed;
  }
  if (plan_.provisions[p].judged_at != none)
    each_judged_instance(p, shared, any_unknown, ctx, visit);
  else if (in_force(p, ctx) != truth::no)
    each_instance_afresh(p, shared, any_unknown, ctx, visit);
}

void machine::each_judged_instance(check::provision_index p, std::vector<fixed> const& shared, bool any_unknown,
                                   context const& ctx, instance_visitor visit) {
  auto& of = readable_ledger(p, ctx);
  frame const locals(frames_, frame_size(p));
  std::uint64_t mask = 0;
  frame const pattern(frames_, program().provisions[p].scope.parameters);
  for (auto const& one : shared) {
    if (any_unknown || one.slot >= 64) continue;
    pattern.values()[one.slot] = one.held;
    mask |= std::uint64_t{1} << one.slot;
  }
  of.bindings.match(mask, pattern.values(), [&](std::uint32_t i) {
    auto const t = both(agrees(of.bindings.row(i), shared), exists(p, i, ctx));
    if (t == truth::no) return true;
    auto found = verdict_of_judged(p, i);
    found.applies = both(found.applies, t);
    fill_frame(p, i, locals.values());
    return visit(locals.values(), of.instances[i].where, found);
  });
}

void machine::each_instance_afresh(check::provision_index p, std::vector<fixed> const& shared, bool any_unknown,
                                   context const& ctx, instance_visitor visit) {
  auto const& planned = plan_.provisions[p];
  frame const locals(frames_, frame_size(p));
  std::vector<std::uint32_t> slots;  // bound beforehand
  for (auto const& one : shared) {
    if (any_unknown) break;
    slots.push_back(one.slot);
    locals.values()[one.slot] = one.held;
  }
  std::sort(slots.begin(), slots.end());
  slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
  auto const block = planned.blocks.find(slots);
  if (block == planned.blocks.end()) slots.clear();
  auto const force = in_force(p, ctx);
  auto const index = block == planned.blocks.end() ? planned.all : block->second;
  solve(plan_.blocks[index], locals.values(), ctx, truth::no, [&](truth when) {
    bounds_.count_step(owner::provision, p);
    auto t = both(agrees(locals.values(), shared), both(when, force));
    for (auto const slot : slots) {  // what is given must be visible too
      auto const& v = locals.values()[slot];
      if (v.tag == facts::tag::event) t = both(t, visible(facts::index_of(v), ctx));
    }
    return t == truth::no || visit(locals.values(), ctx, judge(p, locals.values(), ctx, t));
  });
}

truth machine::is_violated(node const& of, value* frame, context const& ctx) {
  auto any = truth::no;
  auto const& versions = program().articles[of.index].versions;
  for (std::size_t v = 0; v < versions.size() && any != truth::yes; ++v) {
    std::vector<fixed> shared;
    for (std::size_t b = 0; b < of.operands.size(); ++b) {
      shared.push_back({of.bindings[v][b], term(of.operands[b], frame, ctx)});
    }
    each_instance(versions[v], shared, ctx, [&](value*, context const&, verdict const& found) {
      any = either(any, both(found.applies, negate(found.outcome)));
      return any != truth::yes;
    });
  }
  return any;
}

}  // namespace casus::evaluate
