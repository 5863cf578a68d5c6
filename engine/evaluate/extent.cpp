// Recursion within a date: the relations of a circle are computed together to their least fixed point, on both planes
// at once, semi-naively (Bancilhon and Ramakrishnan, "An amateur's introduction to recursive query processing", 1986):
// each round, a rule is run once for each of its literals of the circle, that literal reading what the last round
// added.
#include "machine.hpp"

namespace casus::evaluate {

extent& machine::extent_of(check::relation_index relation, context const& ctx) {
  auto const index = plan_.circle_of_relation[relation];
  auto const& of = plan_.circles[index];
  auto const there = narrowed(ctx, of.ranges, of.dated);
  auto const day = there.unknown ? source::first_date.days - 1 : there.date.days;
  auto const key = std::make_pair(day, there.extra);
  auto const [found, is_new] = extents_[index].try_emplace(key);
  auto& made = found->second;
  if (is_new) fill_circle(index, made, ctx);
  std::size_t at = 0;
  while (of.relations[at] != relation) ++at;
  return *made.relations[at];
}

void extent::raise(value const* row, truth to, std::vector<std::uint32_t>& changed) {
  auto const [at, is_new] = tuples.insert(row);
  if (is_new)
    truths.push_back(to);
  else if (truths[at] >= to)
    return;
  else
    truths[at] = to;
  changed.push_back(at);
}

// What is stated of the relations of a circle, and what provisions judged on other days established.
void machine::seed_circle(circle const& of, circle_extent& into, context const& ctx, fresh_rows& fresh) {
  for (std::size_t at = 0; at < of.relations.size(); ++at) {
    auto const r = of.relations[at];
    if (!program().relations[r].is_fact) continue;
    auto& told = store_.statements_of(r);
    for (std::uint32_t tuple = 0; tuple < told.tuples.size(); ++tuple) {
      auto const t = stated_tuple(r, tuple, ctx);
      if (t != truth::no) into.relations[at]->raise(told.tuples.row(tuple), t, fresh[at]);
    }
    for (auto const& [p, consequence] : program().relations[r].established_by) {
      if (plan_.provisions[p].judged_at != none) seed_from_ledger(p, consequence, *into.relations[at], ctx, fresh[at]);
    }
  }
}

void machine::seed_from_ledger(check::provision_index p, std::uint32_t consequence, extent& into, context const& ctx,
                               std::vector<std::uint32_t>& fresh) {
  (void)readable_ledger(p, ctx);
  auto& known = heads(p, consequence);
  for (std::uint32_t row = 0; row < known.heads.size(); ++row) {
    for (auto i = known.instances.first(row); i != chains::end; i = known.instances.next(i)) {
      auto const t = effect_of_judged(p, consequence, i, ctx);
      if (t != truth::no) into.raise(known.heads.row(row), t, fresh);
    }
  }
  for (auto const i : known.wild) {
    if (effect_of_judged(p, consequence, i, ctx) == truth::no) continue;
    frame const locals(frames_, frame_size(p));
    fill_frame(p, i, locals.values());
    auto const& terms = plan_.provisions[p].effects[consequence].arguments;
    std::vector<value> head;
    for (auto const n : terms) head.push_back(term(n, locals.values(), ledgers_[p]->instances[i].where));
    each_candidate(terms, head, 0, [&](value const* row) {
      bounds_.count_row(head.size(), owner::provision, p);
      into.raise(row, truth::open, fresh);
    });
  }
}

void machine::fill_circle(std::uint32_t circle_index, circle_extent& into, context const& ctx) {
  auto const& of = plan_.circles[circle_index];
  bounds_.descend(owner::relation, of.relations.front());
  for (auto const r : of.relations) {
    into.relations.push_back(make_pooled<extent>(pool_, program().relations[r].parameters.size(), pool_));
  }
  fresh_rows fresh(of.relations.size());
  seed_circle(of, into, ctx, fresh);
  for (auto const& rule : of.rules) (void)apply_rule(of, rule, rule.full, into, ctx, fresh);
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t at = 0; at < of.relations.size(); ++at) {
      into.relations[at]->fresh = std::move(fresh[at]);
      fresh[at].clear();
    }
    for (auto const& rule : of.rules) {
      for (auto const body : rule.incremental) changed = apply_rule(of, rule, body, into, ctx, fresh) || changed;
    }
  }
  for (auto const& made : into.relations) made->fresh.clear();
}

void machine::each_candidate(std::vector<node_index> const& terms, std::vector<value>& head, std::size_t next,
                             function_ref<void(value const*)> visit) {
  while (next < head.size() && head[next].is_known()) ++next;
  if (next == head.size()) return visit(head.data());
  auto const type = plan_.nodes[terms[next]].type;
  auto const take = [&](value v) {
    head[next] = v;
    each_candidate(terms, head, next + 1, visit);
    head[next] = facts::unknown;
    return true;
  };
  scan_parameter(type, take);
}

// Runs a rule and takes over what it adds or raises; whether there was any such.
bool machine::apply_rule(circle const& of, recursive_rule const& rule, block_index body, circle_extent& into,
                         context const& ctx, fresh_rows& fresh) {
  std::size_t at = 0;
  while (of.relations[at] != rule.relation) ++at;
  auto& extent = *into.relations[at];
  auto const arity = program().relations[rule.relation].parameters.size();
  auto const in_force_now = rule.provision == none ? truth::yes : in_force(rule.provision, ctx);
  if (in_force_now == truth::no) return false;
  frame const locals(frames_, rule.slots);
  std::vector<value> rows;
  std::vector<truth> truths;
  solve(plan_.blocks[body], locals.values(), ctx, truth::no, [&](truth t) {
    bounds_.count_step(owner::relation, rule.relation);
    t = both(t, in_force_now);
    if (rule.provision != none) {
      // The block holds `when` and the requirements; what displaces, or fails for `otherwise`, lies below this circle.
      t = both(t, negate(displaced(rule.provision, locals.values(), ctx)));
      if (rule.otherwise)
        t = both(t, follows(rule.provision, judge(rule.provision, locals.values(), ctx, t), rule.consequence));
      t = both(t, stands(plan_.provisions[rule.provision].effects[rule.consequence], locals.values(), ctx, ctx));
    }
    if (t == truth::no) return true;
    std::vector<value> head;
    bool is_known = true;
    for (std::size_t c = 0; c < arity; ++c) {
      head.push_back(rule.head.empty() ? locals.values()[c] : term(rule.head[c], locals.values(), ctx));
      is_known = is_known && head.back().is_known();
    }
    auto const& types = program().relations[rule.relation].parameters;
    auto const keep = [&](value const* row, truth as) {
      for (std::size_t c = 0; c < arity; ++c)
        if (!fits(row[c], types[c])) return;
      bounds_.count_row(arity, owner::relation, rule.relation);
      rows.insert(rows.end(), row, row + arity);
      truths.push_back(as);
    };
    if (is_known)
      keep(head.data(), t);
    else
      each_candidate(rule.head, head, 0, [&](value const* row) { keep(row, truth::open); });
    return true;
  });
  auto const before = fresh[at].size();
  for (std::size_t i = 0; i < truths.size(); ++i) extent.raise(rows.data() + i * arity, truths[i], fresh[at]);
  auto const added = fresh[at].size() - before;
  bounds_.forget_rows(truths.size() - added, arity);
  return added > 0;
}

}  // namespace casus::evaluate
