// A scenario's agreed facts as a file of their own: everything that it names and nothing else, with what it expects,
// without background and accounts. Read back under the same rules, it says the same.
#pragma once
#include "engine/facts/scenario.hpp"
#include <string>

namespace casus::session {

struct scenario_head {
  std::vector<std::string> rules;         // the paths that the file names as its rules
  std::vector<std::string> comment = {};  // lines above everything else
};
[[nodiscard]] std::string scenario_text(facts::scenario const& told, check::program const& program,
                                        scenario_head const& head);

// One block of `expect`, on a line: `{at: 2014-07-02, Pact.4: {status: applies, duty: breached}}`.
[[nodiscard]] std::string expectation_text(facts::expectation const& of, facts::scenario const& told,
                                           check::program const& program);

}  // namespace casus::session
