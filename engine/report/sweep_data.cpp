// A sweep for programs: as CSV (RFC 4180) and as JSON.
#include "json_account.hpp"
#include "sweep_page.hpp"

#include <nlohmann/json.hpp>

namespace casus::report {
namespace {

using ordered = nlohmann::ordered_json;

std::string cell(std::string const& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char const c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

std::vector<std::string> chosen(swept_fact const& of, std::uint64_t values) {
  std::vector<std::string> names;
  for (std::size_t v = 0; v < of.values.size(); ++v)
    if ((values >> v & 1) != 0) names.push_back(of.values[v]);
  return names;
}

std::string barred(std::vector<std::string> const& names) {
  std::string text;
  for (auto const& name : names) text += (text.empty() ? "" : "|") + name;
  return text;
}

// Only of the facts that a row does not hold of whatever they are.
ordered where_json(sweep_page const& shown, std::vector<std::uint64_t> const& values) {
  ordered made = ordered::object();
  for (std::size_t f = 0; f < shown.facts.size(); ++f) {
    auto names = chosen(shown.facts[f], values[f]);
    if (names.size() < shown.facts[f].values.size()) made[shown.facts[f].name] = std::move(names);
  }
  return made;
}

ordered answer_json(swept_entry const& entry, std::uint16_t answer) {
  return answer == explain::not_worked_out ? ordered(nullptr) : ordered(entry.answers[answer]);
}

ordered frontier_json(sweep_page const& shown, swept_entry const& entry, explain::frontier const& of) {
  auto const& fact = shown.facts[of.fact];
  ordered steps = ordered::array();
  for (auto const& row : of.rows) {
    ordered answers = ordered::object();
    for (std::size_t v = 0; v < row.answers.size(); ++v) answers[fact.values[v]] = answer_json(entry, row.answers[v]);
    steps.push_back({{"where", where_json(shown, row.values)}, {"answers", answers}});
  }
  return {{"fact", fact.name}, {"pairs", of.pairs}, {"steps", steps}};
}

ordered varied_json(sweep_page const& shown) {
  ordered made = ordered::object();
  for (auto const& fact : shown.facts) made[fact.name] = fact.values;
  return made;
}

std::string entry_json(sweep_page const& shown, swept_entry const& entry) {
  ordered answers = ordered::array(), rows = ordered::array(), matters = ordered::array(), frontier = ordered::array();
  for (std::size_t a = 0; a < entry.answers.size(); ++a)
    answers.push_back({{"answer", entry.answers[a]}, {"combinations", entry.counts[a]}});
  for (auto const& row : entry.table.rows) {
    rows.push_back({{"where", where_json(shown, row.values)},
                    {"answer", entry.answers[row.answer]},
                    {"combinations", row.combinations}});
  }
  for (std::size_t f = 0; f < shown.facts.size(); ++f)
    if (entry.table.matters[f]) matters.push_back(shown.facts[f].name);
  for (auto const& one : entry.frontiers) frontier.push_back(frontier_json(shown, entry, one));
  return dump({{"id", entry.id},
               {"varied", varied_json(shown)},
               {"combinations", shown.combinations},
               {"answers", answers},
               {"rows", rows},
               {"is_smallest", entry.table.is_smallest},
               {"matters", matters},
               {"frontier", frontier}});
}

}  // namespace

std::string csv(sweep_page const& shown) {
  std::string made = "id";
  for (auto const& fact : shown.facts) made += ',' + cell(fact.name);
  made += ",answer,combinations\r\n";
  for (auto const& entry : shown.entries) {
    for (auto const& row : entry.table.rows) {
      made += cell(entry.id);
      for (std::size_t f = 0; f < shown.facts.size(); ++f) {
        auto const names = chosen(shown.facts[f], row.values[f]);
        made += ',' + (names.size() == shown.facts[f].values.size() ? std::string{} : cell(barred(names)));
      }
      made += ',' + cell(entry.answers[row.answer]) + ',' + std::to_string(row.combinations) + "\r\n";
    }
  }
  for (auto const& one : shown.alike) {
    made += cell(one.id) + std::string(shown.facts.size() + 1, ',') + cell(one.answer) + ',' +
            std::to_string(shown.combinations) + "\r\n";
  }
  return made;
}

std::vector<std::string> json(sweep_page const& shown) {
  std::vector<std::string> pieces;
  for (auto const& entry : shown.entries) pieces.push_back(entry_json(shown, entry));
  for (auto const& one : shown.alike) {
    pieces.push_back(
        dump({{"id", one.id},
              {"varied", varied_json(shown)},
              {"combinations", shown.combinations},
              {"answers", {{{"answer", one.answer}, {"combinations", shown.combinations}}}},
              {"rows", {{{"where", ordered::object()}, {"answer", one.answer}, {"combinations", shown.combinations}}}},
              {"is_smallest", true},
              {"matters", ordered::array()},
              {"frontier", ordered::array()}}));
  }
  return pieces;
}

}  // namespace casus::report
