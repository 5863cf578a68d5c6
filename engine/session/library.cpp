#include "library.hpp"

#include "session.hpp"

#include "engine/source/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace casus::session {
namespace {

// What is wrong with a file, by its name, where files of that ending are wanted: a scenario is no rule file, nor is a
// rule file a background. Empty: nothing.
std::string of_other_sort(std::string_view path, std::string_view ending) {
  if (ending == rule_ending && (path.ends_with(scenario_ending) || path.ends_with(".yml")))
    return "it is a scenario, not a rule file";
  return ending == scenario_ending && path.ends_with(rule_ending) ? "it is a rule file" : std::string{};
}

}  // namespace

library::library(file_system files, input_reader read_input, std::size_t most)
    : files_(std::move(files)), read_input_(std::move(read_input)), most_(most) {}

source::diagnostic library::unreadable(wanted_path const& wanted, std::string const& problem) {
  auto message = fmt::format("cannot read `{}`: {}", wanted.path, problem);
  if (wanted.named_at) return source::report("unreadable-file", *wanted.named_at, std::move(message));
  return source::report("unreadable-file", nameplate(wanted.path), std::move(message));
}

source::span library::nameplate(std::string const& path) {
  auto const place = nameplates_.find(path);
  auto const id = place != nameplates_.end() ? place->second : texts_.add(path, {});
  nameplates_.emplace(path, id);
  return {.file = id, .begin = 0, .end = 0};
}

source::outcome<source::file_id> library::text(wanted_path const& wanted) {
  auto const known = ids_.find(wanted.path);
  if (known != ids_.end()) return {.value = known->second, .diagnostics = {}};
  bool const is_input = wanted.path == standard_input;
  auto read = is_input ? read_input_(most_) : files_.read(wanted.path, most_);
  if (!read.content) return {.value = std::nullopt, .diagnostics = {unreadable(wanted, read.problem)}};
  auto const id = texts_.add(is_input ? "standard input" : wanted.path, std::move(*read.content));
  ids_.emplace(wanted.path, id);
  return {.value = id, .diagnostics = {}};
}

found_files const& library::below(std::string const& path, std::string_view ending) {
  auto const [place, is_new] = below_.try_emplace({path, std::string{ending}});
  if (!is_new) return place->second;
  if (path == standard_input)
    place->second.paths.push_back(path);
  else
    place->second = find_files(files_, path, ending);
  return place->second;
}

source::outcome<std::vector<wanted_path>> library::expanded(std::vector<wanted_path> const& wanted,
                                                            std::string_view ending) {
  source::outcome<std::vector<wanted_path>> all{.value = std::vector<wanted_path>{}, .diagnostics = {}};
  std::set<std::string, std::less<>> seen;
  for (auto const& one : wanted) {
    auto const sort = of_other_sort(one.path, ending);
    if (!sort.empty() && files_.kind(one.path) == path_kind::file) {
      all.diagnostics.push_back(unreadable(one, sort));
      all.diagnostics.back().help = ending == rule_ending ? "rule files end in `.casus`"
                                                          : "`rules:` names rule files; backgrounds end in `.yaml`";
      continue;
    }
    auto const& found = below(one.path, ending);
    for (auto const& [path, problem] : found.problems) {
      all.diagnostics.push_back(unreadable({.path = path, .named_at = one.named_at}, problem));
    }
    if (found.paths.empty() && found.problems.empty()) {
      all.diagnostics.push_back(unreadable(one, fmt::format("there is no file *{} in it", ending)));
    }
    for (auto const& path : found.paths)
      if (seen.insert(path).second) all.value->push_back({.path = path, .named_at = one.named_at});
  }
  return all;
}

}  // namespace casus::session
