// The bound on nesting: the grammar counts parentheses and the like, `lower` the depth of what they mean, so that no
// later phase that goes down an expression can run out of stack.
#pragma once

namespace casus::grammar {

inline constexpr int deepest_nesting = 200;
inline constexpr char const* nesting_bound = "nesting at most 200 deep";

}  // namespace casus::grammar
