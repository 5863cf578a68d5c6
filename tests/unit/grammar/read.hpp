// What the grammar makes of a text, as text: the model as a dump, the diagnostics one a line.
#pragma once
#include <string>
#include <string_view>

namespace casus::test {

// The dump of the declarations; the diagnostics instead where there are errors.
[[nodiscard]] std::string model_of(std::string const& rules);
// "line:column-width code: message" for each, then "  help: …" and "  note at line:column: …" where there are any.
[[nodiscard]] std::string said_of(std::string const& rules);
// The dump of one condition, as the `when` of a define.
[[nodiscard]] std::string condition_of(std::string const& condition);
// The diagnostics of one condition; its line is line 1, its first column column 1.
[[nodiscard]] std::string said_of_condition(std::string const& condition);
// The condition read and printed again.
[[nodiscard]] std::string printed(std::string const& condition);
// In canonical layout; the diagnostics where there are errors.
[[nodiscard]] std::string formatted(std::string const& rules);

}  // namespace casus::test
