#include "machine.hpp"

#include <algorithm>

namespace casus::evaluate {
namespace {

using facts::tag;

constexpr std::uint64_t bit(std::size_t i) { return std::uint64_t{1} << i; }

truth default_of(check::relation const& relation) { return relation.open ? truth::open : truth::no; }

}  // namespace

// --- what a scenario states --------------------------------------------------------------------------------------

truth machine::stated_tuple(check::relation_index relation, std::uint32_t tuple, context const& ctx) {
  auto const unstated = default_of(program().relations[relation]);
  bool has_positive = false;
  auto positive = truth::no, denied = truth::no, open = truth::no;
  store_.statements_of(relation).each_about(tuple, [&](std::uint32_t s) {
    auto const& statement = this->statement(s);
    has_positive = has_positive || statement.holds == truth::yes;
    auto const ever = statement.from || statement.until ? truth::open : truth::yes;
    auto const from = statement.from.value_or(facts::absent), until = statement.until.value_or(facts::absent);
    note(from, until, {turn::kind::fact_begins, s, 0}, {turn::kind::fact_ends, s, 0});
    auto const inside = ctx.unknown ? ever : within(from, until, ctx.date);
    auto& of = statement.holds == truth::yes ? positive : statement.holds == truth::no ? denied : open;
    of = either(of, inside);
    return true;
  });
  if (positive != truth::no) return positive;
  if (denied == truth::yes) return truth::no;
  if (open != truth::no) return truth::open;
  return has_positive ? truth::no : unstated;
}

truth machine::stated(check::relation_index relation, value const* arguments, context const& ctx) {
  auto const tuple = store_.statements_of(relation).tuples.find(arguments);
  if (tuple == table::missing) return default_of(program().relations[relation]);
  return stated_tuple(relation, tuple, ctx);
}

value machine::held(node const& of, value* frame, context const& ctx) {
  evaluate::frame const arguments(frames_, of.operands.size());
  for (std::size_t i = 0; i < of.operands.size(); ++i) {
    auto& v = arguments.values()[i];
    v = term(of.operands[i], frame, ctx);
    if (v.tag == tag::absent) return facts::absent;
  }
  return held(of.index, arguments.values(), ctx);
}

value machine::held(check::relation_index relation, value const* arguments, context const& ctx) {
  if (ctx.unknown) return facts::unknown;
  auto& stated = store_.statements_of(relation);
  auto const tuple = stated.tuples.find(arguments);
  if (tuple == table::missing) return facts::unknown;
  auto found = facts::unknown;
  stated.each_about(tuple, [&](std::uint32_t s) {
    auto const& statement = this->statement(s);
    auto const from = statement.from.value_or(facts::absent), until = statement.until.value_or(facts::absent);
    note(from, until, {turn::kind::fact_begins, s, 0}, {turn::kind::fact_ends, s, 0});
    auto const inside = within(from, until, ctx.date);
    if (inside != truth::yes || statement.holds != truth::yes) return true;
    found = statement.held;
    return false;
  });
  return found;
}

// --- the truth of one tuple --------------------------------------------------------------------------------------

truth machine::literal(node const& of, value* frame, context const& ctx) {
  auto const& relation = program().relations[of.index];
  evaluate::frame const room(frames_, of.operands.size());
  auto* const arguments = room.values();
  bool has_unknown = false;
  auto most = truth::yes;
  for (std::size_t i = 0; i < of.operands.size(); ++i) {
    arguments[i] = term(of.operands[i], frame, ctx);
    auto& v = arguments[i];
    if (v.tag == tag::absent) return truth::no;
    auto const& type = relation.parameters[i];
    if (!v.is_known()) {
      has_unknown = has_unknown || check::is_enumerable(type);
    } else if (v.tag == tag::unnamed && !fits(v, type)) {
      // Perhaps of the narrower kind that is asked for, perhaps not.
      if (type.base != check::base_type::entity || !is_kind_of(type.index, v.extra) ||
          program().kinds[type.index].closed) {
        return truth::no;
      }
      v = facts::unnamed_of(tag::entity, type.index);
      most = truth::open;
    } else if (!fits(v, type)) {
      return truth::no;
    }
  }
  if (has_unknown) return both(most, over_candidates(of, arguments, 0, ctx));
  return both(most, holds(of.index, arguments, ctx));
}

// True if true of every candidate for the unknown arguments, false if false of every one, else open.
truth machine::over_candidates(node const& of, value* arguments, std::size_t next, context const& ctx) {
  auto const& relation = program().relations[of.index];
  auto const size = of.operands.size();
  while (next < size && (arguments[next].is_known() || !check::is_enumerable(relation.parameters[next]))) ++next;
  if (next == size) return holds(of.index, arguments, ctx);
  auto const& type = plan_.nodes[of.operands[next]].type;
  bool any = false, all_yes = true, all_no = true;
  auto const try_one = [&](value candidate) {
    any = true;
    auto t = truth::no;
    auto cap = truth::yes;
    if (candidate.tag == tag::unnamed && !fits(candidate, relation.parameters[next])) {
      auto const& wanted = relation.parameters[next];
      bool const may_be = wanted.base == check::base_type::entity && type.base == check::base_type::entity &&
                          is_kind_of(wanted.index, type.index) && !program().kinds[wanted.index].closed;
      if (may_be) {
        candidate = facts::unnamed_of(tag::entity, wanted.index);
        cap = truth::open;
      }
    }
    if (fits(candidate, relation.parameters[next])) {
      arguments[next] = candidate;
      t = both(cap, over_candidates(of, arguments, next + 1, ctx));
      arguments[next] = facts::unknown;
    }
    all_yes = all_yes && t == truth::yes;
    all_no = all_no && t == truth::no;
    return all_yes || all_no;
  };
  scan(type, try_one);
  if (all_yes || all_no) {
    bool const may_be_unnamed = (type.base == check::base_type::entity && !program().kinds[type.index].closed) ||
                                type.base == check::base_type::event;
    if (may_be_unnamed) {
      (void)try_one(facts::unnamed_of(type.base == check::base_type::event ? tag::event : tag::entity, type.index));
    }
  }
  if (!any && !type.optional) return truth::open;
  all_yes = all_yes && !type.optional;  // it may also be absent
  return all_yes ? truth::yes : all_no ? truth::no : truth::open;
}

truth machine::holds(check::relation_index relation, value const* arguments, context const& ctx) {
  if (!program().relations[relation].is_fact) bounds_.count_step(owner::relation, relation);  // else who asks counts
  if (plan_.circle_of_relation[relation] != none) {
    auto& extent = extent_of(relation, ctx);
    auto const at = extent.tuples.find(arguments);
    if (at != table::missing) return extent.truths[at];
    return program().relations[relation].open ? stated(relation, arguments, ctx) : truth::no;
  }
  if (!program().relations[relation].is_fact) return defined(relation, arguments, ctx);
  auto const told = stated(relation, arguments, ctx);
  if (told == truth::yes || program().relations[relation].established_by.empty()) return told;
  return either(told, established(relation, arguments, ctx));
}

truth machine::defined(check::relation_index relation, value const* arguments, context const& ctx) {
  if (!plan_.relation_is_heavy[relation] || ctx.unknown) return defined_anew(relation, arguments, ctx);
  auto const arity = program().relations[relation].parameters.size();
  auto& known = remembered_[relation];
  if (known == nullptr) known = make_pooled<known_rows>(pool_, arity + 2, pool_);
  auto const there = narrowed(ctx, plan_.relation_ranges[relation], plan_.relation_dated[relation]);
  frame const key(frames_, arity + 2);
  std::copy(arguments, arguments + arity, key.values());
  key.values()[arity] = facts::of_date(there.date);
  key.values()[arity + 1] = facts::of_integer(there.extra);
  if (auto const row = known->rows.find(key.values()); row != table::missing) return known->truths[row];
  auto const t = defined_anew(relation, arguments, ctx);
  if (known->add(key.values(), t)) bounds_.count_row(arity + 2, owner::relation, relation);
  return t;
}

truth machine::defined_anew(check::relation_index relation, value const* arguments, context const& ctx) {
  bounds_.enter(relation);
  bounds_.descend(owner::relation, relation);
  auto const& of = program().relations[relation];
  auto any = truth::no;
  for (std::size_t d = 0; d < of.definitions.size() && any != truth::yes; ++d) {
    frame const locals(frames_, of.definitions[d].scope.variables.size());
    std::copy(arguments, arguments + of.parameters.size(), locals.values());
    any = either(any, condition(plan_.definition_body[plan_.first_definition[relation] + d], locals.values(), ctx));
  }
  bounds_.leave();
  return any;
}

// --- the tuples that agree with a pattern -------------------------------------------------------------------------

bool machine::has_wild(check::relation_index relation) {
  for (auto const& [provision, consequence] : program().relations[relation].established_by) {
    if (plan_.provisions[provision].judged_at == none) {
      // An argument that is no variable may turn out unknown.
      for (auto const n : plan_.provisions[provision].effects[consequence].arguments) {
        if (plan_.nodes[n].what != op::slot && plan_.nodes[n].what != op::constant) return true;
      }
    } else if (!heads(provision, consequence).wild.empty()) {
      return true;
    }
  }
  return false;
}

void machine::match(check::relation_index relation, std::uint64_t mask, value const* pattern, context const& ctx,
                    row_visitor visit) {
  if (!program().relations[relation].is_fact) bounds_.count_step(owner::relation, relation);
  if (plan_.circle_of_relation[relation] != none) {
    auto& extent = extent_of(relation, ctx);
    extent.tuples.match(mask, pattern, [&](std::uint32_t row) {
      return extent.truths[row] == truth::no || visit(extent.tuples.row(row), extent.truths[row]);
    });
    return;
  }
  auto const& of = program().relations[relation];
  if (!of.is_fact) {
    auto& found = solve_variant(plan_.variant_of.at({relation, mask}), pattern, ctx);
    frame const whole(frames_, of.parameters.size());
    for (std::uint32_t r = 0; r < found.rows.size(); ++r) {
      auto const* free = found.rows.row(r);
      for (std::size_t c = 0; c < of.parameters.size(); ++c) {
        whole.values()[c] = c < 64 && (mask & bit(c)) != 0 ? pattern[c] : *free++;
      }
      if (!visit(whole.values(), found.truths[r])) return;
    }
    return;
  }
  bool more = true;
  auto& stated = store_.statements_of(relation);
  stated.tuples.match(mask, pattern, [&](std::uint32_t tuple) {
    auto const t = stated_tuple(relation, tuple, ctx);
    return more = t == truth::no || visit(stated.tuples.row(tuple), t);
  });
  if (more && !of.established_by.empty()) match_established(relation, mask, pattern, ctx, visit);
}

known_rows& machine::solve_variant(variant_index variant, value const* pattern, context const& ctx) {
  auto const& of = plan_.variants[variant];
  auto const arity = program().relations[of.relation].parameters.size();
  frame const key(frames_, arity + 2);
  std::size_t bound = 0;
  for (std::size_t c = 0; c < arity; ++c)
    if (c < 64 && (of.bound & bit(c)) != 0) key.values()[bound++] = pattern[c];
  auto const there = narrowed(ctx, plan_.relation_ranges[of.relation], plan_.relation_dated[of.relation]);
  key.values()[bound] = facts::of_date(there.date);
  key.values()[bound + 1] = facts::of_integer(there.extra);
  auto& known = solved_[variant];
  if (known == nullptr) known = make_pooled<solutions>(pool_, bound + 2, pool_);
  if (auto const found = known->keys.find(key.values()); found != table::missing) return *known->found[found];
  auto made = make_pooled<known_rows>(pool_, arity - bound, pool_);
  fill_solution(*made, of, pattern, ctx);
  known->keys.insert(key.values());
  bounds_.count_bytes(sizeof(known_rows) + (bound + 2) * sizeof(value), owner::relation, of.relation);
  known->found.push_back(std::move(made));
  return *known->found.back();
}

void machine::fill_solution(known_rows& into, relation_variant const& of, value const* pattern, context const& ctx) {
  auto const& relation = program().relations[of.relation];
  bounds_.enter(of.relation);
  bounds_.descend(owner::relation, of.relation);
  frame const row(frames_, relation.parameters.size());
  into.truths.reserve(8);
  for (std::size_t d = 0; d < of.definitions.size(); ++d) {
    frame const locals(frames_, relation.definitions[d].scope.variables.size());
    for (std::size_t c = 0; c < relation.parameters.size(); ++c)
      if (c < 64 && (of.bound & bit(c)) != 0) locals.values()[c] = pattern[c];
    solve(plan_.blocks[of.definitions[d]], locals.values(), ctx, truth::no, [&](truth t) {
      bounds_.count_step(owner::relation, of.relation);
      auto* free = row.values();
      for (std::size_t c = 0; c < relation.parameters.size(); ++c)
        if (c >= 64 || (of.bound & bit(c)) == 0) *free++ = locals.values()[c];
      if (into.add(row.values(), t)) bounds_.count_row(relation.parameters.size(), owner::relation, of.relation);
      return true;
    });
  }
  bounds_.leave();
}

}  // namespace casus::evaluate
