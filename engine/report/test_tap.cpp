#include "test_run.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::report {
namespace {

// A description ends at the line's end, and `#` begins a directive.
std::string description(std::string_view words) {
  std::string text;
  for (char const c : words) {
    if (c == '\\' || c == '#') text += '\\';
    text += c == '\n' || c == '\r' ? ' ' : c;
  }
  return text;
}

// A JSON string is a YAML scalar.
std::string quoted(std::string const& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string diagnosis(tested_scenario const& one) {
  std::string text = "  ---\n";
  if (one.verdict == test_verdict::not_run) text += fmt::format("  message: {}\n", quoted(why_not_run(one)));
  bool const any_failed = std::any_of(one.expectations.begin(), one.expectations.end(),
                                      [](auto const& each) { return !each.mismatches.empty(); });
  if (any_failed) text += "  failures:\n";
  for (auto const& each : one.expectations) {
    for (auto const& mismatch : each.mismatches) {
      text += fmt::format("    - at: {}\n      of: {}\n      expected: {}\n      found: {}\n",
                          quoted(fmt::format("{}:{}", each.file, each.line)), quoted(occasion_of(each)),
                          quoted(mismatch.expected), quoted(mismatch.actual));
    }
  }
  if (one.snapshot.state == snapshot_state::differs) {
    text += fmt::format("  snapshot: {}\n  changes:\n", quoted(one.snapshot.file));
    for (auto const& line : one.snapshot.changes) text += "    - " + quoted(line) + '\n';
  }
  return text + "  ...\n";
}

}  // namespace

std::string tap(test_run const& run) {
  auto text = fmt::format("TAP version 14\n1..{}\n", run.scenarios.size());
  std::size_t number = 0;
  for (auto const& one : run.scenarios) {
    bool const is_ok = one.verdict == test_verdict::passed || one.verdict == test_verdict::expects_nothing;
    text += fmt::format("{}ok {} - {}", is_ok ? "" : "not ", ++number, description(name_of(one)));
    text += one.verdict == test_verdict::expects_nothing ? " # SKIP expects nothing\n" : "\n";
    if (!is_ok) text += diagnosis(one);
  }
  if (run.has_stopped) text += "# stopped at the first failure\n";
  return text;
}

}  // namespace casus::report
