// The complete findings of a scenario as readable YAML: as each account tells it, on its date, every instance that is
// listed with its norms, every question that arises, every conflict. The order is that of names, not of declarations,
// so that layout, comments and the order of the rules make no difference.
#pragma once
#include "engine/source/text.hpp"
#include "engine/suite/accounts.hpp"

namespace casus::suite {

[[nodiscard]] std::string snapshot(accounts& of, source::files const& files, source::date date);

// What differs between two snapshots, line by line: those gone with `- `, those new with `+ `, each group below the
// lines (`  `) that say what it belongs to.
[[nodiscard]] std::vector<std::string> changes(std::string_view before, std::string_view after);

}  // namespace casus::suite
