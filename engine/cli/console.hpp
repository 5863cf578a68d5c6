// How the command line speaks: whether in colour, and on which stream.
#pragma once
#include "engine/cli/run.hpp"
#include "engine/report/style.hpp"

namespace casus::cli {

[[nodiscard]] report::painter painter_for_output(std::string_view choice, environment const& around);
[[nodiscard]] report::painter painter_for_errors(std::string_view choice, environment const& around);

// "1 error", "2 errors".
[[nodiscard]] std::string counted(std::size_t count, std::string_view thing);

}  // namespace casus::cli
