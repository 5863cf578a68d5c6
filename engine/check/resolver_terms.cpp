#include "engine/check/resolver.hpp"
#include "engine/check/types.hpp"
#include "engine/model/print.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::check {
namespace {

bool is_equality(model::comparison_operator op) {
  return op == model::comparison_operator::equal || op == model::comparison_operator::not_equal;
}

bool is_ordered(type const& of) {
  return of.base == base_type::integer || of.base == base_type::text || of.base == base_type::date ||
         of.base == base_type::duration;
}

bool is(type const& of, base_type base) { return of.base == base; }

}  // namespace

type resolver::comparison_type(model::comparison const& node) {
  bool const right_first = is_bare_value(node.left) && !is_bare_value(node.right);
  if (right_first) {
    type const right = value_of(node.right, std::nullopt);
    type const left = value_of(node.left, right);
    check_comparison(node, left, right);
  } else {
    type const left = value_of(node.left, std::nullopt);
    type const right = value_of(node.right, left);
    check_comparison(node, left, right);
  }
  return boolean_type;
}

void resolver::check_comparison(model::comparison const& node, type const& left, type const& right) {
  if (is(left, base_type::unknown) || is(right, base_type::unknown)) return;
  source::span const left_where = rules()[node.left].where;
  source::span const right_where = rules()[node.right].where;
  if (!fits(all_.checked, left, right)) {
    mismatch(right_where, fmt::format("`{}` cannot be compared with `{}`", name_of(right), name_of(left)))
        .notes.push_back({fmt::format("this is of type `{}`", name_of(left)), left_where});
    return;
  }
  if (is_equality(node.op) || is_ordered(left)) return;
  mismatch(left_where,
           fmt::format("`{}` has no order, so `{}` says nothing of it", name_of(left), model::word_of(node.op)),
           "numbers, dates, durations and texts have an order");
}

type resolver::arithmetic_type(model::expression_id id, model::arithmetic const& node) {
  type const left = value_of(node.left, std::nullopt);
  type const right = value_of(node.right, std::nullopt);
  if (is(left, base_type::unknown) || is(right, base_type::unknown)) return {};
  bool const is_optional = left.optional || right.optional;
  if (is(right, base_type::duration) && (is(left, base_type::date) || is(left, base_type::duration))) {
    return {left.base, 0, is_optional};
  }
  if (is(left, base_type::integer) && is(right, base_type::integer)) return {base_type::integer, 0, is_optional};
  bool const is_plus = node.op == model::arithmetic_operator::plus;
  if (is(left, base_type::date) && is(right, base_type::date)) {
    mismatch(rules()[id].where, fmt::format("dates cannot be {}", is_plus ? "added" : "taken from one another"),
             "compare one with the other and a duration: `a <= b + 30 days`");
    return {};
  }
  mismatch(rules()[right.base == base_type::duration ? node.left : node.right].where,
           is_plus ? fmt::format("`{}` cannot be added to `{}`", name_of(right), name_of(left))
                   : fmt::format("`{}` cannot be taken from `{}`", name_of(right), name_of(left)),
           "a duration is added to a date or a duration, a number to a number");
  return {};
}

type resolver::in_set_type(model::in_set const& node) {
  type const element = value_of(node.element, std::nullopt);
  for (model::expression_id const each : node.members) {
    type const member = value_of(each, element);
    if (fits(all_.checked, element, member)) continue;
    mismatch(rules()[each].where, fmt::format("`{}` cannot be one of these", name_of(member)))
        .notes.push_back({fmt::format("this is of type `{}`", name_of(element)), rules()[node.element].where});
  }
  return boolean_type;
}

type resolver::in_kind_type(model::expression_id id, model::in_kind const& node) {
  type const element = value_of(node.element, std::nullopt);
  type const kind = resolve_type(all_, node.kind);
  if (is(kind, base_type::unknown)) return boolean_type;
  if (!is(kind, base_type::entity)) {
    mismatch(node.kind.where, fmt::format("`in` asks for an entity kind, and `{}` is none", name_of(kind)));
    return boolean_type;
  }
  all_.checked.bound[id] = {kind.index};
  if (is(element, base_type::unknown) || is(element, base_type::entity)) return boolean_type;
  mismatch(rules()[node.element].where, fmt::format("`{}` is of no entity kind", name_of(element)))
      .notes.push_back({fmt::format("`{}` is an entity kind", name_of(kind)), node.kind.where});
  return boolean_type;
}

type resolver::dated_type(model::expression_id what, model::expression_id date, std::string_view word) {
  condition(what);
  term(date, {date_type, word, {}, {}, std::nullopt});
  return boolean_type;
}

type resolver::given_type(model::is_given const& node) {
  value_of(node.term, std::nullopt);
  return boolean_type;
}

type resolver::extreme_type(model::extreme_date const& node) {
  std::string_view const word = node.which == model::extreme::later ? "the later of" : "the earlier of";
  type const left = term(node.left, {date_type, word, {}, {}, std::nullopt});
  type const right = term(node.right, {date_type, word, {}, {}, std::nullopt});
  return {base_type::date, 0, left.optional || right.optional};
}

}  // namespace casus::check
