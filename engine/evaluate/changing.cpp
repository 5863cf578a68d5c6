// What a machine forgets when facts have changed in a few places.
#include "machine.hpp"

#include <algorithm>

namespace casus::evaluate {

void machine::forget(touched const& what) {
  for (std::size_t p = 0; p < ledgers_.size(); ++p)
    if (what.provisions[p]) ledgers_[p].reset();
  for (std::size_t r = 0; r < remembered_.size(); ++r)
    if (what.relations[r]) remembered_[r].reset();
  for (std::size_t v = 0; v < solved_.size(); ++v)
    if (what.relations[plan_.variants[v].relation]) solved_[v].reset();
  for (std::size_t c = 0; c < extents_.size(); ++c) {
    auto const& members = plan_.circles[c].relations;
    if (std::any_of(members.begin(), members.end(), [&](auto r) { return what.relations[r]; })) extents_[c].clear();
  }
  for (auto known = accounts_.begin(); known != accounts_.end();) {
    known = what.provisions[std::get<0>(known->first)] ? accounts_.erase(known) : std::next(known);
  }
  store_.take_again(program(), how_.known_by, what.event_kinds);
  bounds_.begin_again();  // they are those of one evaluation
}

}  // namespace casus::evaluate
