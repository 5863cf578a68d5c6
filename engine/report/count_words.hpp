// A count in words: "the number of votes whose motion is the motion `budget` and of which “yes” holds". What its
// condition has no plain wording for is quoted from the rule.
#pragma once
#include "engine/report/condition_words.hpp"

namespace casus::report {

// The condition that is read is the count.
[[nodiscard]] std::string count_words(subject const& about, names const& named, condition_reading read);

}  // namespace casus::report
