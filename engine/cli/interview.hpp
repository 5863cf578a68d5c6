// Asks for what is open, one fact after the other, the one that decides most first, until an instance is settled or
// nothing more is known.
#pragma once
#include "engine/cli/instance_choice.hpp"

namespace casus::cli {

// The lines of standard input, one by one; none at its end.
using line_reader = std::function<std::optional<std::string>()>;
[[nodiscard]] line_reader lines_of_input(environment const& around, std::size_t most);

// Writes questions and what follows from the answers with `write`; answers are numbers, values, or `?`.
void interview(opened_case const& in, chosen_instance const& about, line_reader const& read,
               std::function<void(std::string_view)> const& write, report::painter const& paint);

}  // namespace casus::cli
