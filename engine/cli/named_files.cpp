#include "named_files.hpp"

#include "command.hpp"

#include "engine/source/catalogue.hpp"

#include <fmt/format.h>

namespace casus::cli {

std::vector<named_file> named_files(std::vector<std::string> const& paths, environment const& around,
                                    session::session& all, diagnostics_desk& desk) {
  std::vector<named_file> files;
  auto const refuse = [&](std::string const& path, std::string const& problem) {
    desk.take(
        {source::report("unreadable-file", all.nameplate(path), fmt::format("cannot read `{}`: {}", path, problem))},
        all.texts());
  };
  for (auto const& path : paths) {
    if (path.size() > session::rule_ending.size() && path.ends_with(session::rule_ending)) {
      throw usage_error{fmt::format("`{0}` is a rule file: `casus lint {0}` checks it", path)};
    }
    if (path == session::standard_input || around.files.kind(path) != session::path_kind::folder) {
      files.push_back({path, session::asked::by_name});
      continue;
    }
    auto const found = session::find_files(around.files, path, session::scenario_ending);
    for (auto const& [where, problem] : found.problems) refuse(where, problem);
    if (found.paths.empty() && found.problems.empty()) {
      refuse(path, fmt::format("there is no file *{} in it", session::scenario_ending));
    }
    for (auto const& file : found.paths) files.push_back({file, session::asked::with_its_folder});
  }
  return files;
}

}  // namespace casus::cli
