#include "files.hpp"

#include <algorithm>
#include <utility>

namespace casus::session {
namespace {

// The prefix of everything below a folder: empty for the folder that relative paths start from.
std::string prefix_of(std::string const& folder) {
  std::string const path = normal(folder);
  if (path == ".") return {};
  return path.back() == '/' ? path : path + '/';
}

path_kind kind_in(memory const& files, std::string const& path) {
  if (files.contains(normal(path))) return path_kind::file;
  std::string const prefix = prefix_of(path);
  auto const next = files.lower_bound(prefix);
  if (prefix.empty() || (next != files.end() && next->first.starts_with(prefix))) return path_kind::folder;
  return path_kind::nothing;
}

listing list_in(memory const& files, std::string const& folder) {
  listing result;
  std::string const prefix = prefix_of(folder);
  for (auto at = files.lower_bound(prefix); at != files.end() && at->first.starts_with(prefix); ++at) {
    std::string const rest = at->first.substr(prefix.size());
    auto const slash = rest.find('/');
    auto const kind = slash == std::string::npos ? path_kind::file : path_kind::folder;
    std::string name = rest.substr(0, slash);
    if (name.empty()) continue;  // an absolute path, seen from where relative ones start
    if (result.entries.empty() || result.entries.back().name != name) result.entries.push_back({std::move(name), kind});
  }
  if (result.entries.empty()) result.problem = "there is no such folder";
  return result;
}

bool precedes(listed const& a, listed const& b) { return a.name < b.name; }

listing merged(listing above, listing const& below) {
  if (above.problem) return below;
  if (below.problem) return above;
  for (listed const& entry : below.entries) {
    auto const same = [&](listed const& other) { return other.name == entry.name; };
    if (std::none_of(above.entries.begin(), above.entries.end(), same)) above.entries.push_back(entry);
  }
  std::sort(above.entries.begin(), above.entries.end(), precedes);
  return above;
}

}  // namespace

file_system in_memory(std::shared_ptr<memory> files) {
  auto const read = [files](std::string const& path, std::size_t most) -> read_result {
    auto const found = files->find(normal(path));
    if (found != files->end() && found->second.size() > most) return {.content = {}, .problem = larger_than(most)};
    if (found != files->end()) return {.content = found->second, .problem = {}};
    bool const is_folder = kind_in(*files, path) == path_kind::folder;
    return {.content = std::nullopt, .problem = is_folder ? "it is a folder" : "there is no such file"};
  };
  auto const write = [files](std::string const& path, std::string_view content) -> std::optional<std::string> {
    (*files)[normal(path)] = content;
    return std::nullopt;
  };
  return {
      .read_up_to = read,
      .kind = [files](std::string const& path) { return kind_in(*files, path); },
      .list = [files](std::string const& folder) { return list_in(*files, folder); },
      .write = write,
      .make_folder = [](std::string const&) { return std::optional<std::string>{}; }};  // there as soon as a file is
}

file_system layered(file_system above, file_system below) {
  auto const read = [above, below](std::string const& path, std::size_t most) {
    return above.kind(path) == path_kind::file ? above.read(path, most) : below.read(path, most);
  };
  auto const kind = [above, below](std::string const& path) {
    auto const there = above.kind(path);
    return there == path_kind::nothing ? below.kind(path) : there;
  };
  auto const list = [above, below](std::string const& folder) {
    return merged(above.list(folder), below.list(folder));
  };
  return {.read_up_to = read, .kind = kind, .list = list, .write = above.write, .make_folder = above.make_folder};
}

}  // namespace casus::session
