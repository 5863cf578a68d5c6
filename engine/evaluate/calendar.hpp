// The dates that an evaluation compares with the one on which it reads, each with what it is the date of. An evaluation
// on another date takes the same way through the rules as long as all of these comparisons come out as they did: so
// nothing that was found can change before the next of them.
#pragma once
#include "engine/evaluate/world.hpp"
#include <map>
#include <set>

namespace casus::evaluate {

// What a date is the date of: of `subject`, and of the part of it that is numbered so.
struct turn {
  enum class kind : std::uint8_t {
    event,        // event: comes about, or takes effect
    fact_begins,  // statement
    fact_ends,    // statement
    instrument,   // instrument: begins or ceases to be in force
    version,      // provision: its text begins or ceases to be in force
    judgment,     // provision: the day of judgment of an instance
    norm_begins,  // provision, consequence
    norm_due,     // provision, consequence: the day after the last in time
    norm_ends,    // provision, consequence
    term,         // expression: where what follows or overrides begins or ends
    comparison,   // expression: `now` compared with a date
    every_day     // the date itself went into what was found
  };
  kind of = kind::every_day;
  std::uint32_t subject = 0;
  std::uint32_t part = 0;
  auto operator<=>(turn const&) const = default;
};

class calendar {
 public:
  void note(facts::value day, turn of);  // nothing, where the day is unknown or absent
  void note(facts::value from, facts::value until, turn begin, turn end);
  [[nodiscard]] std::optional<source::date> next_after(source::date day) const {
    auto const next = turns_.upper_bound(day);
    return next == turns_.end() ? std::nullopt : std::optional(next->first);
  }
  // What has its date on that day, in a fixed order.
  [[nodiscard]] std::set<turn> on(source::date day) const {
    auto const found = turns_.find(day);
    return found == turns_.end() ? std::set<turn>{} : found->second;
  }

 private:
  std::map<source::date, std::set<turn>> turns_;
};

// From now on, what the world reads is noted; before it has found anything, since what it remembers is not read again.
// The calendar outlives the world.
void keep(world& of, calendar& into);

}  // namespace casus::evaluate
