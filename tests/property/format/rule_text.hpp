// A random rule file from a row of choices, so that a failure shrinks to a short file: choices that run out are 0, and
// 0 is always the plainest. Every construct of the language can come out, with any layout and comments between.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace casus::test {

using choices = std::vector<std::uint8_t>;

// Declarations that parse; what they name need not exist.
[[nodiscard]] std::string random_rules(choices const& row);
// One condition, on one line.
[[nodiscard]] std::string random_condition(choices const& row);

}  // namespace casus::test
