// Runs a page's commands in process: its input files in memory over the files of the repository, no terminal, no
// colour, a fixed day. What a page writes stays in memory.
#pragma once
#include "page.hpp"
#include "engine/cli/run.hpp"

namespace casus::test {

using program = std::function<int(std::span<std::string const> arguments, cli::environment const& around)>;

// The page with what its commands print now as what is expected of them.
[[nodiscard]] page run_page(page asked, program const& casus, session::file_system const& repository);

}  // namespace casus::test
