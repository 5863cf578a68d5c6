#include "engine/check/checks.hpp"
#include "engine/check/equal.hpp"
#include "engine/source/overloaded.hpp"

#include <fmt/format.h>

namespace casus::check {
namespace {

using maybe_date = std::optional<model::expression_id>;

std::optional<source::date> literal(program const& checked, maybe_date const& of) {
  if (!of) return std::nullopt;
  auto const* const written = std::get_if<model::date_literal>(&checked.rules[*of].node);
  return written == nullptr ? std::nullopt : std::optional(written->value);
}

// A date as another with a length of time added or taken away.
struct shifted {
  model::expression_id date;
  source::duration by;
};

shifted shifted_of(model::rule_set const& rules, model::expression_id date) {
  auto const* const sum = std::get_if<model::arithmetic>(&rules[date].node);
  auto const* const length = sum == nullptr ? nullptr : std::get_if<model::duration_literal>(&rules[sum->right].node);
  if (length == nullptr) return {date, {}};
  int const sign = sum->op == model::arithmetic_operator::plus ? 1 : -1;
  return {sum->left, {sign * length->value.months, sign * length->value.days}};
}

// Whether the one is before the other whatever the facts are: dates that are written out, or one date shifted.
bool is_always_before(program const& checked, model::expression_id a, model::expression_id b) {
  auto const one = literal(checked, a);
  auto const other = literal(checked, b);
  if (one && other) return *one < *other;
  auto const left = shifted_of(checked.rules, a);
  auto const right = shifted_of(checked.rules, b);
  bool const is_less = left.by.months <= right.by.months && left.by.days <= right.by.days && left.by != right.by;
  return is_less && is_alike(checked.rules, left.date, right.date);
}

void check_deadline(program const& checked, maybe_date const& from, maybe_date const& by, diagnostics& said) {
  if (!from || !by || !is_always_before(checked, *by, *from)) return;
  auto const end = literal(checked, by);
  said.push_back(source::report(
      "deadline-before-start", checked.rules[*by].where,
      end ? fmt::format("this is due by {}, before it begins", source::to_iso(*end)) : "this is due before it begins"));
  said.back().notes.push_back({"it begins here", checked.rules[*from].where});
}

void check_within(program const& checked, model::provision const& of, model::norm const& norm, diagnostics& said) {
  if (!norm.within || norm.from || of.judged_at) return;
  said.push_back(source::report("within-without-from", checked.rules[*norm.within].where,
                                "there is no day from which `within` counts",
                                "say `from DATE` before it, or when the provision is judged: `judged at DATE`"));
}

void check_ending(program const& checked, maybe_date const& from, std::optional<model::ending> const& until,
                  diagnostics& said) {
  if (!until) return;
  auto const start = literal(checked, from);
  auto const end = literal(checked, until->date);
  bool const is_empty = start && end && (until->inclusive ? *end < *start : *end <= *start);
  if (!is_empty) return;
  bool const is_same = *start == *end;
  said.push_back(
      source::report("empty-interval", until->where,
                     is_same ? "this ends on the day it begins, so it has no day" : "this ends before it begins",
                     until->inclusive ? "" : "`until` names the first day after, `through` the last day"));
  said.back().notes.push_back({"it begins here", checked.rules[*from].where});
}

void check_consequence(program const& checked, model::provision const& written, model::consequence const& of,
                       diagnostics& said) {
  std::visit(source::overloaded{
                 [&](model::establishment const& it) { check_ending(checked, it.from, it.until, said); },
                 [&](model::norm const& it) {
                   check_deadline(checked, it.from, it.by, said);
                   check_within(checked, written, it, said);
                   check_ending(checked, it.from, it.until, said);
                 },
             },
             of.effect);
}

}  // namespace

diagnostics check_deadlines(program const& checked) {
  diagnostics said;
  for (provision const& each : checked.provisions) {
    model::provision const& written = checked.text_of(each);
    for (model::consequence const& follows : written.consequences) check_consequence(checked, written, follows, said);
    for (model::overriding const& overrides : written.overrides) {
      check_ending(checked, overrides.from, overrides.until, said);
    }
  }
  return said;
}

}  // namespace casus::check
