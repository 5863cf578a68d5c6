// Small changes of a scenario, those first that bear on what an expression reads: another value in a field, another
// day, an event or a statement more or less, another date of evaluation. What a search for a scenario tries out.
#pragma once
#include "engine/facts/scenario.hpp"
#include "engine/suite/mutant.hpp"
#include <functional>
#include <map>
#include <set>

namespace casus::suite {

// What a declaration reads of the facts, by way of definitions too. Smaller is nearer: 0 is what the mutated expression
// itself names.
struct reading_list {
  std::map<std::pair<check::event_kind_index, std::uint32_t>, int> fields;  // of events
  std::map<check::event_kind_index, int> events;                            // whether they are there, and when
  std::map<check::relation_index, int> facts;
  std::vector<source::date> dates;  // that it names
};
[[nodiscard]] reading_list read_by(check::program const& program, mutant const& of);

struct fact_edit {
  source::span where;  // what is changed
  std::string words;   // "`origin: internal`", "without the event"
  std::function<void(facts::scenario&)> apply;
};
// The nearest first; at most so many.
[[nodiscard]] std::vector<fact_edit> edits_of(check::program const& program, facts::scenario const& told,
                                              reading_list const& read, std::size_t most);

}  // namespace casus::suite
