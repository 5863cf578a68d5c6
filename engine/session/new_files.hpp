// Files that a command makes anew, in a folder of their own: never is anything replaced that says something else.
#pragma once
#include "engine/session/files.hpp"

namespace casus::session {

struct new_file {
  std::string name;  // within the folder
  std::string content;
};

// Writes them all; where one is there already and says something else, none. What is there and says the same stays.
// What went wrong, or nothing.
[[nodiscard]] std::optional<std::string> write_new(file_system const& files, std::string const& folder,
                                                   std::vector<new_file> const& all);

// How a file in a folder names a path: `../rules/a.casus` is `rules/a.casus` as seen from `cases`. Nothing where the
// paths do not tell, since one of them begins above the folder that they start from, or at the root of the disk.
[[nodiscard]] std::optional<std::string> path_seen_from(std::string_view folder, std::string_view path);

}  // namespace casus::session
