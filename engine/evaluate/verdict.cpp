#include "machine.hpp"

#include <algorithm>

namespace casus::evaluate {
namespace {

truth as_truth(bool b) { return b ? truth::yes : truth::no; }

bool covers(model::fixed_period const& period, source::date date) {
  return (!period.from || *period.from <= date) && (!period.until || date < *period.until);
}

}  // namespace

// The instrument is tested on the date itself; which text of the provision speaks may be moved by a law date.
truth machine::in_force(check::provision_index p, context const& ctx) const {
  auto const& provision = program().provisions[p];
  auto const& period = program().text_of(provision).in_force;
  auto const has_instrument_period =
      provision.instrument && !program().instruments[*provision.instrument].in_force.empty();
  auto law = how_.law.everywhere;
  if (program().articles[provision.article].versions.size() < 2) law.reset();
  if (auto const own = how_.law.of_article.find(provision.article); own != how_.law.of_article.end()) law = own->second;
  if (ctx.unknown) {
    auto const spoken = !period || !law || covers(*period, *law);
    return !spoken ? truth::no : (has_instrument_period || (period && !law)) ? truth::open : truth::yes;
  }
  if (has_instrument_period) {
    auto const& periods = program().instruments[*provision.instrument].in_force;
    auto const any = std::any_of(periods.begin(), periods.end(), [&](auto const& q) { return covers(q, ctx.date); });
    if (!any) return truth::no;
  }
  return as_truth(!period || covers(*period, law.value_or(ctx.date)));
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
    auto const& overriding = program().provisions[by].overrides[clause];
    auto const& versions = program().articles[overriding.target].versions;
    std::vector<fixed> shared;
    if (!overriding.all) {
      auto const version = static_cast<std::size_t>(std::find(versions.begin(), versions.end(), p) - versions.begin());
      for (auto const& pair : overriding.shared[version]) shared.push_back({pair.own, frame[pair.other]});
    }
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
  if (interval.from == none && interval.until == none) return truth::yes;
  return ctx.unknown ? truth::open : within(from, until, ctx.date);
}

verdict machine::judge(check::provision_index p, value* frame, context const& ctx, truth when) {
  verdict made;
  made.when = when;
  if (when == truth::no) return made;
  made.displaced = displaced(p, frame, ctx);
  made.applies = both(when, negate(made.displaced));
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

void machine::each_instance(check::provision_index p, std::vector<fixed> const& shared, context const& ctx,
                            function_ref<bool(value* frame, context const& judged, verdict const&)> visit) {
  auto const& planned = plan_.provisions[p];
  auto const& scope = program().provisions[p].scope;
  frame const locals(frames_, frame_size(p));
  for (auto const& one : shared) {  // another kind of thing than the variable ranges over: no instance
    auto const& type = program().variables[scope.variables[one.slot]].type;
    if (one.held.tag == facts::tag::absent || (one.held.is_known() && !fits(one.held, type))) return;
  }
  auto const same = [&](value const* row) {
    auto t = truth::yes;
    for (auto const& one : shared) t = both(t, compare(model::comparison_operator::equal, row[one.slot], one.held));
    return t;
  };
  bool const any_unknown = std::any_of(shared.begin(), shared.end(), [](fixed const& f) {
    return !f.held.is_known() || f.held.tag == facts::tag::unnamed;
  });
  if (planned.judged_at != none) {
    auto& of = readable_ledger(p, ctx);
    std::uint64_t mask = 0;
    std::vector<value> pattern(scope.parameters);
    for (auto const& one : shared) {
      if (any_unknown || one.slot >= 64) continue;
      pattern[one.slot] = one.held;
      mask |= std::uint64_t{1} << one.slot;
    }
    of.bindings.match(mask, pattern.data(), [&](std::uint32_t i) {
      auto const t = both(same(of.bindings.row(i)), exists(p, i, ctx));
      if (t == truth::no) return true;
      auto found = verdict_of_judged(p, i);
      found.applies = both(found.applies, t);
      fill_frame(p, i, locals.values());
      return visit(locals.values(), of.instances[i].where, found);
    });
    return;
  }
  auto const force = in_force(p, ctx);
  if (force == truth::no) return;
  std::vector<std::uint32_t> slots;
  for (std::uint32_t slot = 0; slot < scope.parameters && !any_unknown; ++slot) {
    for (auto const& one : shared) {
      if (one.slot != slot || (!slots.empty() && slots.back() == slot)) continue;
      slots.push_back(slot);
      locals.values()[slot] = one.held;
    }
  }
  auto const block = planned.blocks.find(slots);
  bool const is_planned = block != planned.blocks.end();
  solve(plan_.blocks[is_planned ? block->second : planned.all], locals.values(), ctx, truth::no, [&](truth when) {
    count_step("provision", p);
    auto t = both(same(locals.values()), both(when, force));
    for (auto const slot : is_planned ? slots : std::vector<std::uint32_t>{}) {  // what is given must be visible too
      if (locals.values()[slot].tag == facts::tag::event) t = both(t, visible(facts::index_of(locals.values()[slot]), ctx));
    }
    if (t == truth::no) return true;
    return visit(locals.values(), ctx, judge(p, locals.values(), ctx, t));
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
