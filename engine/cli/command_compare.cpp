#include "commands.hpp"
#include "console.hpp"
#include "one_case.hpp"
#include "shared_options.hpp"

#include "engine/explain/view_parts.hpp"
#include "engine/report/cell.hpp"
#include "engine/report/comparison_page.hpp"
#include "engine/report/label.hpp"
#include "engine/report/reading.hpp"

#include <algorithm>
#include <map>

namespace casus::cli {
namespace {

struct written_compare {
  written_options shared;
  std::string scenario;
  std::string by = "views";
};

enum class side_by_side { views, readings };

class comparison {
 public:
  comparison(check_options const& asked, opened_case const& in)
      : asked_(asked), in_(in), program_(in.rules.program()), rows_(report::rows_of(program_)) {}

  [[nodiscard]] report::comparison_page by_views() {
    for (auto const& account : accounts_of(asked_, in_.accounts)) {
      auto const column = account.view ? report::comparison_column{report::view_name(in_.told, *account.view),
                                                                   in_.told.views[*account.view].id}
                                       : report::comparison_column{"agreed facts", ""};
      add(column, cells(account));
      if (account.view && columns_.size() > 1) explain_view(account);
    }
    return page();
  }

  // The account that is asked for, and each point of law read otherwise.
  [[nodiscard]] report::comparison_page by_readings() {
    add({"as it stands", ""}, cells(in_.account));
    for (check::interpretation_index i = 0; i < program_.interpretations.size(); ++i) {
      auto const& point = program_.interpretations[i];
      auto const& values = program_.enumerations[point.values].values;
      auto const chosen = in_.account.readings.find(i);
      auto const now = chosen == in_.account.readings.end() ? std::optional{point.default_value} : chosen->second;
      for (std::uint32_t value = 0; value < values.size(); ++value) {
        if (now == value) continue;
        auto account = in_.account;
        account.readings[i] = value;
        auto found = cells(account);
        bool const differs = found != columns_cells_.front();
        if (differs)
          add({'`' + point.id + "` read as " + report::in_words(values[value]), point.id + '=' + values[value]}, found);
      }
    }
    return page();
  }

 private:
  using cell_list = std::vector<std::string>;

  [[nodiscard]] cell_list cells(suite::account const& account) {
    return report::cells_of(in_.accounts.world(account), in_.accounts.at(account, in_.on.date));
  }

  void add(report::comparison_column column, cell_list found) {
    columns_.push_back(std::move(column));
    for (std::size_t i = 0; i < rows_.size(); ++i) rows_[i].cells.push_back({found[i], {}});
    columns_cells_.push_back(std::move(found));
  }

  // On which of the things that the view says each difference from the agreed facts turns.
  void explain_view(suite::account const& account) {
    auto const& view = in_.told.views[*account.view];
    auto const parts = explain::parts_of(view);
    auto const full = facts::as_told_by(in_.told, account.view);
    std::map<std::vector<bool>, cell_list> known;
    auto const cells_with = [&](std::vector<bool> const& kept) -> cell_list const& {
      auto const found = known.find(kept);
      if (found != known.end()) return found->second;
      return known[kept] = cells_of_part(account, explain::only(view, parts, kept));
    };
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      auto& cell = rows_[row].cells.back();
      if (cell.words == rows_[row].cells.front().words || !is_shown(rows_[row])) continue;
      auto const sets = explain::smallest_sets(
          parts.size(), [&](std::vector<bool> const& kept) { return cells_with(kept)[row] == cell.words; });
      for (auto const& set : sets) {
        std::vector<std::string> words;
        for (auto const part : set) {
          words.push_back(report::part_words(program_, full, view, in_.told.agreed.events.size(), part));
        }
        cell.turns.push_back(report::joined(words));
      }
    }
  }

