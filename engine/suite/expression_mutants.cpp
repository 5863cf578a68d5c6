#include "expression_mutants.hpp"

#include "engine/model/print.hpp"
#include "engine/source/overloaded.hpp"

namespace casus::suite {
namespace {

using model::comparison_operator;
using model::expression_id;

comparison_operator opposite(comparison_operator op) {
  switch (op) {
    case comparison_operator::equal: return comparison_operator::not_equal;
    case comparison_operator::not_equal: return comparison_operator::equal;
    case comparison_operator::less: return comparison_operator::greater_or_equal;
    case comparison_operator::less_or_equal: return comparison_operator::greater;
    case comparison_operator::greater: return comparison_operator::less_or_equal;
    case comparison_operator::greater_or_equal: return comparison_operator::less;
  }
  return op;
}

// What holds where the sides change places; equality does not mind.
comparison_operator reversed(comparison_operator op) {
  switch (op) {
    case comparison_operator::equal:
    case comparison_operator::not_equal: return op;
    case comparison_operator::less: return comparison_operator::greater;
    case comparison_operator::less_or_equal: return comparison_operator::greater_or_equal;
    case comparison_operator::greater: return comparison_operator::less;
    case comparison_operator::greater_or_equal: return comparison_operator::less_or_equal;
  }
  return op;
}

// The same with its limit on the other side: `<` and `<=`; `=` of what has an order becomes an inequality.
std::vector<comparison_operator> shifted(comparison_operator op, check::base_type of) {
  switch (op) {
    case comparison_operator::equal:
      if (of != check::base_type::integer && of != check::base_type::date && of != check::base_type::duration)
        return {};
      return {comparison_operator::less_or_equal, comparison_operator::greater_or_equal};
    case comparison_operator::not_equal: return {};
    case comparison_operator::less: return {comparison_operator::less_or_equal};
    case comparison_operator::less_or_equal: return {comparison_operator::less};
    case comparison_operator::greater: return {comparison_operator::greater_or_equal};
    case comparison_operator::greater_or_equal: return {comparison_operator::greater};
  }
  return {};
}

}  // namespace

void expression_mutants::condition(expression_id root) {
  root_ = root;
  in_condition(root);
}

void expression_mutants::term(expression_id root) {
  root_ = root;
  in_term(root);
}

void expression_mutants::propose(mutation what, source::span where, patch how, std::vector<text_edit> text) {
  mutant made{.what = what,
              .declaration = declaration_,
              .where = where,
              .nodes = std::move(how.nodes),
              .added = std::move(how.added),
              .root = root_,
              .text = std::move(text)};
  found_.push_back(std::move(made));
}

std::vector<text_edit> expression_mutants::instead(source::span between, std::string_view word, std::string by) const {
  auto const text = files_[between.file].content().substr(between.begin, between.end - between.begin);
  auto const found = text.find(word);
  if (found == std::string_view::npos) return {};
  auto const begin = between.begin + static_cast<std::uint32_t>(found);
  return {{{between.file, begin, begin + static_cast<std::uint32_t>(word.size())}, std::move(by)}};
}

void expression_mutants::in_condition(expression_id id, sign before) {
  auto const& node = rules_[id].node;
  if (auto const* label = std::get_if<model::labelled>(&node)) return in_condition(label->condition, before);
  if (auto const* junction = std::get_if<model::junction>(&node)) return of_junction(id, *junction);
  if (auto const* negation = std::get_if<model::negation>(&node)) return of_negation(id, *negation);
  if (auto const* quantifier = std::get_if<model::quantifier>(&node)) return of_quantifier(id, *quantifier);
  if (auto const* comparison = std::get_if<model::comparison>(&node)) return of_comparison(id, *comparison, before);
  if (auto const* dated = std::get_if<model::at_date>(&node)) {
    in_condition(dated->condition, before);
    return in_term(dated->date);
  }
  if (auto const* earlier = std::get_if<model::before_date>(&node)) {
    in_condition(earlier->condition, before);
    return in_term(earlier->date);
  }
  if (before == sign::positive) negated(id);
  in_terms_of(id);
}

void expression_mutants::in_terms_of(expression_id id) {
  for (auto const child : model::children(rules_[id])) in_term(child);
}

void expression_mutants::negated(expression_id id) {
  auto const copy = expression_id{static_cast<std::uint32_t>(rules_.expressions.size())};
  auto const where = span_of(id);
  propose(mutation::condition_negated, where, {{{id, model::negation{copy}}}, {rules_[id]}},
          {{at(id, where.begin, where.begin), "not "}});
}

void expression_mutants::of_negation(expression_id id, model::negation const& it) {
  auto const where = span_of(id);
  propose(mutation::condition_negated, where, {{{id, rules_[it.operand].node}}},
          instead({where.file, where.begin, span_of(it.operand).begin}, "not ", ""));
  in_condition(it.operand, sign::negated);
}

void expression_mutants::of_junction(expression_id id, model::junction const& it) {
  auto swapped = it;
  bool const was_and = it.op == model::connective::conjunction;
  swapped.op = was_and ? model::connective::disjunction : model::connective::conjunction;
  std::vector<text_edit> text;
  for (std::size_t i = 1; i < it.operands.size(); ++i) {
    auto const between = at(id, span_of(it.operands[i - 1]).end, span_of(it.operands[i]).begin);
    auto const one = instead(between, model::word_of(it.op), std::string{model::word_of(swapped.op)});
    text.insert(text.end(), one.begin(), one.end());
  }
  propose(mutation::connective_swapped, span_of(id), {{{id, swapped}}}, std::move(text));
  for (std::size_t i = 0; i < it.operands.size(); ++i) {
    without_operand(id, it, i);
    in_condition(it.operands[i]);
  }
}

void expression_mutants::without_operand(expression_id id, model::junction const& it, std::size_t which) {
  auto rest = it;
  rest.operands.erase(rest.operands.begin() + static_cast<std::ptrdiff_t>(which));
  bool const is_alone = rest.operands.size() == 1;
  model::expression_node node = rest;
  if (is_alone) node = rules_[rest.operands.front()].node;
  auto const begin = which == 0 ? span_of(it.operands[0]).begin : span_of(it.operands[which - 1]).end;
  auto const end = which == 0 ? span_of(it.operands[1]).begin : span_of(it.operands[which]).end;
  propose(mutation::condition_dropped, span_of(it.operands[which]), {{{id, std::move(node)}}},
          {{at(id, begin, end), ""}});
}

void expression_mutants::of_quantifier(expression_id id, model::quantifier const& it) {
  auto const where = span_of(id);
  if (it.kind == model::quantity::every) {
    existential_for(id, it);
  } else {
    auto other = it;
    other.kind = it.kind == model::quantity::some ? model::quantity::no : model::quantity::some;
    propose(mutation::quantifier_swapped, where, {{{id, other}}},
            instead(where, model::word_of(it.kind), std::string{model::word_of(other.kind)}));
    if (it.kind == model::quantity::some) universal_for(id, it);
  }
  if (it.body) {
    auto rest = it;
    rest.body.reset();
    without_body(id, rest, it.variables.back().type.where.end, *it.body);
    in_condition(*it.body);
  }
  if (it.satisfies) in_condition(*it.satisfies);
}

void expression_mutants::without_body(expression_id id, model::expression_node instead_of, std::uint32_t head,
                                      expression_id body) {
  // Of a junction, each part is dropped by itself.
  if (std::holds_alternative<model::junction>(rules_[model::without_labels(rules_, body)].node)) return;
  propose(mutation::condition_dropped, span_of(body), {{{id, std::move(instead_of)}}},
          {{at(id, head, span_of(body).end), ""}});
}

// `every x where C satisfies D` as `some x where C and D`.
void expression_mutants::existential_for(expression_id id, model::quantifier const& it) {
  auto const where = span_of(id);
  auto other = it;
  other.kind = model::quantity::some;
  patch how;
  auto text = instead(where, "every", "some");
  auto const from = it.body ? span_of(*it.body).end : it.variables.back().type.where.end;
  auto const more = instead({where.file, from, span_of(*it.satisfies).begin}, "satisfies", it.body ? "and" : "where");
  text.insert(text.end(), more.begin(), more.end());
  other.body = it.satisfies;
  other.satisfies.reset();
  if (it.body) {
    model::junction all{model::connective::conjunction, {}};
    for (auto const part : {*it.body, *it.satisfies}) {
      auto const* inner = std::get_if<model::junction>(&rules_[part].node);
      bool const is_flat = inner != nullptr && inner->op == model::connective::conjunction;
      auto const parts = is_flat ? inner->operands : std::vector{part};
      all.operands.insert(all.operands.end(), parts.begin(), parts.end());
    }
    other.body = expression_id{static_cast<std::uint32_t>(rules_.expressions.size())};
    how.added.push_back({std::move(all), {where.file, span_of(*it.body).begin, span_of(*it.satisfies).end}});
  }
  how.nodes.emplace_back(id, std::move(other));
  propose(mutation::quantifier_swapped, where, std::move(how), std::move(text));
}

// `some x where C and D` as `every x where C satisfies D`.
void expression_mutants::universal_for(expression_id id, model::quantifier const& it) {
  auto const* all = it.body ? std::get_if<model::junction>(&rules_[*it.body].node) : nullptr;
  if (all == nullptr || all->op != model::connective::conjunction) return;
  auto const where = span_of(id);
  auto other = it;
  other.kind = model::quantity::every;
  other.satisfies = all->operands.back();
  auto rest = *all;
  rest.operands.pop_back();
  auto const last = rest.operands.back();
  patch how;
  other.body = last;
  if (rest.operands.size() > 1) {
    other.body = expression_id{static_cast<std::uint32_t>(rules_.expressions.size())};
    how.added.push_back({std::move(rest), {where.file, span_of(*it.body).begin, span_of(last).end}});
  }
  auto text = instead(where, "some", "every");
  auto const more = instead({where.file, span_of(last).end, span_of(*other.satisfies).begin}, "and", "satisfies");
  text.insert(text.end(), more.begin(), more.end());
  how.nodes.emplace_back(id, std::move(other));
  propose(mutation::quantifier_swapped, where, std::move(how), std::move(text));
}

void expression_mutants::of_comparison(expression_id id, model::comparison const& it, sign before) {
  auto const with = [&](comparison_operator op, mutation what) {
    auto other = it;
    other.op = op;
    auto const between = at(id, span_of(it.left).end, span_of(it.right).begin);
    propose(what, span_of(id), {{{id, other}}},
            instead(between, model::word_of(it.op), std::string{model::word_of(op)}));
  };
  if (before == sign::positive) with(opposite(it.op), mutation::condition_negated);
  if (auto const op = reversed(it.op); op != it.op) with(op, mutation::comparison_reversed);
  for (auto const op : shifted(it.op, program_.types[it.left].base)) with(op, mutation::comparison_shifted);
  limit(it.left);
  limit(it.right);
  in_term(it.left);
  in_term(it.right);
}

}  // namespace casus::suite
