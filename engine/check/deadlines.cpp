#include "engine/check/checks.hpp"
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

void check_deadline(program const& checked, maybe_date const& from, maybe_date const& by, diagnostics& said) {
  auto const start = literal(checked, from);
  auto const end = literal(checked, by);
  if (!start || !end || *start <= *end) return;
  said.push_back(source::report("deadline-before-start", checked.rules[*by].where,
                                fmt::format("this is due by {}, before it begins", source::to_iso(*end))));
  said.back().notes.push_back({"it begins here", checked.rules[*from].where});
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

void check_consequence(program const& checked, model::consequence const& of, diagnostics& said) {
  std::visit(source::overloaded{
                 [&](model::establishment const& it) { check_ending(checked, it.from, it.until, said); },
                 [&](model::norm const& it) {
                   check_deadline(checked, it.from, it.by, said);
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
    for (model::consequence const& follows : written.consequences) check_consequence(checked, follows, said);
    for (model::overriding const& overrides : written.overrides) {
      check_ending(checked, overrides.from, overrides.until, said);
    }
  }
  return said;
}

}  // namespace casus::check
