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
  note(from, until, effect.from, effect.until);
  if (from.tag == facts::tag::absent && until.tag == facts::tag::absent) return truth::yes;  // whatever the day
  return ctx.unknown ? truth::open : within(from, until, ctx.date);
}

// --- provisions judged on a day of their own: by the heads of their instances --------------------------------------

ledger::heads_of_effect& machine::heads(check::provision_index p, std::uint32_t consequence) {
  auto& of = ledger_of(p);
  auto const& arguments = plan_.provisions[p].effects[consequence].arguments;
  auto& known = of.heads.try_emplace(consequence, arguments.size(), pool_).first->second;
  while (known.covered < of.instances.size()) {
    auto const i = known.covered++;
    frame const locals(frames_, frame_size(p));
    fill_frame(p, i, locals.values());
    frame const head(frames_, arguments.size());
    bool is_wild = false, is_nothing = false;
    auto const& types = program().relations[program().provisions[p].consequence_targets[consequence]].parameters;
    for (std::size_t a = 0; a < arguments.size(); ++a) {
      auto const v = head.values()[a] = term(arguments[a], locals.values(), of.instances[i].where);
      is_wild = is_wild || is_unknown(v);
      is_nothing = is_nothing || (v.is_known() && !fits(v, types[a]));
    }
    if (is_nothing) continue;
    if (is_wild) {
      known.wild.push_back(i);
      continue;
    }
    known.instances.add(known.heads.insert(head.values()).first, i);
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

// Whether an argument of a head is the one asked for. One that is unknown may be anything of its type, and nothing
// else.
truth is_asked_for(machine& in, node_index argument, value said, value asked) {
  auto const& type = in.plan().nodes[argument].type;
  bool const is_entity = type.base == check::base_type::entity;
  if (!said.is_known() && asked.tag == facts::tag::entity && !in.fits(asked, type)) return truth::no;
  if (!said.is_known() && asked.tag == facts::tag::unnamed && is_entity) {
    bool const is_related = in.is_kind_of(asked.extra, type.index) || in.is_kind_of(type.index, asked.extra);
    if (!is_related || in.program().kinds[type.index].closed) return truth::no;  // all of a closed kind are named
  }
  return in.compare(model::comparison_operator::equal, said, asked);
}

// Whether a head with unknown arguments may be, or is, the tuple asked for.
truth covers(machine& in, std::vector<node_index> const& terms, std::vector<value> const& head,
             value const* arguments) {
  auto t = truth::yes;
  for (std::size_t i = 0; i < head.size(); ++i) t = both(t, is_asked_for(in, terms[i], head[i], arguments[i]));
  return t;
}

std::vector<value> head_of(machine& in, std::vector<node_index> const& arguments, value* frame, context const& ctx) {
  std::vector<value> head;
  for (auto const n : arguments) head.push_back(in.term(n, frame, ctx));
  return head;
}

}  // namespace

// Whether an instance with unknown arguments establishes this tuple, or may.
truth machine::established_by_wild(check::provision_index p, std::uint32_t consequence, std::uint32_t instance,
                                   value const* arguments, context const& ctx) {
  frame const locals(frames_, frame_size(p));
  fill_frame(p, instance, locals.values());
  auto const where = ledger_of(p).instances[instance].where;
  auto const& terms = plan_.provisions[p].effects[consequence].arguments;
  auto const same = covers(*this, terms, head_of(*this, terms, locals.values(), where), arguments);
  return same == truth::no ? same : both(same, effect_of_judged(p, consequence, instance, ctx));
}

truth machine::established(check::relation_index relation, value const* arguments, context const& ctx) {
  auto any = truth::no;
  for (auto const& [p, consequence] : program().relations[relation].established_by) {
    if (any == truth::yes) return any;
    if (plan_.provisions[p].judged_at == none) continue;
    (void)readable_ledger(p, ctx);
    auto& of = heads(p, consequence);
    if (auto const row = of.heads.find(arguments); row != table::missing) {
      for (auto i = of.instances.first(row); i != chains::end; i = of.instances.next(i))
        any = either(any, effect_of_judged(p, consequence, i, ctx));
    }
    auto const wild = of.wild;  // a copy: more may come in
    for (auto const i : wild) any = either(any, established_by_wild(p, consequence, i, arguments, ctx));
  }
  // What is established afresh within a circle is part of its least fixed point.
  if (any == truth::yes || plan_.circle_of_relation[relation] != none) return any;
  auto const arity = program().relations[relation].parameters.size();
  auto const all = arity >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << arity) - 1;
  match_established(relation, all, arguments, ctx, [&](value const*, truth t) {
    any = either(any, t);
    return any != truth::yes;
  });
  return any;
}

