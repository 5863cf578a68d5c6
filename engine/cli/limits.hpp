// The bounds that the command line can move: `--limit NAME=VALUE`, by one table of names for every command.
#pragma once
#include "engine/cli/diagnostics_desk.hpp"
#include "engine/evaluate/world.hpp"
#include "engine/session/files.hpp"
#include <string>
#include <vector>

namespace casus::cli {

struct limits {
  evaluate::limits evaluation;
  std::size_t file_bytes = session::usual_file_size;
  std::size_t shown = usual_most_shown;  // diagnostics in one run
};

// Takes over each `NAME=VALUE`. Throws usage_error where one does not read.
[[nodiscard]] limits limits_from(std::vector<std::string> const& written);

}  // namespace casus::cli
