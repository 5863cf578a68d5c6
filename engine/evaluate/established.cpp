#include "machine.hpp"

namespace casus::evaluate {
namespace {
bool is_unknown(value v) { return !v.is_known() || v.tag == facts::tag::unnamed; }
}  // namespace

truth machine::stands(provision_plan::effect const& effect, value* frame, context const& judged, context const& ctx) {
  auto const from = effect.from == none ? facts::absent : term(effect.from, frame, judged);
  if (effect.from != none && from.tag == facts::tag::absent) return truth::no;  // no consequence
  auto until = effect.until == none ? facts::absent : term(effect.until, frame, ctx);
  if (effect.until_inclusive) until = day_after(until);
  return ctx.unknown ? truth::open : within(from, until, ctx.date);
}

// --- provisions judged on a day of their own: by the heads of their instances --------------------------------------

ledger::heads_of_effect& machine::heads(check::provision_index p, std::uint32_t consequence) {
  auto& of = ledger_of(p);
  auto const& arguments = plan_.provisions[p].effects[consequence].arguments;
  auto& known = of.heads.try_emplace(consequence, arguments.size()).first->second;
  while (known.covered < of.instances.size()) {
    auto const i = known.covered++;
    frame const locals(frames_, frame_size(p));
    fill_frame(p, i, locals.values());
    std::vector<value> head;
    bool is_wild = false, is_nothing = false;
    auto const& types = program().relations[program().provisions[p].consequence_targets[consequence]].parameters;
    for (auto const n : arguments) {
      head.push_back(term(n, locals.values(), of.instances[i].where));
      is_wild = is_wild || is_unknown(head.back());
      is_nothing = is_nothing || (head.back().is_known() && !fits(head.back(), types[head.size() - 1]));
    }
    if (is_nothing) continue;
    if (is_wild) {
      known.wild.push_back(i);
      continue;
    }
    auto const [row, is_new] = known.heads.insert(head.data());
    if (is_new) known.instances.emplace_back();
    known.instances[row].push_back(i);
  }
  return known;
}

truth machine::effect_of_judged(check::provision_index p, std::uint32_t consequence, std::uint32_t instance,
                                context const& ctx) {
  auto t = exists(p, instance, ctx);
  if (t == truth::no) return t;
  t = both(t, follows(p, verdict_of_judged(p, instance), consequence));
  if (t == truth::no) return t;
  frame const locals(frames_, frame_size(p));
  fill_frame(p, instance, locals.values());
  auto const where = ledger_of(p).instances[instance].where;
  return both(t, stands(plan_.provisions[p].effects[consequence], locals.values(), where, ctx));
}

namespace {

// Whether a head with unknown arguments may be, or is, the tuple asked for.
truth covers(machine& in, std::vector<value> const& head, value const* arguments) {
  auto t = truth::yes;
  for (std::size_t i = 0; i < head.size(); ++i) {
    t = both(t, in.compare(model::comparison_operator::equal, head[i], arguments[i]));
  }
  return t;
}

std::vector<value> head_of(machine& in, std::vector<node_index> const& arguments, value* frame, context const& ctx) {
  std::vector<value> head;
  for (auto const n : arguments) head.push_back(in.term(n, frame, ctx));
  return head;
}

}  // namespace

truth machine::established(check::relation_index relation, value const* arguments, context const& ctx) {
  auto any = truth::no;
  auto const arity = program().relations[relation].parameters.size();
  auto const all = arity >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << arity) - 1;
  for (auto const& [p, consequence] : program().relations[relation].established_by) {
    if (any == truth::yes) break;
    auto const& planned = plan_.provisions[p];
    if (planned.judged_at == none) continue;
    (void)readable_ledger(p, ctx);
    auto& of = heads(p, consequence);
    if (auto const row = of.heads.find(arguments); row != table::missing) {
      auto const instances = of.instances[row];
      for (auto const i : instances) any = either(any, effect_of_judged(p, consequence, i, ctx));
    }
    auto const wild = of.wild;
    for (auto const i : wild) {
      if (any == truth::yes) break;
      frame const locals(frames_, frame_size(p));
      fill_frame(p, i, locals.values());
      auto const head = head_of(*this, planned.effects[consequence].arguments, locals.values(), ledger_of(p).instances[i].where);
      auto const same = covers(*this, head, arguments);
      if (same != truth::no) any = either(any, both(same, effect_of_judged(p, consequence, i, ctx)));
    }
  }
  if (any == truth::yes) return any;
  bool const afresh = plan_.circle_of_relation[relation] == none || ctx.unknown;
  if (!afresh) return any;
  match_established(relation, all, arguments, ctx, [&](value const*, truth t) {
    any = either(any, t);
    return any != truth::yes;
  });
  return any;
}

// --- provisions judged afresh on each date ------------------------------------------------------------------------

void machine::match_established(check::relation_index relation, std::uint64_t mask, value const* pattern,
                                context const& ctx, row_visitor visit) {
  auto const arity = program().relations[relation].parameters.size();
  auto const every = arity >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << arity) - 1;
  auto const& established_by = program().relations[relation].established_by;
  bool more = true;
  for (std::size_t e = 0; e < established_by.size() && more; ++e) {
    auto const [p, consequence] = established_by[e];
    auto const& planned = plan_.provisions[p];
    if (planned.judged_at != none) {
      if (mask == every) continue;  // `established` has looked at these already
      (void)readable_ledger(p, ctx);
      auto& of = heads(p, consequence);
      of.heads.match(mask, pattern, [&, p = p, consequence = consequence](std::uint32_t row) {
        auto t = truth::no;
        auto const instances = of.instances[row];
        for (auto const i : instances) t = either(t, effect_of_judged(p, consequence, i, ctx));
        return more = t == truth::no || visit(of.heads.row(row), t);
      });
      continue;
    }
    auto const in_force_now = in_force(p, ctx);
    if (in_force_now == truth::no) continue;
    auto const& block = plan_.blocks[plan_.variants[plan_.variant_of.at({relation, mask})].establishments[e]];
    frame const locals(frames_, frame_size(p));
    auto const& arguments = planned.effects[consequence].arguments;
    for (std::size_t c = 0; c < arity && c < 64; ++c) {  // parameters that are plain variables are bound beforehand
      auto const& n = plan_.nodes[arguments[c]];
      if ((mask >> c & 1) == 0 || n.what != op::slot) continue;
      auto const& type = program().variables[program().provisions[p].scope.variables[n.index]].type;
      if (!fits(pattern[c], type)) {
        more = false;
        break;
      }
      locals.values()[n.index] = pattern[c];
    }
    if (!more) {
      more = true;
      continue;
    }
    solve(block, locals.values(), ctx, truth::no, [&, p = p, consequence = consequence](truth when) {
      auto const head = head_of(*this, arguments, locals.values(), ctx);
      auto same = truth::yes;
      for (std::size_t c = 0; c < arity; ++c) {
        if (head[c].is_known() && !fits(head[c], program().relations[relation].parameters[c])) return true;
        if ((mask >> c & 1) != 0) same = both(same, compare(model::comparison_operator::equal, head[c], pattern[c]));
      }
      if (same == truth::no) return true;
      auto const t = both(same, both(follows(p, judge(p, locals.values(), ctx, both(when, in_force_now)), consequence),
                                     stands(planned.effects[consequence], locals.values(), ctx, ctx)));
      return more = t == truth::no || visit(head.data(), t);
    });
  }
}

}  // namespace casus::evaluate
