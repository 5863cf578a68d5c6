// "did you mean": the nearest of the names that exist.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace casus::source {

// The candidate with the smallest edit distance (a swap of neighbours counts one; case counts less than a letter), if
// it is close: at most a third of the longer word's letters. The first of equally near ones in the order given.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word, std::span<std::string const> candidates);

// "did you mean `x`?", or what there is: "its fields are a, b and 3 more", at most ten of them; empty: there is
// nothing.
[[nodiscard]] std::string did_you_mean_or_one_of(std::string_view word, std::span<std::string const> candidates,
                                                 std::string_view what_they_are);

// "did you mean `x`?", or an empty string where none was found.
[[nodiscard]] std::string did_you_mean(std::optional<std::string> const& found);

// "did you mean `x`?" or an empty string: the `help` of a diagnostic about an unknown name.
[[nodiscard]] std::string did_you_mean(std::string_view word, std::span<std::string const> candidates);

}  // namespace casus::source
