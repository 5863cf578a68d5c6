// clingo as a program beside ours. It is found on the path (Debian: gringo) or the tests that need it are skipped.
#pragma once
#include <set>
#include <string>

namespace casus::clingo {

[[nodiscard]] bool is_installed();

struct solved {
  std::size_t models = 0;       // of two that were asked for
  std::set<std::string> atoms;  // shown in the first
  std::string said;             // all that was printed
};
[[nodiscard]] solved solve(std::string const& program);

}  // namespace casus::clingo
