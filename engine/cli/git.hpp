// Runs git, by itself and not by way of a shell.
#pragma once
#include "engine/session/revisions.hpp"

namespace casus::cli {

[[nodiscard]] session::read_result run_git(std::vector<std::string> const& arguments, std::size_t most);

}  // namespace casus::cli