void machine::match_judged(check::provision_index p, std::uint32_t consequence, std::uint64_t mask,
                           value const* pattern, context const& ctx, row_visitor visit) {
  (void)readable_ledger(p, ctx);
  auto& of = heads(p, consequence);
  of.heads.match(mask, pattern, [&](std::uint32_t row) {
    auto t = truth::no;
    for (auto i = of.instances.first(row); i != chains::end; i = of.instances.next(i))
      t = either(t, effect_of_judged(p, consequence, i, ctx));
    return t == truth::no || visit(of.heads.row(row), t);
  });
}

// --- provisions judged afresh on each date ------------------------------------------------------------------------

// Parameters that are plain variables of the provision are bound beforehand; false where a value is of no such kind.
bool machine::bind_heads(check::provision_index p, std::uint32_t consequence, std::uint64_t mask, value const* pattern,
                         value* frame) {
  auto const& arguments = plan_.provisions[p].effects[consequence].arguments;
  for (std::size_t c = 0; c < arguments.size() && c < 64; ++c) {
    auto const& n = plan_.nodes[arguments[c]];
    if ((mask >> c & 1) == 0 || n.what != op::slot) continue;
    auto const& type = program().variables[program().provisions[p].scope.variables[n.index]].type;
    // Variables range over what is named.
    if (pattern[c].tag == facts::tag::unnamed || !fits(pattern[c], type)) return false;
    frame[n.index] = pattern[c];
  }
  return true;
}

void machine::match_afresh(check::provision_index p, std::uint32_t consequence, block const& instances,
                           std::uint64_t mask, value const* pattern, context const& ctx, row_visitor visit) {
  auto const in_force_now = in_force(p, ctx);
  if (in_force_now == truth::no) return;
  frame const locals(frames_, frame_size(p));
  if (!bind_heads(p, consequence, mask, pattern, locals.values())) return;
  bounds_.descend(owner::provision, p);
  auto const& effect = plan_.provisions[p].effects[consequence];
  auto const& types = program().relations[program().provisions[p].consequence_targets[consequence]].parameters;
  solve(instances, locals.values(), ctx, truth::no, [&](truth when) {
    auto const head = head_of(*this, effect.arguments, locals.values(), ctx);
    auto same = truth::yes;
    for (std::size_t c = 0; c < head.size(); ++c) {
      if (head[c].is_known() && !fits(head[c], types[c])) return true;
      if ((mask >> c & 1) != 0) same = both(same, is_asked_for(*this, effect.arguments[c], head[c], pattern[c]));
    }
    if (same == truth::no) return true;
    auto const found = judge(p, locals.values(), ctx, both(when, in_force_now));
    auto const t = both(both(same, follows(p, found, consequence)), stands(effect, locals.values(), ctx, ctx));
    return t == truth::no || visit(head.data(), t);
  });
}

void machine::match_established(check::relation_index relation, std::uint64_t mask, value const* pattern,
                                context const& ctx, row_visitor visit) {
  auto const arity = program().relations[relation].parameters.size();
  auto const every = arity >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << arity) - 1;
  auto const& established_by = program().relations[relation].established_by;
  bool more = true;
  auto const pass_on = [&](value const* row, truth t) { return more = visit(row, t); };
  for (std::size_t e = 0; e < established_by.size() && more; ++e) {
    auto const [p, consequence] = established_by[e];
    if (plan_.provisions[p].judged_at == none) {
      auto const& variant = plan_.variants[plan_.variant_of.at({relation, mask})];
      match_afresh(p, consequence, plan_.blocks[variant.establishments[e]], mask, pattern, ctx, pass_on);
    } else if (mask != every) {  // one tuple: `established` has looked at these already
      match_judged(p, consequence, mask, pattern, ctx, pass_on);
    }
  }
}

}  // namespace casus::evaluate
