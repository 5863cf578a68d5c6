#include "machine.hpp"

#include "engine/source/catalogue.hpp"

namespace casus::evaluate {

// A scenario cannot end what a provision establishes: where both speak of one tuple, the reader is told.
std::vector<source::diagnostic> machine::stated_and_established(context const& ctx) {
  std::vector<source::diagnostic> found;
  for (check::relation_index r = 0; r < program().relations.size(); ++r) {
    auto const& relation = program().relations[r];
    if (relation.established_by.empty() || plan_.circle_of_relation[r] != none) continue;
    auto& told = store_.statements_of(r);
    for (std::uint32_t tuple = 0; tuple < told.tuples.size(); ++tuple) {
      if (established(r, told.tuples.row(tuple), ctx) == truth::no) continue;
      told.each_about(tuple, [&](std::uint32_t first) {
        found.push_back(source::report("established-and-stated", facts_.statements[first].where,
                                       "a provision establishes this `" + relation.name + "` too",
                                       "what is established ends only through the act that its provision names"));
        return false;
      });
    }
  }
  return found;
}

}  // namespace casus::evaluate
