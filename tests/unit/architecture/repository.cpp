#include "repository.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace casus::test {
namespace {

namespace fs = std::filesystem;

fs::path root() { return CASUS_ROOT; }

bool is_left_out(fs::path const& path) {
  std::string const name = path.filename().string();
  return name.front() == '.' || (name == "build" && path.parent_path() == root());
}

std::string content_of(fs::path const& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string_view trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(" \t");
  return first == std::string_view::npos ? std::string_view{} : text.substr(first);
}

}  // namespace

std::vector<repository_file> files_below(std::string_view folder) {
  std::vector<repository_file> found;
  fs::path const top = root() / folder;
  if (!fs::exists(top)) return found;
  for (fs::recursive_directory_iterator at(top); at != fs::recursive_directory_iterator{}; ++at) {
    if (is_left_out(at->path())) {
      at.disable_recursion_pending();
    } else if (at->is_regular_file()) {
      found.push_back({at->path().lexically_relative(root()).generic_string(), content_of(at->path())});
    }
  }
  std::sort(found.begin(), found.end(), [](auto const& a, auto const& b) { return a.path < b.path; });
  return found;
}

bool exists(std::string_view path) { return fs::exists(root() / path); }

std::string folder_of(std::string_view path) {
  auto const slash = path.rfind('/');
  return std::string{slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash)};
}

std::vector<inclusion> inclusions_of(std::string_view content) {
  std::vector<inclusion> found;
  std::istringstream lines{std::string{content}};
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    std::string_view rest = trimmed(line);
    if (!rest.starts_with('#')) continue;
    rest = trimmed(rest.substr(1));
    if (!rest.starts_with("include")) continue;
    rest = trimmed(rest.substr(7));
    if (rest.empty()) continue;
    auto const end = rest.find_first_of("\">", 1);
    found.push_back({std::string{rest.substr(1, end - 1)}, rest.front() == '"', number});
  }
  return found;
}

}  // namespace casus::test
