// Changes of facts as the edits of a what-if, and the command line that makes them.
#pragma once
#include "engine/cli/one_case.hpp"
#include "engine/cli/scenario_edit.hpp"
#include "engine/explain/change.hpp"

namespace casus::cli {

// None where an edit cannot name what is changed: an event without an id, or one that only the view tells of.
[[nodiscard]] std::optional<edits> edits_of(explain::changes const& made, opened_case const& in);

// What would make an edit of it where there is none: "give the event an id to try this". Empty where nothing would.
[[nodiscard]] std::string way_to_edits(explain::changes const& made, opened_case const& in);

// `casus what-if raid.yaml --view critics --set Attack.raid.origin=external`, quoted for a shell.
[[nodiscard]] std::string what_if_line(edits const& what, std::string const& scenario, written_options const& account);

}  // namespace casus::cli
