// A line that a person types at a terminal, with history and completion, by libedit where casus was built with it.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace casus::cli {

using line_editor =
    std::function<std::optional<std::string>(std::string const& prompt, std::vector<std::string> const& words)>;

// None where there is no libedit: then lines are read as they come.
[[nodiscard]] line_editor edited_lines();

}  // namespace casus::cli
