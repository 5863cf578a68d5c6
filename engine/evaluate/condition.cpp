#include "machine.hpp"

#include <limits>

namespace casus::evaluate {
namespace {

using facts::tag;
using model::comparison_operator;

truth as_truth(bool b) { return b ? truth::yes : truth::no; }

bool decide(comparison_operator op, std::partial_ordering order) {
  switch (op) {
    case comparison_operator::equal: return order == std::partial_ordering::equivalent;
    case comparison_operator::not_equal: return order != std::partial_ordering::equivalent;
    case comparison_operator::less: return order == std::partial_ordering::less;
    case comparison_operator::less_or_equal: return order == std::partial_ordering::less || order == 0;
    case comparison_operator::greater: return order == std::partial_ordering::greater;
    case comparison_operator::greater_or_equal: return order == std::partial_ordering::greater || order == 0;
  }
  return false;
}

constexpr auto nothing_known =
    std::pair{std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};

}  // namespace

truth machine::compare(comparison_operator op, value left, value right) const {
  if (left.tag == tag::absent || right.tag == tag::absent) return as_truth(op == comparison_operator::not_equal);
  if (!left.is_known() || !right.is_known()) return truth::open;
  if (left.tag == tag::unnamed || right.tag == tag::unnamed) {
    // One that the scenario does not name is none of those that it names; two such may be the same.
    if (left.tag == right.tag) return truth::open;
    return as_truth(op == comparison_operator::not_equal);
  }
  if (left.tag == tag::duration && right.tag == tag::duration) {
    auto const order = source::compare(facts::duration_of(left), facts::duration_of(right));
    return order == std::partial_ordering::unordered ? truth::open : as_truth(decide(op, order));
  }
  if (op == comparison_operator::equal) return as_truth(left.tag == right.tag && left.payload == right.payload);
  if (op == comparison_operator::not_equal) return as_truth(left.tag != right.tag || left.payload != right.payload);
  if (left.tag == tag::text) return as_truth(decide(op, text_of(left).compare(text_of(right)) <=> 0));
  return as_truth(decide(op, left.payload <=> right.payload));
}

truth machine::condition(node_index n, value* frame, context const& ctx) {
  auto const& of = plan_.nodes[n];
  switch (of.what) {
    case op::compare: return compare_nodes(of, frame, ctx);
    case op::conjunction: {
      auto all = truth::yes;
      for (auto const operand : of.operands) {
        all = both(all, condition(operand, frame, ctx));
        if (all == truth::no) break;
      }
      return all;
    }
    case op::disjunction: {
      auto any = truth::no;
      for (auto const operand : of.operands) {
        any = either(any, condition(operand, frame, ctx));
        if (any == truth::yes) break;
      }
      return any;
    }
    case op::negation: return negate(condition(of.operands[0], frame, ctx));
    case op::in_set: {
      auto const element = term(of.operands[0], frame, ctx);
      auto any = truth::no;
      for (std::size_t i = 1; i < of.operands.size(); ++i) {
        any = either(any, compare(comparison_operator::equal, element, term(of.operands[i], frame, ctx)));
      }
      return any;
    }
    case op::in_kind: return is_in_kind(of, frame, ctx);
    case op::relation: return literal(of, frame, ctx);
    case op::some: return exists_some(of, frame, ctx);
    case op::every: return holds_of_every(of, frame, ctx);
    case op::at:
    case op::before: return at_another_date(of, frame, ctx);
    case op::violated: return is_violated(of, frame, ctx);
    case op::breached: return is_breached(of, frame, ctx);
    case op::given: {
      auto const v = term(of.operands[0], frame, ctx);
      return v.is_known() ? as_truth(v.tag != tag::absent) : truth::open;
    }
    case op::truth_of_term: {
      auto const v = term(of.operands[0], frame, ctx);
      if (!v.is_known()) return truth::open;
      return as_truth(v.tag == tag::boolean && v.payload != 0);
    }
    default: {  // a term of type Bool
      auto const v = term(n, frame, ctx);
      if (!v.is_known()) return truth::open;
      return as_truth(v.tag == tag::boolean && v.payload != 0);
    }
  }
}

truth machine::compare_nodes(node const& of, value* frame, context const& ctx) {
  auto const& left = plan_.nodes[of.operands[0]];
  auto const& right = plan_.nodes[of.operands[1]];
  auto const counts = [](node const& side) {
    return side.type.base == check::base_type::integer &&
           (side.what == op::count || side.what == op::plus || side.what == op::minus);
  };
  if (left.what == op::today || right.what == op::today) {
    bool const first = left.what == op::today;
    auto const day = term(of.operands[first ? 1 : 0], frame, ctx);
    auto const today = compared_with_today(day, of, ctx);
    return first ? compare(of.compare, today, day) : compare(of.compare, day, today);
  }
  if (!counts(left) && !counts(right)) {
    return compare(of.compare, term(of.operands[0], frame, ctx), term(of.operands[1], frame, ctx));
  }
  auto const a = integer_range(of.operands[0], frame, ctx);
  auto const b = integer_range(of.operands[1], frame, ctx);
  if (!a.is_known || !b.is_known) {  // absent: false, `!=` true
    return as_truth(of.compare == comparison_operator::not_equal);
  }
  // Certain where every pair of values from the two ranges answers alike.
  bool const less = a.most<b.least, greater = a.least> b.most;
  bool const not_greater = a.most <= b.least, not_less = a.least >= b.most;
  bool const same = a.least == a.most && b.least == b.most && a.least == b.least;
  auto const decide_between = [](bool yes, bool no) { return yes ? truth::yes : no ? truth::no : truth::open; };
  switch (of.compare) {
    case comparison_operator::equal: return decide_between(same, less || greater);
    case comparison_operator::not_equal: return decide_between(less || greater, same);
    case comparison_operator::less: return decide_between(less, not_less);
    case comparison_operator::less_or_equal: return decide_between(not_greater, greater);
    case comparison_operator::greater: return decide_between(greater, not_greater);
    case comparison_operator::greater_or_equal: return decide_between(not_less, less);
  }
  return truth::open;
}

// The least and the greatest value that a term of type Int may have. `is_known` is false where it is absent.
machine::range machine::integer_range(node_index n, value* frame, context const& ctx) {
  auto const& of = plan_.nodes[n];
  if (of.what == op::count) return count(of, frame, ctx);
  if (of.what == op::plus || of.what == op::minus) {
    auto const a = integer_range(of.operands[0], frame, ctx);
    auto const b = integer_range(of.operands[1], frame, ctx);
    if (!a.is_known || !b.is_known) return {0, 0, false};
    range sum{0, 0, true};
    bool const minus = of.what == op::minus;
    bool over = minus ? __builtin_sub_overflow(a.least, b.most, &sum.least)
                      : __builtin_add_overflow(a.least, b.least, &sum.least);
    over = (minus ? __builtin_sub_overflow(a.most, b.least, &sum.most)
                  : __builtin_add_overflow(a.most, b.most, &sum.most)) ||
           over;
    if (over) return {nothing_known.first, nothing_known.second, true};
    return sum;
  }
  auto const v = term(n, frame, ctx);
  if (v.tag == tag::absent) return {0, 0, false};
  if (!v.is_known()) return {nothing_known.first, nothing_known.second, true};
  return {v.payload, v.payload, true};
}

machine::range machine::count(node const& of, value* frame, context const& ctx) {
  auto const& quantified = plan_.quantifieds[of.index];
  known_rows seen(quantified.variables.size(), pool_);
  std::vector<value> row(quantified.variables.size());
  solve(plan_.blocks[quantified.block], frame, ctx, truth::no, [&](truth t) {
    for (std::size_t i = 0; i < row.size(); ++i) row[i] = frame[quantified.variables[i].slot];
    seen.add(row.data(), t);
    return true;
  });
  range how_many{0, 0, true};
  for (auto const t : seen.truths) {
    ++how_many.most;
    if (t == truth::yes) ++how_many.least;
  }
  return how_many;
}

truth machine::exists_some(node const& of, value* frame, context const& ctx) {
  auto best = truth::no;
  solve(plan_.blocks[plan_.quantifieds[of.index].block], frame, ctx, best, [&](truth t) {
    best = either(best, t);
    return best != truth::yes;
  });
  return best;
}

truth machine::holds_of_every(node const& of, value* frame, context const& ctx) {
  auto worst = truth::yes;
  solve(plan_.blocks[plan_.quantifieds[of.index].block], frame, ctx, truth::no, [&](truth t) {
    worst = both(worst, either(negate(t), condition_if(of.operands[1], frame, ctx)));
    return worst != truth::no;
  });
  return worst;
}

truth machine::at_another_date(node const& of, value* frame, context const& ctx) {
  auto date = term(of.operands[1], frame, ctx);
  if (date.tag == tag::absent) return truth::no;
  context there;
  there.unknown = !date.is_known();
  if (of.leads_back && (there.unknown || ctx.unknown)) return truth::open;
  if (!there.unknown) {
    there.date = facts::date_of(date);
    if (of.what == op::before) {
      auto const day_before = source::subtract(there.date, {0, 1});
      if (!day_before) return truth::open;
      there.date = *day_before;
    }
    if (of.leads_back && there.date >= ctx.date) bounds_.not_earlier(of.origin, there.date);
  }
  return condition(of.operands[0], frame, there);
}

truth machine::is_in_kind(node const& of, value* frame, context const& ctx) {
  auto const v = term(of.operands[0], frame, ctx);
  auto const wanted = of.index;
  if (v.tag == tag::absent) return truth::no;
  if (v.tag == tag::entity) return as_truth(is_kind_of(facts_.entities[facts::index_of(v)].kind, wanted));
  auto const unnamed_is = [&](check::kind_index kind) {
    if (is_kind_of(kind, wanted)) return truth::yes;
    return is_kind_of(wanted, kind) && !program().kinds[wanted].closed ? truth::open : truth::no;
  };
  if (v.tag == tag::unnamed) return unnamed_is(v.extra);
  // Unknown: of every candidate, of none, or of some.
  auto const& type = plan_.nodes[of.operands[0]].type;
  auto const kind = type.index;
  if (is_kind_of(kind, wanted)) return type.optional ? truth::open : truth::yes;
  if (!is_kind_of(wanted, kind)) return truth::no;
  bool some = false, all = !type.optional;  // what is optional may also be absent
  for (auto const candidate : store_.entities_of(kind)) {
    bool const is = is_kind_of(facts_.entities[facts::index_of(candidate)].kind, wanted);
    some = some || is;
    all = all && is;
  }
  if (!program().kinds[kind].closed) {
    some = some || unnamed_is(kind) != truth::no;
    all = false;
  }
  if (store_.entities_of(kind).empty() && program().kinds[kind].closed) return truth::open;
  return all ? truth::yes : some ? truth::open : truth::no;
}

}  // namespace casus::evaluate
