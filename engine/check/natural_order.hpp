// The order of articles in a treaty: 4.2 < 4.10 < 9bis.1 < 11. Digits count as numbers, a prefix comes first. Total:
// what differs in zeros before a number only goes by its letters.
#pragma once
#include <string_view>

namespace casus::check {

[[nodiscard]] bool comes_before(std::string_view a, std::string_view b);

}  // namespace casus::check
