// A scenario's agreed facts as a file of their own: everything that it names and nothing else, without background,
// accounts or expectations. Read back under the same rules, it says the same.
#pragma once
#include "engine/facts/scenario.hpp"
#include <string>

namespace casus::session {

// `rules`: the path that the file names as its rules.
[[nodiscard]] std::string scenario_text(facts::scenario const& told, check::program const& program,
                                        std::string const& rules);

}  // namespace casus::session
