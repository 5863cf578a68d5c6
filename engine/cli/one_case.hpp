// A command that looks into one scenario: reads it, finds the account and the date that are meant, and hands it on.
// What `check` does with many scenarios and accounts, these commands do with one.
#pragma once
#include "engine/cli/check_options.hpp"
#include "engine/cli/command.hpp"
#include "engine/report/exploration.hpp"
#include "engine/session/session.hpp"
#include <memory>

namespace casus::cli {

// A scenario as one account tells it, on its date.
struct opened_case {
  facts::scenario const& told;
  evaluate::compiled const& rules;
  suite::accounts& accounts;
  suite::account account;
  report::occasion on;
  source::files const& files;

  [[nodiscard]] report::told_account as_told() const {
    return {.about = {.world = accounts.world(account),
                      .rules = rules,
                      .files = files,
                      .found = accounts.at(account, on.date),
                      .own = told.where.file},
            .told = told,
            .account = account,
            .on = on};
  }
};

// What a command finds in a case, in the form that is asked for.
using look_at_case = std::function<std::string(opened_case const&)>;

// Runs `look` on each scenario of the file and writes what it returns; JSON pieces are put into one document. Without
// --view the agreed facts are meant.
[[nodiscard]] exit_code look_into(std::string_view name, check_options const& asked, environment const& around,
                                  look_at_case const& look);

// Throws usage_error where the text is not such a number.
[[nodiscard]] std::size_t number_above_zero(std::string_view option, std::string const& text);

}  // namespace casus::cli
