#include "one_account.hpp"

namespace casus::suite {

facts::scenario one_account(facts::scenario const& told, std::optional<std::size_t> view, source::date otherwise) {
  auto made = told;
  made.agreed = facts::as_told_by(told, view);
  if (view)
    for (auto const& [point, value] : told.views[*view].readings) made.readings[point] = value;
  made.as_of = told.as_of.value_or(otherwise);
  made.views.clear();
  made.expectations.clear();
  return made;
}

}  // namespace casus::suite
