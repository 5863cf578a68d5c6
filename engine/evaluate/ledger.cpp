// Provisions judged on a day of their own. Each instance is found and judged once, whatever date is asked about; what
// the date decides is whether the instance is there already, and whether what it set off still stands.
#include "machine.hpp"

#include <algorithm>

namespace casus::evaluate {

void machine::record(check::provision_index p, value const* frame, context const& where, truth when) {
  auto& into = *ledgers_[p];
  auto const [row, is_new] = into.bindings.insert(frame);  // the `for each` variables have the first slots
  if (!is_new) {
    into.instances[row].when = either(into.instances[row].when, when);
    return;
  }
  bounds_.add_instance(into.instances.size(), p);
  bounds_.count_bytes(sizeof(judged_instance), owner::provision, p);
  bounds_.count_row(program().provisions[p].scope.parameters, owner::provision, p);
  if (into.instances.capacity() == 0) into.instances.reserve(8);
  auto& made = into.instances.emplace_back();
  made.where = where;
  made.when = when;
}

ledger& machine::ledger_of(check::provision_index p) {
  auto& known = ledgers_[p];
  if (known == nullptr) known = make_pooled<ledger>(pool_, program().provisions[p].scope.parameters, pool_);
  if (!known->is_ready && !known->is_being_made) {
    if (plan_.provisions[p].circular_in_time)
      make_ledgers_in_time(plan_.provisions[p].circle);
    else
      make_ledger(p);
  }
  return *known;
}

// The ledger, as far as it must be known to read what holds in `ctx`: in a circle through time, all that was judged
// before the day that is being judged now.
ledger& machine::readable_ledger(check::provision_index p, context const& ctx) {
  auto& of = ledger_of(p);
  if (of.is_being_made && (ctx.unknown || !of.judging || ctx.date >= *of.judging)) bounds_.not_earlier(p, ctx.date);
  return of;
}

namespace {

// Whether all events of an instance are bound when its day of judgment is found, so that what counts as visible there
// is known at once.
bool binds_events_first(block const& of) {
  auto const is_event = [](bound_variable const& v) {
    return v.type.base == check::base_type::event && v.role == role::of_instance;
  };
  auto const judge =
      std::find_if(of.steps.begin(), of.steps.end(), [](step const& s) { return s.what == step_kind::judge; });
  auto const bound = std::count_if(judge->binds.begin(), judge->binds.end(),
                                   [&](std::uint32_t v) { return is_event(of.variables[v]); });
  return bound == std::count_if(of.variables.begin(), of.variables.end(), is_event);
}

}  // namespace

void machine::make_ledger(check::provision_index p) {
  bounds_.descend(owner::provision, p);
  ledgers_[p]->is_being_made = true;
  auto const& block = plan_.blocks[plan_.provisions[p].all];
  bool const is_final = binds_events_first(block);
  frame const locals(frames_, frame_size(p));
  solve_until_judged(block, locals.values(), [&](truth so_far, context const& where) {
    bounds_.count_step(owner::provision, p);
    auto const force = in_force(p, where);
    if (force == truth::no) return true;
    solve_from_judged(block, locals.values(), where, both(so_far, force), [&](truth when) {
      auto const there = is_final ? where : judgment(p, locals.values()).value_or(where);
      record(p, locals.values(), there, when);
      return true;
    });
    return true;
  });
  ledgers_[p]->is_being_made = false;
  ledgers_[p]->is_ready = true;
}

// A circle through `before`: every instance of every provision in it, in the order of the days on which they are
// judged, so that what an earlier day decided is there when a later one asks.
void machine::make_ledgers_in_time(std::uint32_t circle) {
  struct seed {
    check::provision_index provision;
    std::vector<value> locals;
    truth so_far;
    context where;
  };
  std::vector<seed> seeds;
  std::vector<check::provision_index> members;
  for (check::provision_index p = 0; p < plan_.provisions.size(); ++p) {
    if (!plan_.provisions[p].circular_in_time || plan_.provisions[p].circle != circle) continue;
    bounds_.descend(owner::provision, p);
    members.push_back(p);
    if (ledgers_[p] == nullptr)
      ledgers_[p] = make_pooled<ledger>(pool_, program().provisions[p].scope.parameters, pool_);
    ledgers_[p]->is_being_made = true;
    frame const locals(frames_, frame_size(p));
    std::fill(locals.values(), locals.values() + frame_size(p), facts::unknown);
    solve_until_judged(plan_.blocks[plan_.provisions[p].all], locals.values(), [&](truth so_far, context const& where) {
      bounds_.count_step(owner::provision, p);
      auto const force = in_force(p, where);
      if (force == truth::no) return true;
      bounds_.count_row(frame_size(p), owner::provision, p);
      seeds.push_back({p, {locals.values(), locals.values() + frame_size(p)}, both(so_far, force), where});
      return true;
    });
  }
  std::stable_sort(seeds.begin(), seeds.end(), [](seed const& a, seed const& b) {
    if (a.where.unknown != b.where.unknown) return b.where.unknown;
    return a.where.date < b.where.date;
  });
  for (auto& of : seeds) {
    auto const p = of.provision;
    for (auto const member : members) ledgers_[member]->judging = of.where.date;
    frame const locals(frames_, frame_size(p));
    std::copy(of.locals.begin(), of.locals.end(), locals.values());
    auto const before = ledgers_[p]->instances.size();
    solve_from_judged(plan_.blocks[plan_.provisions[p].all], locals.values(), of.where, of.so_far, [&](truth when) {
      auto const there = judgment(p, locals.values());
      record(p, locals.values(), there.value_or(of.where), when);
      return true;
    });
    for (auto i = before; i < ledgers_[p]->instances.size(); ++i)
      (void)verdict_of_judged(p, static_cast<std::uint32_t>(i));
  }
  for (auto const member : members) {
    ledgers_[member]->is_being_made = false;
    ledgers_[member]->is_ready = true;
  }
}

void machine::fill_frame(check::provision_index p, std::uint32_t instance, value* frame) {
  auto const* row = ledgers_[p]->bindings.row(instance);
  std::copy(row, row + program().provisions[p].scope.parameters, frame);
}

std::optional<context> machine::judgment(check::provision_index p, value* frame) {
  auto const day = term(plan_.provisions[p].judged_at, frame, {});
  if (day.tag == facts::tag::absent) return std::nullopt;
  context there;
  there.unknown = !day.is_known();
  if (!there.unknown) there.date = facts::date_of(day);
  for (auto const slot : plan_.provisions[p].events) {
    if (frame[slot].tag == facts::tag::event) there.extra = with_visible(there, facts::index_of(frame[slot]));
  }
  return there;
}

// An instance is there from the day on which its events are visible and its day of judgment has come.
truth machine::exists(check::provision_index p, value const* row, context const& judged, context const& ctx) const {
  auto t = truth::yes;
  if (!judged.unknown) note(facts::of_date(judged.date), {turn::kind::judgment, p, 0});
  if (judged.unknown || ctx.unknown)
    t = truth::open;
  else if (ctx.date < judged.date)
    return truth::no;
  for (auto const slot : plan_.provisions[p].events) {
    if (t == truth::no) break;
    t = both(t, row[slot].tag == facts::tag::event ? visible(facts::index_of(row[slot]), ctx) : truth::no);
  }
  return t;
}

truth machine::exists(check::provision_index p, std::uint32_t instance, context const& ctx) const {
  auto const& of = *ledgers_[p];
  return exists(p, of.bindings.row(instance), of.instances[instance].where, ctx);
}

}  // namespace casus::evaluate
