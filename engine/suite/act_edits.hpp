// Acts that norms speak of, as changes of a scenario: who owes something does it, on a day that the norm names or right
// after it. Private to this folder.
#pragma once
#include "engine/suite/differing.hpp"
#include "engine/suite/fact_edits.hpp"

namespace casus::suite {

// Of the norms of one provision, or of all where none is named; at most so many.
[[nodiscard]] std::vector<fact_edit> acts_of(check::program const& program, facts::scenario const& told,
                                             evaluate::findings const& found, std::optional<subject> const& of,
                                             std::size_t most);

}  // namespace casus::suite