  [[nodiscard]] cell_list cells_of_part(suite::account const& account, facts::view part) {
    facts::scenario told = in_.told;
    auto const with = part.readings;
    told.views = {std::move(part)};
    auto const facts = facts::as_told_by(told, 0);
    // What was said on the command line goes before what the view says.
    auto readings = in_.account.readings;
    for (auto const& [point, value] : with) {
      if (account.readings.at(point) == value) readings[point] = value;
    }
    evaluate::world world{
        in_.rules,
        facts,
        {.law = account.law, .known_by = account.known_by, .readings = readings, .limits = asked_.limits.evaluation}};
    return report::cells_of(world, world.at(in_.on.date));
  }

  [[nodiscard]] bool is_shown(report::comparison_row const& row) const {
    auto const& wanted = asked_.shown.provisions;
    return wanted.empty() || std::any_of(wanted.begin(), wanted.end(),
                                         [&](std::string const& one) { return report::is_under(row.id, one); });
  }

  [[nodiscard]] report::comparison_page page() {
    report::comparison_page made{.head = report::heading_of(in_.as_told()), .columns = columns_, .rows = {}};
    bool const shows_all = asked_.shown.extent == report::extent::everything || !asked_.shown.provisions.empty();
    for (auto& row : rows_) {
      if (!is_shown(row)) continue;
      bool const differs = std::any_of(row.cells.begin(), row.cells.end(),
                                       [&](auto const& cell) { return cell.words != row.cells.front().words; });
      if (differs || shows_all) {
        std::vector<std::string> cells;
        for (auto const& cell : row.cells) cells.push_back(cell.words);
        auto const shown = report::side_by_side(cells);
        for (std::size_t i = 0; i < shown.size(); ++i) row.cells[i].words = shown[i];
        made.rows.push_back(std::move(row));
      } else {
        ++made.alike;
      }
    }
    return made;
  }

  check_options const& asked_;
  opened_case const& in_;
  check::program const& program_;
  std::vector<report::comparison_row> rows_;
  std::vector<report::comparison_column> columns_;
  std::vector<cell_list> columns_cells_;
};

std::string compare(check_options const& asked, side_by_side what, opened_case const& in,
                    report::painter const& paint) {
  comparison made(asked, in);
  auto const page = what == side_by_side::views ? made.by_views() : made.by_readings();
  if (asked.format == format::json) return report::found_json(in.as_told(), "comparison", report::json(page));
  return asked.format == format::markdown ? report::markdown(page) : report::text(page, paint);
}

exit_code run(written_compare const& written, environment const& around) {
  auto shared = written.shared;
  shared.paths = {written.scenario};
  auto const what = written.by == "views" ? side_by_side::views : side_by_side::readings;
  if (what == side_by_side::views && shared.view) {
    throw usage_error{"views are compared with one another: leave --view out"};
  }
  auto const options = understood(shared);
  auto const paint = painter_for_output(options.color, around);
  return look_into("compare", options, around,
                   [&](opened_case const& in) { return compare(options, what, in, paint); });
}

}  // namespace

command compare_command() {
  auto const asked = std::make_shared<written_compare>();
  auto& shared = asked->shared;
  return {
      .name = "compare",
      .about = {"Sets accounts side by side: what each provision and question comes to by the agreed facts alone and "
                "as each view tells them, and on which of the things that the view says the difference turns, in "
                "the smallest sets. With `--by readings`, as it stands and with each point of law read otherwise."},
      .arguments = {scenario_argument(asked->scenario)},
      .groups =
          {account_options(shared, accounts_meant::agreed),
           {"what to show",
            {{"--by", "views|readings", "what is compared; views unless it is said", &asked->by, {"views", "readings"}},
             provision_option(shared),
             {"--all", "", "also what comes out alike", &shared.all},
             format_option(shared),
             color_option(shared.color)}},
           bound_options(shared)},
      .examples = {"casus compare raid.yaml",
                   "casus compare raid.yaml --by readings --view critics --provision Treaty.4"},
      .closing = {},
      .run = [asked](environment const& around) { return run(*asked, around); }};
}

}  // namespace casus::cli
