#include "files.hpp"

#include <utility>

namespace casus::session {
namespace {

constexpr int deepest_folder = 64;

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    auto const slash = path.find('/');
    parts.push_back(path.substr(0, slash));
    path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
  }
  return parts;
}

std::string joined(std::string_view folder, std::string_view name) {
  if (folder == ".") return std::string{name};
  std::string path{folder};
  if (path.empty() || path.back() != '/') path += '/';
  return path += name;
}

bool is_wanted(listed const& entry, std::string_view extension) {
  std::string_view const name = entry.name;
  return name.size() > extension.size() && name.substr(name.size() - extension.size()) == extension;
}

void gather(file_system const& files, std::string const& folder, std::string_view extension, int depth,
            found_files& found) {
  if (depth > deepest_folder) {
    found.problems.emplace_back(folder, "folders are nested more than 64 deep");
    return;
  }
  listing const here = files.list(folder);
  if (here.problem) {
    found.problems.emplace_back(folder, *here.problem);
    return;
  }
  for (listed const& entry : here.entries) {
    if (entry.name.front() == '.') continue;
    std::string path = joined(folder, entry.name);
    if (entry.kind == path_kind::folder) {
      gather(files, path, extension, depth + 1, found);
    } else if (entry.kind == path_kind::file && is_wanted(entry, extension)) {
      found.paths.push_back(std::move(path));
    }
  }
}

}  // namespace

std::string normal(std::string_view path) {
  bool const absolute = !path.empty() && path.front() == '/';
  std::vector<std::string_view> kept;
  for (std::string_view const part : parts_of(path)) {
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      kept.push_back(part);
    } else if (!kept.empty() && kept.back() != "..") {
      kept.pop_back();
    } else if (!absolute) {
      kept.push_back(part);
    }
  }
  std::string result = absolute ? "/" : "";
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (i > 0) result += '/';
    result += kept[i];
  }
  return result.empty() ? "." : result;
}

std::string relative_to(std::string_view file, std::string_view path) {
  if (!path.empty() && path.front() == '/') return normal(path);
  auto const slash = file.rfind('/');
  std::string const folder{slash == std::string_view::npos ? "" : file.substr(0, slash + 1)};
  return normal(folder + std::string{path});
}

found_files find_files(file_system const& files, std::string_view path, std::string_view extension) {
  found_files found;
  std::string const start = normal(path);
  switch (files.kind(start)) {
    case path_kind::file: found.paths.push_back(start); break;
    case path_kind::folder: gather(files, start, extension, 0, found); break;
    case path_kind::nothing: found.problems.emplace_back(start, "there is no such file or folder"); break;
  }
  return found;
}

}  // namespace casus::session
