// A scalar of a scenario → a value of the type that the rules declare for its place.
#pragma once
#include "engine/scenario/loading.hpp"

namespace casus::scenario {

// Where blanks stand between the names of several things: "a comma stands between two: `a, b`". Empty: they do not.
[[nodiscard]] std::string missing_comma(loading const& all, std::string const& text);

// None where it cannot be read so, which is reported. Unquoted `unknown` gives the unknown value whatever the type,
// nothing (`~`) the absent one where the type is optional. `called` is the field, parameter or variable.
[[nodiscard]] std::optional<facts::value> read_value(loading& all, element what, check::type const& type,
                                                     std::string_view called);

// A date or `unknown`.
[[nodiscard]] std::optional<facts::value> read_day_or_unknown(loading& all, element what, std::string_view called);

// `true`, `false` or `unknown`.
[[nodiscard]] std::optional<facts::truth> read_truth(loading& all, element what);

// "3 years", "1 year, 2 months and 10 days"; none if it is not written so.
[[nodiscard]] std::optional<source::duration> parse_duration(std::string_view text);

// The value of a default, or of an individual's field: a literal, a value of an enumeration or an individual.
[[nodiscard]] facts::value literal_value(loading& all, model::expression_id literal);

// What a field is where nothing is said of it, and why.
struct unsaid {
  facts::value value;
  facts::origin why = facts::origin::left_out;
};
[[nodiscard]] unsaid value_left_out(loading& all, check::field const& field);

}  // namespace casus::scenario
