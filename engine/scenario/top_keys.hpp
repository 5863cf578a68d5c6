// The keys at the top of a scenario file, once: what is known, and what a background file may not have.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace casus::scenario {

enum class top : std::uint8_t {
  title,
  note,
  rules,
  background,
  as_of,
  law,
  known_by,
  entities,
  facts,
  readings,
  views,
  expect
};

struct top_key {
  std::string_view name;
  top meaning{};
  bool in_background = false;
};

inline constexpr std::array<top_key, 12> top_keys{{
    {"scenario", top::title, true},
    {"note", top::note, true},
    {"rules", top::rules, true},
    {"background", top::background, true},
    {"as_of", top::as_of, false},
    {"law", top::law, false},
    {"known_by", top::known_by, false},
    {"entities", top::entities, true},
    {"facts", top::facts, true},
    {"readings", top::readings, false},
    {"views", top::views, false},
    {"expect", top::expect, false},
}};

// The key of that name, or null.
[[nodiscard]] inline top_key const* find_top_key(std::string_view name) {
  for (top_key const& each : top_keys) {
    if (each.name == name) return &each;
  }
  return nullptr;
}

}  // namespace casus::scenario
