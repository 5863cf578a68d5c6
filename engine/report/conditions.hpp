// Under what a report stands, for its heading: the date, the account, the law, what was known, how points of law are
// read.
#pragma once
#include "engine/suite/accounts.hpp"
#include "engine/suite/expectation.hpp"

namespace casus::report {

enum class date_source { given, latest_named };  // asked for or said by the scenario; or the latest that it names

struct occasion {
  source::date date;
  date_source why = date_source::given;
};

[[nodiscard]] std::vector<std::string> condition_words(check::program const& program, facts::scenario const& told,
                                                       suite::account const& account, occasion on);

// "view: critics", or nothing for the agreed facts; a view whose id is that of an entity goes by its title.
[[nodiscard]] std::string view_words(facts::scenario const& told, std::optional<std::size_t> view);
// The entity whose account it is, or the view's name in words.
[[nodiscard]] std::string view_name(facts::scenario const& told, std::size_t view);

}  // namespace casus::report
