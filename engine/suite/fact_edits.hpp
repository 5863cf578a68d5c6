// Small changes of a scenario, those first that bear on what an expression reads: another value in a field (first one
// that the expression names), another day, an event or a statement more or less, another reading of a point of law,
// another date of evaluation. What a search for a scenario tries out.
#pragma once
#include "engine/facts/scenario.hpp"
#include "engine/suite/reading_list.hpp"
#include <functional>

namespace casus::suite {

struct fact_edit {
  source::span where;  // what is changed
  std::string words;   // "`origin: internal` of `raid`", "without `raid`"
  std::function<void(facts::scenario&)> apply;
  std::string thing = {};  // what of it is changed: "origin", "date", "without"
  // Of an event or a statement: 0 in the scenario's own file, 1 elsewhere but of something that is named there, 2
  // neither.
  int remoteness = 0;
};
// The nearest first; at most so many.
[[nodiscard]] std::vector<fact_edit> edits_of(check::program const& program, facts::scenario const& told,
                                              reading_list const& read, std::size_t most);
// An event more, of a kind that is read: its fields as the expression names them, else as they come; several of each
// kind, which differ in all fields. The nearest kinds first.
[[nodiscard]] std::vector<fact_edit> additions_of(check::program const& program, facts::scenario const& told,
                                                  reading_list const& read);

}  // namespace casus::suite
