// What an article comes to, short enough for a cell of a table: "applies (6): outstanding". Cells that read alike but
// are not, since others owe or others hold something, are told apart by what they do not share.
#pragma once
#include "engine/evaluate/establishing.hpp"
#include "engine/report/names.hpp"
#include <map>

namespace casus::report {

// A version of an article as it was found; the indices of its norms are into these.
struct told_version {
  evaluate::provision_findings const& found;
  std::vector<evaluate::norm> const& norms;
  std::vector<std::vector<evaluate::established_fact>> established;  // by instance
};

class cell_writer {
 public:
  enum class dates : std::uint8_t { told, left_out };
  cell_writer(check::program const& program, facts::base const& known, source::date today, dates how);

  // Every status of its instances, the strongest first, of how many, and the states of their norms; then, on lines of
  // their own, who owes what and what holds. Equal where nothing of that differs.
  [[nodiscard]] std::string write(std::vector<told_version> const& versions);

 private:
  using key = std::vector<std::int64_t>;
  [[nodiscard]] key key_of(std::vector<told_version> const& versions) const;
  [[nodiscard]] std::vector<std::string> details(told_version const& version, evaluate::instance const& one,
                                                 std::size_t index, bool has_states) const;

  check::program const& program_;
  facts::base const& facts_;
  names named_;
  source::date today_;
  dates dates_;
  std::map<key, std::string> known_;
};

// Of cells that stand side by side: their first lines, and where these are the same though the cells are not, what each
// has and not all of them have.
[[nodiscard]] std::vector<std::string> side_by_side(std::vector<std::string> const& cells);

}  // namespace casus::report
