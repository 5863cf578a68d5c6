#include "engine/check/check.hpp"

#include "engine/check/checks.hpp"
#include "engine/check/depth.hpp"
#include "engine/check/passes.hpp"

#include <utility>

namespace casus::check {

namespace {

void check_all(tables& all) {
  program const& checked = all.checked;
  std::vector<dependency> const needs = dependencies(checked);
  all.said.add(check_strata(checked, needs));
  all.said.add(check_override_circles(checked, needs));
  all.said.add(check_versions(checked));
  all.said.add(check_periods(checked));
  all.said.add(check_deadlines(checked));
  all.said.add(check_now(checked));
  all.said.add(check_judgment_days(checked));
  all.said.add(check_acts(checked));
  all.said.add(check_readings(checked));
  if (all.said.has_errors()) return;
  all.said.add(check_visibility(checked));
  all.said.add(check_loose_conjuncts(checked));
  all.said.add(check_constants(checked));
  all.said.add(check_contradictions(checked));
  all.said.add(check_similar_names(checked));
  all.said.add(check_unused_variables(all));
  all.said.add(check_never_read(checked));
}

}  // namespace

source::outcome<program> check(model::rule_set rules) {
  // Nothing else may walk what is nested too deep.
  if (diagnostics deep = too_deep(rules); !deep.empty()) return {std::nullopt, std::move(deep)};
  tables all = collect(std::move(rules));
  arrange_provisions(all);
  resolve_signatures(all);
  bind_heads(all);
  resolve_constants(all);
  resolve_bodies(all);
  link(all);
  check_all(all);
  source::outcome<program> result;
  if (!all.said.has_errors()) result.value = std::move(all.checked);
  result.diagnostics = all.said.take();
  source::sort(result.diagnostics);
  return result;
}

}  // namespace casus::check
