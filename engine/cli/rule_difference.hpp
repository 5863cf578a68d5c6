// What differs of a rule where a mutant takes its place: lines of both in the canonical layout.
#pragma once
#include "engine/suite/mutant.hpp"

namespace casus::cli {

[[nodiscard]] std::vector<std::string> rule_difference(model::rule_set const& rules, source::files const& files,
                                                       suite::mutant const& of, suite::mutant_maker& maker);

}  // namespace casus::cli
