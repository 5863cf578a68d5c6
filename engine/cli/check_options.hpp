// What `casus check` is asked, first as written on the command line, then against the rules and views of a scenario.
#pragma once
#include "engine/cli/diagnostics_desk.hpp"
#include "engine/cli/limits.hpp"
#include "engine/report/build_sheet.hpp"
#include "engine/report/conditions.hpp"
#include "engine/suite/accounts.hpp"
#include <map>

namespace casus::cli {

struct written_options {
  std::vector<std::string> paths;
  std::optional<std::string> at;
  std::optional<std::string> view;
  std::optional<std::string> known_by;
  std::vector<std::string> law, readings, provisions, limits;
  std::string format = "text";
  std::string color = "auto";
  bool all = false;
  message_choice warnings;
};

enum class format { text, json, markdown };

struct check_options {
  std::vector<std::string> paths;
  std::optional<source::date> at;
  std::optional<std::string> view;
  std::optional<source::date> known_by;
  std::optional<source::date> law;
  std::map<std::string, source::date> law_of;   // by provision id
  std::map<std::string, std::string> readings;  // by interpretation
  report::selection shown;
  cli::format format = cli::format::text;
  std::string color;
  cli::limits limits;
  message_choice warnings;
};

// Throws usage_error where a date, a bound or a pair does not read.
[[nodiscard]] check_options understood(written_options const& written);

// Throws usage_error where it does not read.
[[nodiscard]] std::optional<source::date> optional_date(std::string_view option,
                                                        std::optional<std::string> const& text);

// The names on the command line that scenarios must know: a name that no scenario of a run knows is a slip.
class name_ledger {
 public:
  // Whether the scenario knows every name that was asked for. Keeps what it would have known instead.
  bool knows_all(check_options const& asked, check::program const& program, facts::scenario const& told);
  // Throws usage_error for a name that nothing knew.
  void settle() const;

 private:
  struct entry {
    bool is_known = false;
    std::set<std::string> candidates;
  };
  bool note(std::string const& what, std::string const& name, std::vector<std::string> const& known);
  std::map<std::pair<std::string, std::string>, entry> entries_;  // by what it is ("view") and its name
};

inline constexpr std::string_view agreed_facts = "agreed";

// The accounts to report on, in order: the agreed facts and each view, or the one that was asked for.
[[nodiscard]] std::vector<suite::account> accounts_of(check_options const& asked, suite::accounts const& of);

// The date that is asked for, else the scenario's `as_of`, else the latest date that it names; none where it names
// none, which is an error.
[[nodiscard]] std::optional<report::occasion> occasion_of(check_options const& asked, facts::scenario const& told);
[[nodiscard]] source::diagnostic undated(facts::scenario const& told);

}  // namespace casus::cli
