// Why an expectation is not met: the proof of what is found instead, or what the nearest instance lacks.
#pragma once
#include "engine/report/document.hpp"

namespace casus::report {

// Lines, those that belong below another indented; none where there is nothing to explain.
[[nodiscard]] std::vector<std::string> reason_of(told_account const& one, suite::mismatch const& of);

}  // namespace casus::report
