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

// A comparison by order as it would have to be to come to the truth that is read: "the date of the request `plea` is on
// or after the date of the incident `raid`, 2 June 2014".
[[nodiscard]] std::string order_to_be(subject const& about, names const& named, condition_reading read);

// "the origin of the attack `raid`", "Georgia", "12 June 2010".
[[nodiscard]] std::string term_words(subject const& about, names const& named, condition_reading read);

// The same as it would have to be for the condition to hold: "the origin of the attack `raid` is external".
[[nodiscard]] std::string wanted_words(subject const& about, names const& named, condition_reading read);

}  // namespace casus::report
