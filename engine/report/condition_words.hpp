// A condition under a binding in words, as it stands: "Georgia is not a member state", "the origin of the attack `raid`
// is internal". What has no plain wording is quoted from the rule.
#pragma once
#include "engine/report/build_sheet.hpp"
#include "engine/report/names.hpp"

namespace casus::report {

struct condition_reading {
  model::expression_id condition;
  facts::truth truth = facts::truth::no;
  evaluate::binding slots;
  evaluate::world::place where;
};
[[nodiscard]] std::string condition_words(subject const& about, names const& named, condition_reading read);

}  // namespace casus::report
