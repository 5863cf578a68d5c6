// Statements of facts, bound: arguments, value, interval; and what two of them must not say of one tuple.
#pragma once
#include "engine/scenario/facts_section.hpp"

namespace casus::scenario {

void bind_statements(loading& all, facts_section const& section, std::vector<facts::statement>& statements);

// The arguments of a relation as written: `{s: armenia}`, `[outsider, georgia]`, or `armenia` where there is one
// parameter. Called for each with its parameter; `other_key` for keys of a mapping that are no parameters.
struct argument {
  std::uint32_t parameter = 0;
  element value;
};
struct arguments {
  std::vector<argument> given;
  std::vector<std::pair<element, element>> other_keys;
};
// None where the shape or the number is wrong, which is reported.
[[nodiscard]] std::optional<arguments> read_arguments(loading& all, check::relation const& relation, element what);

// Reports every pair of statements of one tuple that disagree on a day on which both certainly speak.
void check_conflicts(loading& all, std::vector<facts::statement> const& statements);

}  // namespace casus::scenario
