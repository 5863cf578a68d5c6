#include "engine/check/check.hpp"

#include "engine/check/depth.hpp"
#include "engine/check/passes.hpp"

#include <utility>

namespace casus::check {

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
  source::outcome<program> result;
  if (!all.said.has_errors()) result.value = std::move(all.checked);
  result.diagnostics = all.said.take();
  source::sort(result.diagnostics);
  return result;
}

}  // namespace casus::check
