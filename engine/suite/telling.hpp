// What could be expected of a scenario, such that it is a test of what is found there: blocks of `expect` that are met,
// the plainest first, and the first of them that would not be met were the rules others.
#pragma once
#include "engine/source/text.hpp"
#include "engine/suite/accounts.hpp"
#include "engine/suite/differing.hpp"

namespace casus::suite {

// As this account (an index into the scenario's views, or the agreed facts) tells it, on this day. What cannot be named
// in a scenario is left out of an instance: an event without an id, something that nobody has named.
[[nodiscard]] std::vector<facts::expectation> expectations_met(accounts& of, source::files const& files,
                                                               std::optional<std::size_t> view, source::date date,
                                                               subject const& what);

// Of one scenario under two rule sets whose declarations are the same in number and order: what is met under the one
// and missed under the other on this day; of `first` if it differs, else of whatever does, or only of `first` where
// nothing `else_of` it is wanted. Nothing where no expectation can say how they differ.
enum class otherwise { whatever_differs, nothing };
[[nodiscard]] std::optional<facts::expectation> telling_expectation(accounts& met, accounts& missed,
                                                                    source::files const& files,
                                                                    std::optional<std::size_t> view, source::date date,
                                                                    std::optional<subject> const& first,
                                                                    otherwise else_of);

// This day, then those on which what differs may come to show besides: which the norms name, and the days after; at
// most so many.
[[nodiscard]] std::vector<source::date> days_to_ask(accounts& met, accounts& missed, std::optional<std::size_t> view,
                                                    source::date date, std::size_t most = 16);

}  // namespace casus::suite
