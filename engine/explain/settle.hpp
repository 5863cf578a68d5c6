// What would settle an undetermined instance: the smallest sets of open facts, of at most three, that decide it each
// way; and whether it comes out the same in every completion of the open facts (where there are at most 4,096).
#pragma once
#include "engine/evaluate/world.hpp"

namespace casus::explain {

// Something that is not known, and that could be: what it is, and where the input leaves it open.
struct open_fact {
  enum class kind : std::uint8_t {
    event_field,
    event_date,
    event_holds,
    statement,
    unstated_tuple,
    entity_field,
    fact_value,
    reading
  };
  kind of = kind::event_field;
  std::uint32_t subject = 0;  // event, statement, entity, relation (unstated_tuple, fact_value), interpretation
  std::uint32_t field = 0;    // event_field, entity_field; fact_value: 1 + the statement that leaves it open
  std::vector<facts::value> arguments;  // unstated_tuple, fact_value
  std::optional<source::date> date;     // unstated_tuple, fact_value not stated: the date on which it is read
  facts::origin why = facts::origin::left_out;
  source::span where;
  bool operator==(open_fact const& other) const {
    return of == other.of && subject == other.subject && field == other.field && arguments == other.arguments &&
           date == other.date;
  }
};

struct supposed {
  open_fact fact;
  facts::value value;  // `unnamed` for one that the scenario does not name; Booleans for `holds` and tuples
  bool operator==(supposed const&) const = default;
};

struct settlement {
  std::vector<open_fact> open;                     // all that its conditions name, directly or through others
  std::vector<std::vector<supposed>> applies;      // smallest sets that make it apply for certain
  std::vector<std::vector<supposed>> not_applies;  // smallest sets that make it not apply for certain
  std::vector<std::vector<supposed>> displaced;    // those of them under which it would apply, were it not displaced
  std::optional<bool> in_every_completion;         // it comes out the same in all: applies, or does not
  bool completions_tried = false;                  // no: there were more than 4,096
  bool every_set_tried = true;                     // no: there are so many that some of the larger ones were left out
  bool operator==(settlement const&) const = default;
};

// Worlds that were made for other instances under the same facts, if any, are used again.
class supposed_worlds;
[[nodiscard]] settlement settle(evaluate::world& world, evaluate::compiled const& rules,
                                check::provision_index provision, evaluate::binding const& values, source::date date,
                                supposed_worlds* shared = nullptr);

}  // namespace casus::explain
