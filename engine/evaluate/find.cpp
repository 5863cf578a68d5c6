#include "machine.hpp"

#include <algorithm>

namespace casus::evaluate {
namespace {

status status_of(check::provision_index p, machine const& in, truth when, truth displaced, truth outcome) {
  if (when == truth::no) return status::does_not_apply;
  if (displaced == truth::yes) return when == truth::yes ? status::displaced : status::does_not_apply;
  if (both(when, negate(displaced)) == truth::open) return status::undetermined;
  if (outcome == truth::no) return status::violated;
  if (outcome == truth::open) return status::open;
  return in.plan().provisions[p].requirements.empty() ? status::applies : status::satisfied;
}

bool conflicts(machine& in, norm const& must, norm const& must_not, source::date today) {
  bool const owed = must.mode == model::modality::must &&
                    (must.state == norm_state::outstanding || must.state == norm_state::breached);
  bool const forbidden = must_not.mode == model::modality::must_not &&
                         (must_not.state == norm_state::respected || must_not.state == norm_state::breached);
  if (!owed || !forbidden || must.act != must_not.act) return false;
  if (within(must.from, must.until, today) != truth::yes) return false;
  if (within(must_not.from, must_not.until, today) != truth::yes) return false;
  auto const equal = [&](value a, value b) {
    return in.compare(model::comparison_operator::equal, a, b) == truth::yes;
  };
  if (!equal(must.actor, must_not.actor)) return false;
  for (std::size_t i = 0; i < must.arguments.size() && i < must_not.arguments.size(); ++i) {
    if (!equal(must.arguments[i], must_not.arguments[i])) return false;
  }
  return true;
}

// By act and actor, so that only norms that could meet are compared.
std::vector<conflict> find_conflicts(machine& in, std::vector<norm> const& norms, source::date today) {
  std::map<std::pair<std::uint32_t, value>, std::vector<std::uint32_t>> forbidden;
  for (std::uint32_t i = 0; i < norms.size(); ++i) {
    if (norms[i].mode == model::modality::must_not) forbidden[{norms[i].act, norms[i].actor}].push_back(i);
  }
  std::vector<conflict> found;
  for (std::uint32_t i = 0; i < norms.size(); ++i) {
    if (norms[i].mode != model::modality::must) continue;
    auto const against = forbidden.find({norms[i].act, norms[i].actor});
    if (against == forbidden.end()) continue;
    for (auto const j : against->second)
      if (conflicts(in, norms[i], norms[j], today)) found.push_back({i, j});
  }
  return found;
}

// How many norms at most follow from one instance.
std::size_t norms_each(model::provision const& text) {
  auto const is_norm = [](model::consequence const& of) { return std::holds_alternative<model::norm>(of.effect); };
  return static_cast<std::size_t>(std::count_if(text.consequences.begin(), text.consequences.end(), is_norm));
}

}  // namespace

void machine::describe(instance& made, check::provision_index p, value* locals, context const& judged,
                       verdict const& of, truth there) {
  made.binding.assign(locals, locals + program().provisions[p].scope.parameters);
  if (plan_.provisions[p].judged_at != none && !judged.unknown) made.judged_on = judged.date;
  auto const when = both(of.when, there);
  made.applies = both(when, negate(of.displaced));
  auto const& planned = plan_.provisions[p];
  if (made.applies != truth::no) {
    for (std::uint32_t r = 0; r < planned.requirements.size(); ++r) {
      auto const t = condition(planned.requirements[r], locals, judged);
      made.outcome = both(made.outcome, t);
      if (t == truth::no) made.failing.push_back(r);
      if (t == truth::open) made.open.push_back(r);
    }
  }
  made.status = status_of(p, *this, when, of.displaced, made.outcome);
  if (of.displaced == truth::no) return;
  for (std::uint32_t e = 0; e < planned.exceptions.size(); ++e) {
    if (condition(planned.exceptions[e], locals, judged) == of.displaced)
      made.displaced.push_back({e, std::nullopt, {}});
  }
  for (auto const& [by, clause] : planned.overridden_by) {
    if (plan_.provisions[by].only_permits) continue;
    auto const shared = shared_with(p, by, clause, locals);
    each_instance(by, shared, judged, [&, by = by, clause = clause](value* other, context const&, verdict const& v) {
      if (both(v.applies, overrides_now(by, clause, other, judged)) != of.displaced) return true;
      made.displaced.push_back({std::nullopt, by, {other, other + program().provisions[by].scope.parameters}});
      return true;
    });
  }
}

void machine::add_instance(found_so_far const& into, value* locals, context const& judged, context const& ctx,
                           verdict const& of, truth there) {
  auto const p = into.provision.provision;
  auto& instances = into.provision.instances;
  bounds_.add_instance(instances.size(), p);
  auto& made = instances.emplace_back();
  describe(made, p, locals, judged, of, there);
  bounds_.count_bytes(
      sizeof(instance) + made.binding.size() * sizeof(value) + made.displaced.size() * sizeof(displacement),
      owner::provision, p);
  made.norms.first = static_cast<std::uint32_t>(into.norms.size());
  auto const& texts = program().text_of(program().provisions[p]).consequences;
  for (std::uint32_t c = 0; c < texts.size(); ++c) {
    if (!std::holds_alternative<model::norm>(texts[c].effect)) continue;
    bool const then = texts[c].on == model::branch::then;
    auto const t = both(made.applies, then ? made.outcome : negate(made.outcome));
    if (t == truth::no) continue;
    auto& norm = into.norms.emplace_back();
    if (!fill_norm(norm, p, c, locals, judged, ctx, t)) {
      into.norms.pop_back();
      continue;
    }
    bounds_.count_bytes(sizeof(evaluate::norm) + norm.arguments.size() * sizeof(value), owner::provision, p);
    norm.instance = static_cast<std::uint32_t>(instances.size() - 1);
    ++made.norms.count;
  }
}

void machine::fill_account(found_so_far const& into, check::provision_index p, context const& ctx) {
  bounds_.descend(owner::provision, p);
  auto& found = into.provision;
  auto const first_norm = static_cast<std::uint32_t>(into.norms.size());
  found.provision = p;
  auto const force = in_force(p, ctx);
  found.in_force = force != truth::no;
  frame const locals(frames_, frame_size(p));
  if (plan_.provisions[p].judged_at != none) {
    auto& of = readable_ledger(p, ctx);
    found.instances.reserve(of.instances.size());
    if (first_norm == 0)
      into.norms.reserve(of.instances.size() * norms_each(program().text_of(program().provisions[p])));
    for (std::uint32_t i = 0; i < of.instances.size(); ++i) {
      bounds_.count_step(owner::provision, p);
      auto const there = exists(p, i, ctx);
      if (there == truth::no) continue;
      fill_frame(p, i, locals.values());
      auto const where = of.instances[i].where;
      if (of.instances[i].is_judged) {
        add_instance(into, locals.values(), where, ctx, verdict_of_judged(p, i), there);
        continue;
      }
      auto const judged = application(p, locals.values(), where, of.instances[i].when);
      add_instance(into, locals.values(), where, ctx, judged, there);
      auto& known = of.instances[i];
      known.displaced = judged.displaced;
      known.applies = judged.applies;
      known.outcome = found.instances.back().outcome;
      known.is_judged = true;
    }
  } else if (force != truth::no) {
    auto const parameters = program().provisions[p].scope.parameters;
    known_rows seen(parameters, pool_);
    solve(plan_.blocks[plan_.provisions[p].all], locals.values(), ctx, truth::no, [&](truth when) {
      bounds_.count_step(owner::provision, p);
      if (seen.add(locals.values(), when)) bounds_.count_row(parameters, owner::provision, p);
      bounds_.add_instance(seen.rows.size() - 1, p);
      return true;
    });
    for (std::uint32_t row = 0; row < seen.rows.size(); ++row) {
      std::copy(seen.rows.row(row), seen.rows.row(row) + parameters, locals.values());
      add_instance(into, locals.values(), ctx, ctx, application(p, locals.values(), ctx, both(seen.truths[row], force)),
                   truth::yes);
    }
  }
  settle_states(into, first_norm, ctx);
  found.status = found.in_force ? status::does_not_apply : status::not_in_force;
  for (auto const& instance : found.instances) found.status = std::min(found.status, instance.status);
}

void machine::fill_account(provision_account& into, check::provision_index p, context const& ctx) {
  fill_account({into.found, into.norms}, p, ctx);
}

provision_account const& machine::account_of(check::provision_index p, context const& ctx) {
  std::tuple const key{p, ctx.date.days, ctx.extra};
  if (auto const known = accounts_.find(key); known != accounts_.end()) return known->second;
  provision_account made;  // kept only when it is whole: a bound may end the evaluation in its middle
  fill_account(made, p, ctx);
  return accounts_.emplace(key, std::move(made)).first->second;
}

instance machine::instance_of(check::provision_index p, binding const& values, context const& ctx) {
  auto const& scope = program().provisions[p].scope;
  frame const locals(frames_, frame_size(p));
  std::copy(values.begin(), values.begin() + scope.parameters, locals.values());
  instance nothing;
  nothing.binding.assign(locals.values(), locals.values() + scope.parameters);
  nothing.status = in_force(p, ctx) == truth::no ? status::not_in_force : status::does_not_apply;
  context judged = ctx;
  auto there = truth::yes;
  if (plan_.provisions[p].judged_at != none) {
    auto const day = judgment(p, locals.values());
    if (!day) return nothing;
    judged = *day;
    there = exists(p, locals.values(), judged, ctx);
  }
  auto const force = in_force(p, judged);
  nothing.status = force == truth::no ? status::not_in_force : status::does_not_apply;  // by its own day
  if (force == truth::no) return nothing;
  auto when = force;
  for (std::uint32_t slot = 0; slot < scope.parameters; ++slot) {
    auto const& v = locals.values()[slot];
    if (v.tag == facts::tag::event) when = both(when, visible(facts::index_of(v), judged));
    if (!fits(v, program().variables[scope.variables[slot]].type)) when = truth::no;
  }
  when = both(when, condition_if(plan_.provisions[p].when, locals.values(), judged));
  if (both(when, there) == truth::no) {
    nothing.judged_on =
        plan_.provisions[p].judged_at != none && !judged.unknown ? std::optional(judged.date) : std::nullopt;
    return nothing;
  }
  instance made;
  describe(made, p, locals.values(), judged, judge(p, locals.values(), judged, when), there);
  return made;
}

findings machine::find(source::date date) {
  context const ctx{date, 0, false};
  findings made;
  made.date = date;
  made.provisions.reserve(program().provisions.size());
  for (check::provision_index p = 0; p < program().provisions.size(); ++p) {
    auto& found = made.provisions.emplace_back();
    if (!plan_.reads_breaches) {
      fill_account({found, made.norms}, p, ctx);
      continue;
    }
    auto const& known = account_of(p, ctx);  // remembered, for those who ask
    auto const shift = static_cast<std::uint32_t>(made.norms.size());
    found = known.found;
    for (auto& instance : found.instances) instance.norms.first += shift;
    for (auto const& norm : known.norms) {
      made.norms.push_back(norm);
      for (auto& j : made.norms.back().joint_with) j += shift;
    }
  }
  made.conflicts = find_conflicts(*this, made.norms, date);
  made.warnings = stated_and_established(ctx);
  for (check::question_index q = 0; q < program().questions.size(); ++q)
    made.questions.push_back(find_question(q, ctx));
  return made;
}

}  // namespace casus::evaluate
