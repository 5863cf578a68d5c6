// Provisions and questions by accounts: what each comes to as each account tells it, and on which of the facts or
// readings that the account adds the difference turns; before it is laid out.
#pragma once
#include "engine/report/document.hpp"

namespace casus::report {

struct comparison_column {
  std::string name;  // "agreed facts", "medvedev", "`scope` read as wide"
  std::string id;    // of the view, `ID=VALUE` of a reading, or empty
};

struct comparison_cell {
  std::string words;               // "applies (6): outstanding"
  std::vector<std::string> turns;  // the smallest sets that make it differ from the first column, in words
};

struct comparison_row {
  std::string citation;
  std::string id;
  std::vector<comparison_cell> cells;  // by column
};

struct comparison_page {
  heading head;
  std::vector<comparison_column> columns;
  std::vector<comparison_row> rows;
  std::size_t alike = 0;  // rows that are left out, since all accounts agree
};

// What every article and then every question comes to, a cell each, as a `cell_writer` writes it.
[[nodiscard]] std::vector<std::string> cells_of(evaluate::world& world, evaluate::findings const& found);
// The articles and questions in that order: what they are called, and their ids.
[[nodiscard]] std::vector<comparison_row> rows_of(check::program const& program);

// One thing that a view says, in words: "the origin of the incident `osh` is internal".
[[nodiscard]] std::string part_words(check::program const& program, facts::base const& told, facts::view const& view,
                                     std::size_t agreed_events, std::size_t part);

[[nodiscard]] std::string text(comparison_page const& shown, painter const& paint);
[[nodiscard]] std::string markdown(comparison_page const& shown);
// One text for each row.
[[nodiscard]] std::vector<std::string> json(comparison_page const& shown);

}  // namespace casus::report
