// What the checker says about a rule file, as text to compare whole:
//   3:7 unknown-name no type named `Stat`
//     1:8 note the other side
//     help did you mean `State`?
#pragma once
#include <string>
#include <string_view>

namespace casus::test {

[[nodiscard]] std::string said(std::string_view rules);
// The same, of one code only: for tests of one check in rules that are otherwise of no interest.
[[nodiscard]] std::string said(std::string_view code, std::string_view rules);

}  // namespace casus::test
