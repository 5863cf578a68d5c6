// From where an expression is read: the scope that its slots belong to, what stands in them, and when. Private to this
// folder.
#pragma once
#include "engine/evaluate/function_ref.hpp"
#include "engine/evaluate/world.hpp"

namespace casus::explain {

struct standpoint {
  check::scope const& scope;
  evaluate::binding& slots;  // as many as the scope has variables
  evaluate::world::place where;
};

[[nodiscard]] inline check::type const& type_of(check::program const& program, check::scope const& scope,
                                                std::uint32_t slot) {
  return program.variables[scope.variables[slot]].type;
}

// Whether a value is of the type; what is unknown is not.
[[nodiscard]] bool fits(evaluate::world const& world, facts::value value, check::type const& type);

// Overrides with a `may`: lifts prohibitions instead of displacing.
[[nodiscard]] bool only_permits(model::provision const& text);

// Gives the variables every combination of values under which no conjunct of `body` is false (of events: those that may
// be visible) and calls `visit`, as long as it returns true. A conjunct is asked as soon as its variables are bound.
void each_combination(evaluate::world& world, standpoint const& at, std::vector<std::uint32_t> const& variables,
                      std::optional<model::expression_id> body, evaluate::function_ref<bool()> visit);

}  // namespace casus::explain
