// The scenario files that paths on the command line stand for.
#pragma once
#include "engine/cli/diagnostics_desk.hpp"
#include "engine/cli/run.hpp"
#include "engine/session/session.hpp"

namespace casus::cli {

struct named_file {
  std::string path;
  session::asked how = session::asked::by_name;
};

// A file is meant whatever its name, a folder stands for the scenarios in it; what is wrong with a folder is said at
// the desk. Throws usage_error for a rule file.
[[nodiscard]] std::vector<named_file> named_files(std::vector<std::string> const& paths, environment const& around,
                                                  session::session& all, diagnostics_desk& desk);

}  // namespace casus::cli
