#include "exploration.hpp"

#include "json_account.hpp"

#include <nlohmann/json.hpp>

namespace casus::report {

using ordered = nlohmann::ordered_json;

std::string found_json(told_account const& one, std::string_view key, std::vector<std::string> const& found) {
  ordered made{{"title", one.told.title},
               {"file", one.told.file},
               {"line", one.about.files[one.told.where.file].position_of(one.told.where.begin).line}};
  made.update(account_json(one));
  made[std::string{key}] = ordered::array();
  for (auto const& piece : found) made[std::string{key}].push_back(ordered::parse(piece));
  return dump(made);
}

std::string json(exploration const& of, std::vector<source::diagnostic> const& said, source::files const& files) {
  ordered diagnostics = ordered::array();
  for (auto const& one : said) diagnostics.push_back(diagnostic_json(one, files));
  std::string text = "{\n\"format\": " + ordered{{"name", "casus-exploration"}, {"version", 1}}.dump() +
                     ",\n\"casus\": " + ordered(of.version).dump() + ",\n\"command\": " + ordered(of.command).dump() +
                     ",\n\"found\": [";
  for (std::size_t i = 0; i < of.found.size(); ++i) text += (i == 0 ? "\n" : ",\n") + of.found[i];
  return text + "\n],\n\"diagnostics\": " + dump(diagnostics) + "\n}\n";
}

}  // namespace casus::report
