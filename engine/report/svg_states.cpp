#include "svg_states.hpp"

#include "timeline_page.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {
namespace {

constexpr std::string_view rising = "M0 8L8 0M-2 2L2 -2M6 10L10 6";
constexpr std::string_view falling = "M0 0L8 8M-2 6L2 10M6 -2L10 2";
constexpr std::string_view crossed = "M0 8L8 0M0 0L8 8";
constexpr std::string_view upright = "M4 0V8";
constexpr std::string_view level_lines = "M0 4H8";
constexpr std::string_view dots = "M2 2h1M6 6h1";
constexpr std::string_view few_dots = "M4 4h1";

constexpr state_look all[] = {
    {"violated", "vi", "#f4a8a0", crossed},
    {"satisfied", "sa", "#a9dcae", ""},
    {"applies", "ap", "#a8cdf0", ""},
    {"open", "op", "#fbe9a6", dots},
    {"undetermined", "un", "#fbe9a6", few_dots},
    {"displaced", "di", "#d9c3ec", level_lines},
    {"does not apply", "no", "#ffffff", ""},
    {"not in force", "nf", "#ededed", few_dots},
    {"not yet due", "ny", "#e4eef8", upright},
    {"outstanding", "ou", "#fcd3a1", upright},
    {"fulfilled", "fu", "#a9dcae", level_lines},
    {"breached", "br", "#f4a8a0", rising},
    {"fulfilled late", "fl", "#dfe3a0", rising},
    {"ended", "en", "#ededed", level_lines},
    {"respected", "re", "#b5e3dc", ""},
    {"lifted", "li", "#d9c3ec", falling},
    {"permitted", "pe", "#b5e3dc", falling},
    {"not yet", "nt", "#e4eef8", upright},
    {"holds", "ho", "#a8cdf0", level_lines},
    {"unanswered", "ua", "#f4a8a0", upright},
    {"answered", "an", "#a9dcae", falling},
    {"does not arise", "da", "#ffffff", ""},
};

}  // namespace

std::span<state_look const> looks() { return all; }

state_look const& look_of(explain::lane_state const& state) {
  auto const called = words(state);
  auto const found = std::find_if(std::begin(all), std::end(all), [&](auto const& one) { return one.words == called; });
  return found == std::end(all) ? all[0] : *found;
}

std::string svg_style(std::set<std::string_view> const& codes) {
  std::string text = "<defs>\n";
  for (auto const& look : all) {
    if (codes.count(look.code) == 0) continue;
    text += fmt::format(
        "<pattern id=\"{}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
        "<rect width=\"8\" height=\"8\" fill=\"{}\"/>",
        look.code, look.colour);
    if (!look.hatched.empty()) text += fmt::format("<path d=\"{}\" class=\"hatch\"/>", look.hatched);
    text += "</pattern>\n";
  }
  return text +
         "</defs>\n<style>\n"
         "text { font-family: 'DejaVu Sans', Verdana, sans-serif; font-size: 11px; fill: #1b1b1b; }\n"
         ".title { font-size: 15px; font-weight: bold; } .provision { font-size: 12px; font-weight: bold; }\n"
         ".note { fill: #4a4a4a; } .date { font-size: 10px; } .state { text-anchor: middle; paint-order: stroke;"
         " stroke: #ffffff; stroke-width: 2.5px; stroke-linejoin: round; }\n"
         ".today-words { text-anchor: middle; font-style: italic; }\n"
         ".bar { stroke: #5a5a5a; stroke-width: 0.8; } .hatch { stroke: #6b6b6b; stroke-width: 0.9; fill: none; }\n"
         ".grid { stroke: #bdbdbd; stroke-dasharray: 2 3; } .today { stroke: #1b1b1b; stroke-width: 1.4; }\n"
         ".mark { fill: #1b1b1b; stroke: #1b1b1b; } .hollow { fill: #ffffff; }\n"
         "</style>\n";
}

}  // namespace casus::report
