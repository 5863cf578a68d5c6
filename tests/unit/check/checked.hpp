// A rule text as a checked program; the test fails where there are errors.
#pragma once
#include "engine/check/check.hpp"
#include <string_view>

namespace casus::test {

[[nodiscard]] check::program checked(std::string_view rules);
[[nodiscard]] source::outcome<check::program> outcome_of(std::string_view rules);

}  // namespace casus::test
