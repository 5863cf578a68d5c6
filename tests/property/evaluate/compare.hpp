// The engine held against the oracle on one sketch.
#pragma once
#include "tests/property/evaluate/sketch.hpp"
#include <map>
#include <optional>
#include <string>

namespace casus::oracle {

enum class ending { agreed, differed, refused /* by the checker */, gave_up /* recursion that does not go back */ };

struct comparison {
  ending how = ending::agreed;
  std::string what;         // the first difference, or why the rules were refused
  std::size_t checked = 0;  // how many answers were compared
  // What the rules consist of, and what was found of them (see census.hpp): how often each was compared.
  std::map<std::string_view, std::size_t> seen;
};

[[nodiscard]] comparison compare(sketch const& of);
[[nodiscard]] comparison compare(check::program const& rules, facts::base const& facts, evaluate::options const& how,
                                 std::vector<source::date> const& dates);
// The smallest sketch that still differs.
[[nodiscard]] sketch shrink(sketch of);
// The rules of a sketch, checked; none, with what was said, where they are refused.
[[nodiscard]] std::optional<check::program> program_of(sketch const& of, std::string& said);

}  // namespace casus::oracle
