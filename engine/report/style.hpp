// Colour and glyphs of text reports, once. A painter without colour returns its words as they are.
#pragma once
#include "engine/evaluate/findings.hpp"
#include <string>
#include <string_view>

namespace casus::report {

enum class colour { off, on };
enum class tone { plain, strong, faint, good, bad, doubtful, caution, place };

class painter {
 public:
  explicit constexpr painter(colour use) : use_(use) {}
  [[nodiscard]] std::string operator()(tone how, std::string_view words) const;

 private:
  colour use_;
};

[[nodiscard]] tone tone_of(evaluate::status status);
[[nodiscard]] tone tone_of(evaluate::question_status status);

inline constexpr std::string_view separator = " · ";
inline constexpr std::string_view met = "✓";
inline constexpr std::string_view not_met = "✗";
inline constexpr std::string_view unsettled = "?";

// The columns that a text takes on a terminal, counting each code point as one.
[[nodiscard]] std::size_t width_of(std::string_view text);
[[nodiscard]] std::string padded(std::string_view text, std::size_t width);
// Each line four columns in; an empty one stays empty.
[[nodiscard]] std::string indented(std::string_view text);

}  // namespace casus::report
