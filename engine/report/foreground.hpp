// What tells a scenario's own matter from its background: instances that bind only events of other files are told
// briefly, except of articles that the scenario's expectations name.
#pragma once
#include "engine/evaluate/findings.hpp"
#include "engine/source/text.hpp"
#include <set>

namespace casus::report {

struct foreground {
  source::file_id own;
  std::set<check::article_index> expected;
};

[[nodiscard]] foreground foreground_of(facts::scenario const& told);

}  // namespace casus::report
