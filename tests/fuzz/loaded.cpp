#include "loaded.hpp"

#include "require.hpp"

#include "engine/check/check.hpp"
#include "engine/scenario/load.hpp"
#include "grammar/parse.hpp"

namespace casus::fuzz {

std::optional<check::program> program_of(std::string const& rules, source::files& files) {
  auto const file = files.add("rules.casus", rules);
  auto parsed = grammar::parse(files[file], file);
  if (parsed.has_errors()) return std::nullopt;
  auto checked = check::check(std::move(*parsed.value));
  return checked.has_errors() ? std::nullopt : std::move(checked.value);
}

std::vector<facts::scenario> scenarios_of(std::string const& told, check::program const& rules, source::files& files) {
  std::vector<facts::scenario> found;
  auto const file = files.add("scenario.yaml", told);
  auto const outlined = scenario::outline(files[file], file);
  require_presentable(outlined.diagnostics, files);
  if (!outlined.value) return found;
  for (scenario::document const& each : *outlined.value) {
    auto bound = scenario::bind(each, {}, rules);
    require_presentable(bound.diagnostics, files);
    require(bound.value.has_value() == !bound.has_errors(), "a scenario with errors, or none without");
    if (bound.value) found.push_back(std::move(*bound.value));
  }
  return found;
}

}  // namespace casus::fuzz
