#include "snapshot_shelf.hpp"

#include "engine/session/session.hpp"
#include "engine/suite/snapshot.hpp"

#include <fmt/format.h>

namespace casus::cli {
namespace {

constexpr std::string_view ending = ".snapshot.yml";
constexpr std::string_view separator = "---\n";

std::vector<std::string> documents_of(std::string const& content) {
  std::vector<std::string> documents(1);
  for (std::size_t at = 0; at < content.size();) {
    auto const end = std::min(content.find('\n', at), content.size() - 1) + 1;
    auto const line = std::string_view{content}.substr(at, end - at);
    if (line == separator) {
      documents.emplace_back();
    } else {
      documents.back() += line;
    }
    at = end;
  }
  return documents;
}

}  // namespace

std::string snapshot_path(std::string const& scenario_file) {
  auto stem = scenario_file;
  if (stem.ends_with(session::scenario_ending)) stem.resize(stem.size() - session::scenario_ending.size());
  return stem + std::string{ending};
}

snapshot_shelf::shelf& snapshot_shelf::of(std::string const& path) {
  auto const [known, is_new] = shelves_.try_emplace(path);
  if (!is_new || path == session::standard_input) return known->second;
  if (auto const read = around_.files.read(snapshot_path(path)); read.content) {
    known->second.is_there = true;
    known->second.documents = documents_of(*read.content);
  }
  return known->second;
}

bool snapshot_shelf::wants(std::string const& path) {
  if (path == session::standard_input) return false;
  return mode_ != snapshot_mode::compare || of(path).is_there;
}

report::snapshot_outcome snapshot_shelf::take(std::string const& path, std::size_t number,
                                              std::optional<std::string> const& found) {
  if (!found) return {};
  auto& own = of(path);
  report::snapshot_outcome made{.state = report::snapshot_state::same, .file = snapshot_path(path), .changes = {}};
  if (own.documents.size() <= number) own.documents.resize(number + 1);
  auto& recorded = own.documents[number];
  if (recorded == *found) return made;
  bool const is_new = recorded.empty();
  if (is_new && mode_ == snapshot_mode::compare) return {};
  if (!is_new) made.changes = suite::changes(recorded, *found);
  if (!is_new && !accepts(made)) {
    made.state = report::snapshot_state::differs;
    return made;
  }
  made.state = is_new ? report::snapshot_state::recorded : report::snapshot_state::accepted;
  recorded = *found;
  own.has_changed = true;
  return made;
}

bool snapshot_shelf::accepts(report::snapshot_outcome const& differing) const {
  return mode_ == snapshot_mode::accept && (!judge_ || judge_(differing));
}

report::snapshot_outcome snapshot_shelf::close(std::string const& path, std::size_t scenarios) {
  auto& own = of(path);
  if (own.documents.size() <= scenarios) return {};
  report::snapshot_outcome made{.state = report::snapshot_state::differs, .file = snapshot_path(path), .changes = {}};
  for (auto i = scenarios; i < own.documents.size(); ++i) {
    auto const& gone = own.documents[i];
    made.changes.push_back("- " + gone.substr(0, gone.find('\n')));
  }
  if (!accepts(made)) return made;
  own.documents.resize(scenarios);
  own.has_changed = true;
  return {};
}

std::vector<std::string> snapshot_shelf::write() {
  std::vector<std::string> problems;
  for (auto const& [path, own] : shelves_) {
    if (!own.has_changed) continue;
    auto const text = fmt::format("{}", fmt::join(own.documents, separator));
    auto const problem = around_.files.write(snapshot_path(path), text);
    if (problem) problems.push_back(fmt::format("cannot write `{}`: {}", snapshot_path(path), *problem));
  }
  return problems;
}

}  // namespace casus::cli
