#include "expression_mutants.hpp"

#include "engine/model/print.hpp"

namespace casus::suite {

using model::expression_id;

// A number that something is compared with.
void expression_mutants::limit(expression_id side) {
  auto const* number = std::get_if<model::integer_literal>(&rules_[side].node);
  if (number == nullptr) return;
  for (auto const step : {-1, 1}) {
    auto const other = number->value + step;
    if (other < 0) continue;
    propose(mutation::comparison_shifted, span_of(side), {{{side, model::integer_literal{other}}}},
            {{span_of(side), std::to_string(other)}});
  }
}

void expression_mutants::in_term(expression_id id) {
  auto const& node = rules_[id].node;
  if (auto const* day = std::get_if<model::date_literal>(&node)) return of_date(id, day->value);
  if (auto const* length = std::get_if<model::duration_literal>(&node)) return of_duration(id, length->value);
  if (auto const* counted = std::get_if<model::count>(&node)) return of_count(id, *counted);
  if (auto const* selection = std::get_if<model::selection>(&node)) return of_selection(id, *selection);
  if (auto const* extreme = std::get_if<model::extreme_date>(&node)) of_extreme(id, *extreme);
  in_terms_of(id);
}

void expression_mutants::of_date(expression_id id, source::date day) {
  for (auto const step : {-1, 1}) {
    auto const other = source::add(day, {0, step});
    if (!other) continue;
    propose(mutation::date_changed, span_of(id), {{{id, model::date_literal{*other}}}},
            {{span_of(id), source::to_iso(*other)}});
  }
}

void expression_mutants::of_duration(expression_id id, source::duration length) {
  for (auto const step : {-1, 1}) {
    auto other = length;
    (other.days != 0 ? other.days : other.months) += step;
    if (other == source::duration{}) continue;
    propose(mutation::duration_changed, span_of(id), {{{id, model::duration_literal{other}}}},
            {{span_of(id), model::print(other)}});
  }
}

void expression_mutants::of_extreme(expression_id id, model::extreme_date const& it) {
  auto other = it;
  other.which = it.which == model::extreme::later ? model::extreme::earlier : model::extreme::later;
  propose(mutation::choice_swapped, span_of(id), {{{id, other}}},
          instead(span_of(id), model::word_of(it.which), std::string{model::word_of(other.which)}));
}

void expression_mutants::of_count(expression_id id, model::count const& it) {
  if (!it.body) return;
  auto rest = it;
  rest.body.reset();
  without_body(id, rest, it.variables.back().type.where.end, *it.body);
  in_condition(*it.body);
}

void expression_mutants::of_selection(expression_id id, model::selection const& it) {
  if (it.kind != model::choice::next) {
    auto other = it;
    other.kind = it.kind == model::choice::first ? model::choice::last : model::choice::first;
    propose(mutation::choice_swapped, span_of(id), {{{id, other}}},
            instead(span_of(id), model::word_of(it.kind), std::string{model::word_of(other.kind)}));
  }
  if (it.after) in_term(*it.after);
  in_term(it.key);
  if (!it.body) return;
  auto rest = it;
  rest.body.reset();
  without_body(id, rest, span_of(it.key).end, *it.body);
  in_condition(*it.body);
}

}  // namespace casus::suite
