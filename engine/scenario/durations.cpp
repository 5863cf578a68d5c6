#include "engine/scenario/values.hpp"

#include <array>
#include <limits>

namespace casus::scenario {
namespace {

struct unit {
  std::string_view name;  // of one; several may have an `s`
  int months;
  int days;
};
constexpr std::array<unit, 4> units{{{"year", 12, 0}, {"month", 1, 0}, {"week", 0, 7}, {"day", 0, 1}}};

constexpr std::int64_t largest = std::numeric_limits<std::int32_t>::max();

// Takes what stands before the first `end` off the front, with it.
std::string_view take_until(std::string_view& text, std::string_view end) {
  auto const found = text.find(end);
  auto const taken = text.substr(0, found);
  text.remove_prefix(found == std::string_view::npos ? text.size() : found + end.size());
  return taken;
}

std::optional<std::int64_t> parse_number(std::string_view digits) {
  if (digits.empty() || digits.size() > 9) return std::nullopt;
  std::int64_t number = 0;
  for (char const c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

unit const* find_unit(std::string_view name) {
  if (!name.empty() && name.back() == 's') name.remove_suffix(1);
  for (unit const& each : units) {
    if (each.name == name) return &each;
  }
  return nullptr;
}

struct length {
  std::int64_t months = 0;
  std::int64_t days = 0;
};

// "3 years".
bool add_part(length& total, std::string_view part) {
  auto const number = parse_number(take_until(part, " "));
  unit const* const in = find_unit(part);
  if (!number || in == nullptr) return false;
  total.months += *number * in->months;
  total.days += *number * in->days;
  return total.months <= largest && total.days <= largest;
}

}  // namespace

std::optional<source::duration> parse_duration(std::string_view text) {
  length total;
  std::string_view rest = text;
  // At most one part a unit, and the last may be joined by a comma, by `and`, or by the `+` of rule files.
  for (std::size_t parts = 0; parts < units.size(); ++parts) {
    std::string_view after = rest;
    std::string_view part = rest;
    for (std::string_view const joint : {", ", " and ", " + "}) {
      std::string_view remaining = rest;
      auto const taken = take_until(remaining, joint);
      if (taken.size() >= part.size()) continue;
      part = taken;
      after = remaining;
    }
    if (!add_part(total, part)) return std::nullopt;
    if (part.size() == rest.size()) {
      return source::duration{static_cast<std::int32_t>(total.months), static_cast<std::int32_t>(total.days)};
    }
    rest = after;
  }
  return std::nullopt;
}

}  // namespace casus::scenario
