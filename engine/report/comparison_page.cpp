#include "comparison_page.hpp"

#include "json_account.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::report {
namespace {

using ordered = nlohmann::ordered_json;

constexpr std::size_t most_sets = 3;     // sets that are listed for one cell
constexpr std::size_t widest_cell = 48;  // columns, beyond which what it turns on stands below

std::string turns_words(comparison_cell const& of) {
  std::string text;
  for (std::size_t i = 0; i < of.turns.size() && i < most_sets; ++i) text += (i == 0 ? "" : "; or: ") + of.turns[i];
  if (of.turns.size() > most_sets) text += "; or in " + std::to_string(of.turns.size() - most_sets) + " more ways";
  return text;
}

std::string alike_words(comparison_page const& shown) {
  if (shown.rows.empty()) return "all come out alike";
  if (shown.alike == 0) return {};
  return std::to_string(shown.alike) + (shown.alike == 1 ? " more comes" : " more come") + " out alike (--all)";
}

// Of the status that the cell begins with.
tone tone_of_cell(std::string const& words) {
  for (auto const status : {evaluate::status::violated, evaluate::status::satisfied, evaluate::status::applies,
                            evaluate::status::open, evaluate::status::undetermined, evaluate::status::displaced,
                            evaluate::status::does_not_apply, evaluate::status::not_in_force}) {
    if (words.rfind(evaluate::words(status), 0) == 0) return tone_of(status);
  }
  return tone::plain;
}

}  // namespace

std::string text(comparison_page const& shown, painter const& paint) {
  auto made = text(shown.head, paint);
  std::size_t names = 0;
  std::size_t cells = 0;
  for (auto const& column : shown.columns) names = std::max(names, width_of(column.name));
  for (auto const& row : shown.rows)
    for (auto const& cell : row.cells)
      if (width_of(cell.words) <= widest_cell) cells = std::max(cells, width_of(cell.words));
  for (auto const& row : shown.rows) {
    made += "  " + paint(tone::strong, row.citation) + '\n';
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      auto const& cell = row.cells[i];
      auto const turns = turns_words(cell);
      made += "    " + padded(shown.columns[i].name, names) + "  " + paint(tone_of_cell(cell.words), cell.words);
      if (!turns.empty()) {
        bool const is_wide = width_of(cell.words) > cells;
        made += is_wide ? '\n' + std::string(names + 8, ' ') : std::string(cells - width_of(cell.words) + 2, ' ');
        made += "turns on: " + turns;
      }
      made += '\n';
    }
  }
  auto const alike = alike_words(shown);
  return alike.empty() ? made : made + "  " + paint(tone::faint, alike) + '\n';
}

std::string markdown(comparison_page const& shown) {
  constexpr auto escaped = escaped_for_markdown;
  auto made = markdown(shown.head, level::scenario);
  if (!shown.rows.empty()) {
    std::string rule = "| --- |";
    made += "| |";
    for (auto const& column : shown.columns) made += ' ' + escaped(column.name) + " |", rule += " --- |";
    made += '\n' + rule + '\n';
  }
  for (auto const& row : shown.rows) {
    made += "| " + escaped(row.citation) + " |";
    for (auto const& cell : row.cells) {
      auto const turns = turns_words(cell);
      made += ' ' + escaped(cell.words) + (turns.empty() ? "" : "<br>*" + escaped(turns) + '*') + " |";
    }
    made += '\n';
  }
  auto const alike = alike_words(shown);
  return alike.empty() ? made : made + (shown.rows.empty() ? "" : "\n") + escaped(alike) + "\n";
}

std::vector<std::string> json(comparison_page const& shown) {
  std::vector<std::string> pieces;
  for (auto const& row : shown.rows) {
    ordered cells = ordered::array();
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      auto const& id = shown.columns[i].id;
      cells.push_back({{"account", id.empty() ? ordered(nullptr) : ordered(id)},
                       {"comes_to", row.cells[i].words},
                       {"turns_on", row.cells[i].turns}});
    }
    bool const differs = std::any_of(row.cells.begin(), row.cells.end(),
                                     [&](auto const& cell) { return cell.words != row.cells.front().words; });
    pieces.push_back(dump({{"id", row.id}, {"differs", differs}, {"cells", cells}}));
  }
  return pieces;
}

}  // namespace casus::report
