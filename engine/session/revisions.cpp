#include "revisions.hpp"

#include <utility>

namespace casus::session {
namespace {

constexpr std::string_view mark = ":/";

// As git is asked for it; what looks like an option is none.
std::optional<std::string> object_of(std::string const& path) {
  auto const at = path.find(mark);
  if (at == std::string::npos || at == 0 || path.front() == '-') return std::nullopt;
  return path.substr(0, at) + ":./" + path.substr(at + mark.size());
}

// "100644 blob 1f2e…\tname", each ended by a zero.
listing listed_by_git(std::string const& output) {
  listing made;
  for (std::size_t from = 0; from < output.size();) {
    auto const to = std::min(output.find('\0', from), output.size());
    std::string_view const line{output.data() + from, to - from};
    from = to + 1;
    auto const tab = line.find('\t');
    if (tab == std::string_view::npos) continue;
    auto const head = line.substr(0, tab);
    auto kind = path_kind::nothing;
    if (head.find(" blob ") != std::string_view::npos) kind = path_kind::file;
    if (head.find(" tree ") != std::string_view::npos) kind = path_kind::folder;
    made.entries.push_back({std::string{line.substr(tab + 1)}, kind});
  }
  return made;
}

}  // namespace

file_system with_revisions(file_system files, git_runner git) {
  file_system made;
  made.read_up_to = [files, git](std::string const& path, std::size_t most) -> read_result {
    auto const object = object_of(path);
    return object ? git({"show", *object}, most) : files.read_up_to(path, most);
  };
  made.kind = [files, git](std::string const& path) {
    auto const object = object_of(path + (path.ends_with(':') ? "/" : ""));
    if (!object) return files.kind(path);
    auto const found = git({"cat-file", "-t", *object}, mebibyte);
    if (!found.content) return path_kind::nothing;
    return found.content->rfind("tree", 0) == 0 ? path_kind::folder : path_kind::file;
  };
  made.list = [files, git](std::string const& folder) -> listing {
    auto const object = object_of(folder + (folder.ends_with(':') ? "/" : ""));
    if (!object) return files.list(folder);
    auto const found = git({"ls-tree", "-z", *object + (object->ends_with('/') ? "" : "/")}, usual_file_size);
    if (!found.content) return {.entries = {}, .problem = found.problem};
    return listed_by_git(*found.content);
  };
  made.write = [files](std::string const& path, std::string_view content) -> std::optional<std::string> {
    if (object_of(path)) return "what git keeps is not written to";
    return files.write(path, content);
  };
  return made;
}

std::optional<std::string> path_in_revision(std::string_view written) {
  auto const colon = written.find(':');
  if (colon == std::string_view::npos || colon == 0 || written.front() == '-') return std::nullopt;
  auto const path = written.substr(colon + 1);
  return std::string{written.substr(0, colon)} + ":" + (path.rfind('/', 0) == 0 ? "" : "/") + std::string{path};
}

}  // namespace casus::session
