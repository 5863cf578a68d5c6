// Files as git keeps them, beside those that are there: `HEAD~1:/rules/a.casus` is the file as it was one commit ago,
// below the working directory.
#pragma once
#include "engine/session/files.hpp"

namespace casus::session {

// Runs git with these arguments, never by way of a shell; what it writes, up to so many bytes.
using git_runner = std::function<read_result(std::vector<std::string> const& arguments, std::size_t most)>;

[[nodiscard]] file_system with_revisions(file_system files, git_runner git);

// `HEAD~1:rules` as such a path; nothing where it does not name a revision.
[[nodiscard]] std::optional<std::string> path_in_revision(std::string_view written);

}  // namespace casus::session
