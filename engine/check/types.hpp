// What types are called, which fit which, and types as written turned into types as meant. Private to the checker.
#pragma once
#include "engine/check/tables.hpp"

namespace casus::check {

inline constexpr type boolean_type{base_type::boolean, 0, false};
inline constexpr type integer_type{base_type::integer, 0, false};
inline constexpr type text_type{base_type::text, 0, false};
inline constexpr type date_type{base_type::date, 0, false};
inline constexpr type duration_type{base_type::duration, 0, false};

[[nodiscard]] std::string name_of(program const& checked, type const& of);  // State, act assist, Int

// Whether a is b, above it or below it.
[[nodiscard]] bool is_related(program const& checked, kind_index a, kind_index b);
// Whether a thing of the kind `below` is always of the kind `above`.
[[nodiscard]] bool is_within(program const& checked, kind_index below, kind_index above);

// Whether a value of the one may be compared with, or passed for, a value of the other. What is unknown fits all.
[[nodiscard]] bool fits(program const& checked, type const& wanted, type const& given);

// Reports what is wrong with it.
[[nodiscard]] type resolve_type(tables& all, model::type_name const& written);

// The type of a variable that ranges over all values of its type; reports where that is impossible.
[[nodiscard]] type resolve_range(tables& all, model::variable const& written);

}  // namespace casus::check
