// Scenarios changed line by line and value by value, and two inputs crossed.
#include "splice.hpp"

#include "engine/source/date.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace casus::fuzz {
namespace {

std::vector<std::string> lines_of(std::string const& text) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const end = std::min(text.find('\n', at), text.size());
    found.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return found;
}

std::string text_of(std::vector<std::string> const& lines) {
  std::string found;
  for (std::string const& each : lines) found += each + '\n';
  return found;
}

struct range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool is_of_value(char c) {
  return c == '_' || c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Words behind a colon, a bracket or a comma that no colon follows.
std::vector<range> values_in(std::string const& text) {
  std::vector<range> found;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_of_value(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_of_value(text[end])) ++end;
    if (end == text.size() || text[end] != ':') found.push_back({at, end});
    at = end;
  }
  return found;
}

std::string other_value(std::string const& text, chance& with) {
  auto const all = values_in(text);
  if (all.empty()) return text;
  range const chosen = all[with.below(all.size())];
  std::string const old = text.substr(chosen.begin, chosen.end - chosen.begin);
  range const other = all[with.below(all.size())];
  std::string by = text.substr(other.begin, other.end - other.begin);
  auto const date = source::parse_date(old);
  if (date && with.in(1, 2)) by = source::to_iso({date->days + static_cast<int>(with.below(7)) - 3});
  if (with.in(1, 6)) by = "unknown";
  return std::string(text).replace(chosen.begin, chosen.end - chosen.begin, by);
}

// One more entry of a mapping in braces, or one less.
std::string other_entry(std::string line, chance& with) {
  constexpr std::array<std::string_view, 6> more{"holds: unknown",    "holds: false",          "known: 2000-01-13",
                                                 "until: 2000-01-18", "effective: 2000-01-12", "from: unknown"};
  auto const close = line.rfind('}');
  if (close == std::string::npos) return line;
  auto const comma = line.rfind(", ", close);
  if (comma != std::string::npos && with.in(1, 2)) return line.erase(comma, close - comma);
  return line.insert(close, ", " + std::string(more[with.below(more.size())]));
}

}  // namespace

std::string changed_scenario(std::string const& scenario, chance& with) {
  auto lines = lines_of(scenario);
  if (lines.empty()) return scenario;
  std::size_t const chosen = with.below(lines.size());
  auto const at = lines.begin() + static_cast<std::ptrdiff_t>(chosen);
  switch (with.below(8)) {
    case 0: lines.erase(at); break;
    case 1: lines.insert(at, std::string(*at)); break;
    case 2: std::swap(lines[chosen], lines[with.below(lines.size())]); break;
    case 3:
    case 4: *at = other_entry(*at, with); break;
    default: return other_value(scenario, with);
  }
  return text_of(lines);
}

material crossed(material const& one, material const& other, chance& with) {
  material made = one;
  if (with.in(1, 3)) return {one.rules, other.scenario};
  bool const of_rules = with.in(1, 2);
  auto const from = lines_of(of_rules ? other.rules : other.scenario);
  auto into = lines_of(of_rules ? one.rules : one.scenario);
  if (from.empty() || into.empty()) return made;
  // A run of lines that begins where something begins: at the margin in rules, anywhere in scenarios.
  std::size_t begin = with.below(from.size());
  while (of_rules && begin > 0 && (from[begin].empty() || from[begin].front() == ' ')) --begin;
  std::size_t end = begin + 1;
  while (of_rules && end < from.size() && !from[end].empty() && from[end].front() == ' ') ++end;
  std::size_t at = with.below(into.size() + 1);
  while (of_rules && at < into.size() && !into[at].empty() && into[at].front() == ' ') ++at;
  into.insert(into.begin() + static_cast<std::ptrdiff_t>(at), from.begin() + static_cast<std::ptrdiff_t>(begin),
              from.begin() + static_cast<std::ptrdiff_t>(end));
  (of_rules ? made.rules : made.scenario) = text_of(into);
  return made;
}

}  // namespace casus::fuzz
