#include "made_scenarios.hpp"

#include "command.hpp"

#include "engine/session/session.hpp"

#include <fmt/format.h>

namespace casus::cli {

std::string scenario_names::file_for(std::string_view words) {
  constexpr std::size_t most = 100;
  std::string name;
  for (char const c : words) {
    bool const is_plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    if (is_plain) name += c;
    if (!is_plain && !name.empty() && name.back() != '-') name += '-';
    if (name.size() == most) break;
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  if (auto const number = ++known_[name]; number > 1) name += fmt::format("-{}", number);
  return name + std::string{session::scenario_ending};
}

std::string folder_from(std::optional<std::string> const& written, std::size_t tries) {
  if (written && written->empty()) throw usage_error{"--write-to takes a folder, and this is an empty name"};
  if (written && tries == 0) throw usage_error{"with --tries 0 there is nothing for --write-to to write"};
  return written.value_or("");
}

std::vector<std::string> rules_seen_from(std::string const& folder, std::vector<std::string> const& paths) {
  if (folder.empty()) return paths;
  std::vector<std::string> made;
  for (auto const& path : paths) {
    auto const seen = session::path_seen_from(folder, path);
    if (!seen) throw usage_error{fmt::format("from `{}` a file could not name the rules `{}`", folder, path)};
    made.push_back(*seen);
  }
  return made;
}

bool write_scenarios(std::string const& folder, std::vector<session::new_file> const& files,
                     environment const& around) {
  if (folder.empty()) return true;
  auto const problem = session::write_new(around.files, folder, files);
  if (problem) around.write_error(fmt::format("casus: {}\n", *problem));
  return !problem;
}

}  // namespace casus::cli
