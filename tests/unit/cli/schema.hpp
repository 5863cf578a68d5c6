// Holds JSON to a JSON Schema, for the keywords that docs/reference/report.schema.json uses; a schema with another
// keyword is refused.
#pragma once
#include <string>
#include <string_view>

namespace casus::test {

// What does not fit, one thing a line with its path; empty: everything fits.
[[nodiscard]] std::string misfits(std::string_view schema, std::string_view document);

}  // namespace casus::test
