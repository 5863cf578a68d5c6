// Variables that one provision or question names in another: `for the same v`, `for v = x`. Private to the checker.
#pragma once
#include "engine/check/tables.hpp"

namespace casus::check {

// The slot of a variable among those at the head of a scope.
[[nodiscard]] std::optional<std::uint32_t> find_head(program const& checked, scope const& in, std::string_view name);

// The type that the variable has in the versions of an article; unknown where none has it.
[[nodiscard]] type shared_type(tables const& all, article const& of, std::string_view name);

// The slot that the variable has in a version. Reports where it is missing; the slot is then 0.
[[nodiscard]] std::uint32_t shared_slot(tables& all, provision_index version, model::name const& variable);

}  // namespace casus::check
