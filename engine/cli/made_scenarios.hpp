// Scenarios that a command makes, as files: how they are called, how they name their rules, and writing them.
#pragma once
#include "engine/cli/run.hpp"
#include "engine/session/new_files.hpp"
#include <map>

namespace casus::cli {

// Names for the scenarios of one run, each once.
class scenario_names {
 public:
  // "define member: until/through exchanged" → "define-member-until-through-exchanged.yaml", the second of that name
  // "…-2.yaml". Of words without end the first are taken.
  [[nodiscard]] std::string file_for(std::string_view words);

 private:
  std::map<std::string, std::size_t> known_;
};

// The folder of `--write-to`, empty where it is left out. Throws usage_error for one without a name, or where so few
// tries find nothing to write.
[[nodiscard]] std::string folder_from(std::optional<std::string> const& written, std::size_t tries);

// Paths as a file in the folder would name them; as they are, where there is none. Throws usage_error where they cannot
// be named from there.
[[nodiscard]] std::vector<std::string> rules_seen_from(std::string const& folder,
                                                       std::vector<std::string> const& paths);

// Whether all could be written; what could not is said on standard error.
[[nodiscard]] bool write_scenarios(std::string const& folder, std::vector<session::new_file> const& files,
                                   environment const& around);

}  // namespace casus::cli
