#include "foreground.hpp"

namespace casus::report {

foreground foreground_of(facts::scenario const& told) {
  foreground own{.own = told.where.file, .expected = {}};
  for (auto const& block : told.expectations) {
    for (auto const& subject : block.subjects) {
      if (subject.of == facts::expected_subject::kind::provision) own.expected.insert(subject.index);
    }
  }
  return own;
}

}  // namespace casus::report
