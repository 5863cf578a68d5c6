// What a proof reads of the facts, as the changes of them that could break it, and the values that each could take.
// Private to this folder.
#pragma once
#include "change.hpp"

#include "engine/explain/proof.hpp"

namespace casus::explain {

struct changeable {
  change fact;                         // forgotten
  std::vector<facts::value> compared;  // the values that conditions hold it against
};

struct facts_read_by {
  std::vector<changeable> facts;
  bool is_partial = false;  // it rests on more than could be followed
};
// The events from `own_events` on are additions, which are left out.
[[nodiscard]] facts_read_by facts_read(evaluate::world& world, proof const& of, std::size_t own_events);

// One event more of a kind, of which nothing is known; on the first of the days that serves.
[[nodiscard]] changeable one_more(check::program const& program, check::event_kind_index kind,
                                  std::vector<facts::value> const& days);

// The values that a part of a change could take and that a scenario can write, but not the one that it has. What an
// addition would have if nothing were said comes first.
[[nodiscard]] std::vector<facts::value> values_for(evaluate::world const& world, changeable const& of,
                                                   std::size_t part);

}  // namespace casus::explain
