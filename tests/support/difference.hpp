// What a page expects against what was printed, line by line, as `diff -u` shows it but without line numbers.
#pragma once
#include <string>
#include <vector>

namespace casus::test {

[[nodiscard]] std::string difference(std::vector<std::string> const& expected, std::vector<std::string> const& actual);

}  // namespace casus::test
