#include "engine/check/checks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::check {
namespace {

bool is_empty(model::fixed_period const& of) { return of.from && of.until && *of.until <= *of.from; }

bool meet(model::fixed_period const& a, model::fixed_period const& b) {
  bool const a_ends_first = a.until && b.from && *a.until <= *b.from;
  bool const b_ends_first = b.until && a.from && *b.until <= *a.from;
  return !a_ends_first && !b_ends_first;
}

void check_period(model::fixed_period const& of, diagnostics& said) {
  if (!is_empty(of)) return;
  said.push_back(source::report(
      "empty-interval", of.where,
      *of.until == *of.from && !of.written_through ? "this period ends on the day it begins, so it has no day"
                                                   : "this period ends before it begins",
      of.written_through ? "" : "`until` names the first day after the period, `through` its last day"));
}

void check_instrument(model::instrument const& of, diagnostics& said) {
  for (model::fixed_period const& each : of.in_force) check_period(each, said);
  auto const is_before = [&](model::fixed_period const& each) {
    return of.signed_on && each.from && *each.from < *of.signed_on;
  };
  auto const early = std::find_if(of.in_force.begin(), of.in_force.end(), is_before);
  if (early == of.in_force.end()) return;
  said.push_back(source::report(
      "signed-after-in-force", early->where,
      fmt::format("`{}` is in force before it is signed on {}", of.id.text, source::to_iso(*of.signed_on)),
      "one of the two dates may be a slip"));
}

void check_against_instrument(program const& checked, provision const& of, diagnostics& said) {
  model::provision const& written = checked.text_of(of);
  if (!written.in_force || !of.instrument || is_empty(*written.in_force)) return;
  instrument const& in = checked.instruments[*of.instrument];
  // What is said of an empty period is said of it alone.
  auto const is_met = [&](model::fixed_period const& each) { return is_empty(each) || meet(each, *written.in_force); };
  if (in.in_force.empty() || std::any_of(in.in_force.begin(), in.in_force.end(), is_met)) return;
  source::diagnostic& added = said.emplace_back(source::report(
      "impossible-provision", written.in_force->where,
      fmt::format("`{}` is never in force: its instrument `{}` is not on any of these days", of.id, in.id)));
  for (model::fixed_period const& each : in.in_force) {
    added.notes.push_back({fmt::format("`{}` is in force here", in.id), each.where});
  }
}

}  // namespace

diagnostics check_periods(program const& checked) {
  diagnostics said;
  for (instrument const& each : checked.instruments) {
    check_instrument(std::get<model::instrument>(checked.rules.declarations[each.declaration]), said);
  }
  for (provision const& each : checked.provisions) {
    if (auto const& period = checked.text_of(each).in_force) check_period(*period, said);
    check_against_instrument(checked, each, said);
  }
  return said;
}

}  // namespace casus::check
