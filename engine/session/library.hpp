// The texts of one run by path, each read once as each folder is, and what is wrong with a path, as a diagnostic.
#pragma once
#include "engine/session/files.hpp"
#include "engine/source/outcome.hpp"
#include "engine/source/text.hpp"
#include <map>

namespace casus::session {

// A path and, where a file names it, the place that does.
struct wanted_path {
  std::string path;
  std::optional<source::span> named_at;
};

class library {
 public:
  // `most`: the size of a file, in bytes, beyond which it is not read.
  library(file_system files, input_reader read_input, std::size_t most);

  [[nodiscard]] source::outcome<source::file_id> text(wanted_path const& wanted);
  // The files at the paths, each once: a file itself, of a folder those below it with that ending. A folder without
  // any is an error.
  [[nodiscard]] source::outcome<std::vector<wanted_path>> expanded(std::vector<wanted_path> const& wanted,
                                                                   std::string_view ending);

  // The place of an empty text that stands for a path which cannot be read.
  [[nodiscard]] source::span nameplate(std::string const& path);

  [[nodiscard]] file_system const& disk() const { return files_; }
  [[nodiscard]] source::files const& texts() const { return texts_; }

 private:
  [[nodiscard]] found_files const& below(std::string const& path, std::string_view ending);
  [[nodiscard]] source::diagnostic unreadable(wanted_path const& wanted, std::string const& problem);

  file_system files_;
  input_reader read_input_;
  std::size_t most_;
  source::files texts_;
  std::map<std::string, source::file_id> ids_;
  std::map<std::string, source::file_id> nameplates_;
  std::map<std::pair<std::string, std::string>, found_files> below_;  // by path and ending
};

}  // namespace casus::session
