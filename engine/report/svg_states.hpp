// How a picture tells states apart: a word, two letters for where there is no room for it, a colour and a hatching. The
// colours are of one lightness in pairs at most, so that they remain apart for those who see few of them.
#pragma once
#include "engine/explain/timeline.hpp"
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace casus::report {

struct state_look {
  std::string_view words;
  std::string_view code;     // two letters, and the name of the pattern
  std::string_view colour;   // of the ground, light enough for dark letters
  std::string_view hatched;  // the lines upon it, as an SVG path in a square of 8; empty: none
};

[[nodiscard]] std::span<state_look const> looks();
[[nodiscard]] state_look const& look_of(explain::lane_state const& state);
// The patterns of the states with these codes, and how text and lines are drawn.
[[nodiscard]] std::string svg_style(std::set<std::string_view> const& codes);

}  // namespace casus::report
