#include "engine/check/checks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::check {
namespace {

class inspector {
 public:
  explicit inspector(tables const& all) : all_(all), checked_(all.checked) {}

  // From a slot on: parameters of alternatives are looked at together.
  void check(scope const& of, std::uint32_t first) {
    for (std::uint32_t slot = first; slot < of.variables.size(); ++slot) {
      if (!all_.mentioned[of.variables[slot]]) report(of.variables[slot]);
    }
  }

  // One alternative may leave a parameter aside that another mentions.
  void check(relation const& of) {
    for (definition const& each : of.definitions) check(each.scope, each.scope.parameters);
    for (std::uint32_t slot = 0; slot < of.parameters.size(); ++slot) {
      auto const mentions = [&](definition const& each) { return all_.mentioned[each.scope.variables[slot]]; };
      if (of.definitions.empty() || std::any_of(of.definitions.begin(), of.definitions.end(), mentions)) continue;
      report(of.definitions.front().scope.variables[slot]);
    }
  }

  diagnostics take() { return std::move(said_); }

 private:
  void report(variable_index index) {
    variable const& unused = checked_.variables[index];
    said_.push_back(source::report("unused-variable", unused.where,
                                   fmt::format("`{}` is bound and never mentioned", unused.name),
                                   "leave it out, or say what it has to do with the rest"));
  }

  tables const& all_;
  program const& checked_;
  diagnostics said_;
};

}  // namespace

diagnostics check_unused_variables(tables const& all) {
  inspector look(all);
  for (relation const& each : all.checked.relations) look.check(each);
  for (provision const& each : all.checked.provisions) look.check(each.scope, 0);
  for (question const& each : all.checked.questions) look.check(each.scope, 0);
  return look.take();
}

}  // namespace casus::check
