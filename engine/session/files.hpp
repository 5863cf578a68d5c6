// The files that a run reads and writes, as a value: on disk, in memory, or one laid over the other. Everything that
// can go wrong with a file is said in words here, so that nobody else has to ask the operating system. Paths are text
// with `/`; nothing here knows what the files are for.
#pragma once
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::session {

inline constexpr std::size_t mebibyte = std::size_t{1} << 20U;  // bytes
inline constexpr std::size_t usual_file_size = 16 * mebibyte;   // the most that is read unless more is asked for

enum class path_kind { nothing, file, folder };

struct read_result {
  std::optional<std::string> content;
  std::string problem;  // why there is no content: "there is no such file", "it is a folder", "permission denied" …
};

struct listed {
  std::string name;
  path_kind kind = path_kind::nothing;
};

struct listing {
  std::vector<listed> entries;         // in the order of their names, bytewise; `.` and `..` left out
  std::optional<std::string> problem;  // why the folder cannot be listed
};

struct file_system {
  // At most so many bytes: of a larger file, that it is too large.
  std::function<read_result(std::string const& path, std::size_t most)> read_up_to;
  [[nodiscard]] read_result read(std::string const& path, std::size_t most = usual_file_size) const {
    return read_up_to(path, most);
  }
  std::function<path_kind(std::string const& path)> kind;
  std::function<listing(std::string const& folder)> list;
  // Replaces the whole file or leaves it as it was. What went wrong, or nothing.
  std::function<std::optional<std::string>(std::string const& path, std::string_view content)> write;
  // With those that it is in, where they are not there. What went wrong, or nothing.
  std::function<std::optional<std::string>(std::string const& folder)> make_folder;
};

// Reads standard input whole, up to so many bytes.
using input_reader = std::function<read_result(std::size_t most)>;

// "it is larger than 16 MiB".
[[nodiscard]] std::string larger_than(std::size_t most);

using memory = std::map<std::string, std::string, std::less<>>;  // normal path → content

// Relative paths are taken from `root`, or from the working directory where it is empty.
[[nodiscard]] file_system disk(std::string root = {});
[[nodiscard]] read_result read_standard_input(std::size_t most);
[[nodiscard]] file_system in_memory(std::shared_ptr<memory> files);
// What `above` does not have is read from `below`; everything is written to `above`.
[[nodiscard]] file_system layered(file_system above, file_system below);

// `path` as written in `file`: relative to the folder that the file is in. Without `.` and `..` where they can go.
[[nodiscard]] std::string relative_to(std::string_view file, std::string_view path);
[[nodiscard]] std::string normal(std::string_view path);

struct found_files {
  std::vector<std::string> paths;
  std::vector<std::pair<std::string, std::string>> problems;  // a path and what is wrong with it
};

// The path itself where it is a file, whatever its name; else every file below it that ends in `extension`, folder by
// folder in the order of their names. Leaves out names that begin with a dot, and links to folders (they may lead
// back).
[[nodiscard]] found_files find_files(file_system const& files, std::string_view path, std::string_view extension);

}  // namespace casus::session
