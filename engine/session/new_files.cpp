#include "new_files.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::session {
namespace {

std::vector<std::string> parts_of(std::string_view normal_path) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from < normal_path.size();) {
    auto const to = std::min(normal_path.find('/', from), normal_path.size());
    auto const part = normal_path.substr(from, to - from);
    if (!part.empty() && part != ".") parts.emplace_back(part);
    from = to + 1;
  }
  return parts;
}

}  // namespace

std::optional<std::string> write_new(file_system const& files, std::string const& folder,
                                     std::vector<new_file> const& all) {
  if (files.kind(normal(folder)) == path_kind::file) return fmt::format("cannot write to `{}`: it is a file", folder);
  std::vector<std::pair<std::string, new_file const*>> missing;
  for (auto const& one : all) {
    auto const path = normal(folder + '/' + one.name);
    if (files.kind(path) == path_kind::nothing) {
      missing.emplace_back(path, &one);
    } else if (files.read(path).content != one.content) {
      return fmt::format("`{}` is there and says something else; nothing was written", path);
    }
  }
  if (missing.empty()) return std::nullopt;
  if (auto const problem = files.make_folder(normal(folder)))
    return fmt::format("cannot make the folder `{}`: {}", folder, *problem);
  for (auto const& [path, one] : missing)
    if (auto const problem = files.write(path, one->content))
      return fmt::format("cannot write `{}`: {}", path, *problem);
  return std::nullopt;
}

std::optional<std::string> path_seen_from(std::string_view folder, std::string_view path) {
  auto const from_text = normal(folder);
  auto const to_text = normal(path);
  if ((from_text.front() == '/') != (to_text.front() == '/')) {
    if (to_text.front() == '/') return to_text;
    return std::nullopt;
  }
  auto const from = parts_of(from_text);
  auto const to = parts_of(to_text);
  auto const [up, down] = std::mismatch(from.begin(), from.end(), to.begin(), to.end());
  if (std::find(up, from.end(), "..") != from.end()) return std::nullopt;
  std::string made;
  for (auto at = up; at != from.end(); ++at) made += "../";
  for (auto at = down; at != to.end(); ++at) made += *at + '/';
  if (made.empty()) return ".";
  made.pop_back();
  return made;
}

}  // namespace casus::session
