// The repository as its own tests see it: the files of the work tree with their paths from the root.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace casus::test {

struct repository_file {
  std::string path;  // "engine/source/text.hpp"
  std::string content;
};

// The files below a folder of the repository, in the order of their paths. What is built is left out, and so is what
// belongs to tools: names that begin with a dot.
[[nodiscard]] std::vector<repository_file> files_below(std::string_view folder);
[[nodiscard]] bool exists(std::string_view path);

// "engine/source" or "grammar": the folder that a library is made of.
[[nodiscard]] std::string folder_of(std::string_view path);

struct inclusion {
  std::string header;  // as written, without quotes or brackets
  bool quoted = false;
  std::size_t line = 0;
};

[[nodiscard]] std::vector<inclusion> inclusions_of(std::string_view content);

}  // namespace casus::test
