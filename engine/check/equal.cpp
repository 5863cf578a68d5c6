#include "engine/check/equal.hpp"

#include "engine/source/overloaded.hpp"

#include <algorithm>

namespace casus::check {
namespace {

bool all_alike(model::rule_set const& rules, std::vector<model::expression_id> const& a,
               std::vector<model::expression_id> const& b) {
  auto const alike = [&](model::expression_id x, model::expression_id y) { return is_alike(rules, x, y); };
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), alike);
}

// For nodes that are alike to nothing.
template <class Node>
struct never_one {
  bool operator()(Node const&) const { return false; }
};
template <class... Nodes>
struct never : never_one<Nodes>... {
  using never_one<Nodes>::operator()...;
};

}  // namespace

bool is_alike(model::rule_set const& rules, model::expression_id a, model::expression_id b) {
  model::expression_node const& other = rules[b].node;
  if (rules[a].node.index() != other.index()) return false;
  auto const alike = [&](model::expression_id x, model::expression_id y) { return is_alike(rules, x, y); };
  return std::visit(
      source::overloaded{
          [&](model::boolean_literal const& it) { return it.value == std::get<model::boolean_literal>(other).value; },
          [&](model::integer_literal const& it) { return it.value == std::get<model::integer_literal>(other).value; },
          [&](model::text_literal const& it) { return it.value == std::get<model::text_literal>(other).value; },
          [&](model::date_literal const& it) { return it.value == std::get<model::date_literal>(other).value; },
          [&](model::duration_literal const& it) { return it.value == std::get<model::duration_literal>(other).value; },
          [](model::today const&) { return true; },
          [&](model::reference const& it) { return it.id.text == std::get<model::reference>(other).id.text; },
          [&](model::field_access const& it) {
            auto const& that = std::get<model::field_access>(other);
            return it.field.text == that.field.text && alike(it.object, that.object);
          },
          [&](model::application const& it) {
            auto const& that = std::get<model::application>(other);
            return it.callee.text == that.callee.text && all_alike(rules, it.arguments, that.arguments);
          },
          [&](model::arithmetic const& it) {
            auto const& that = std::get<model::arithmetic>(other);
            return it.op == that.op && alike(it.left, that.left) && alike(it.right, that.right);
          },
          never<model::comparison, model::junction, model::negation, model::in_set, model::in_kind, model::quantifier,
                model::count, model::selection, model::at_date, model::before_date, model::provision_status,
                model::is_given, model::labelled>{},
          [&](model::extreme_date const& it) {
            auto const& that = std::get<model::extreme_date>(other);
            return it.which == that.which && alike(it.left, that.left) && alike(it.right, that.right);
          },
      },
      rules[a].node);
}

}  // namespace casus::check
