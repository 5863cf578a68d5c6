// What a rule reads of the facts, by way of definitions too: where a change of a scenario can matter to it.
#pragma once
#include "engine/facts/value.hpp"
#include "engine/suite/mutant.hpp"
#include <map>

namespace casus::suite {

// Smaller is nearer: 0 is what the nearest expression itself names.
struct reading_list {
  std::map<std::pair<check::event_kind_index, std::uint32_t>, int> fields;  // of events
  std::map<check::event_kind_index, int> events;                            // whether they are there, and when
  std::map<check::relation_index, int> facts;
  std::map<check::interpretation_index, int> interpretations;
  std::vector<source::date> dates;   // that it names
  std::vector<facts::value> values;  // likewise: individuals, values of enumerations, numbers
};
// Expressions of the declaration, each with its distance.
using nearest_expressions = std::vector<std::pair<model::expression_id, int>>;
[[nodiscard]] reading_list read_by(check::program const& program, std::uint32_t declaration,
                                   nearest_expressions const& nearest);
// Nearest is what is mutated.
[[nodiscard]] reading_list read_by(check::program const& program, mutant const& of);

}  // namespace casus::suite
