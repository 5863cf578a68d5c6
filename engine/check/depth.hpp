// How deep expressions are nested. Everything that walks them recurses as deep, so the limit protects all of it; the
// parser counts parentheses, and this counts also what needs none, such as `a + b + c + …`.
#pragma once
#include "engine/check/log.hpp"
#include "engine/model/rule_set.hpp"

namespace casus::check {

inline constexpr std::uint32_t deepest_expression = 1'000;

[[nodiscard]] diagnostics too_deep(model::rule_set const& rules);

}  // namespace casus::check
