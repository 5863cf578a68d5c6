#include "said.hpp"
#include "checked.hpp"

#include "engine/source/text.hpp"
#include "grammar/parse.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <utility>

namespace casus::test {
namespace {

std::string place(source::text const& text, source::span where) {
  source::position const at = text.position_of(where.begin);
  return fmt::format("{}:{}", at.line, at.column);
}

std::string line(source::text const& text, source::diagnostic const& said) {
  std::string written = fmt::format("{} {} {}\n", place(text, said.where), said.code, said.message);
  for (source::note const& note : said.notes) {
    written += fmt::format("  {} {}\n", note.where ? place(text, *note.where) : "", note.message);
  }
  if (!said.help.empty()) written += fmt::format("  help {}\n", said.help);
  return written;
}

}  // namespace

source::outcome<check::program> outcome_of(std::string_view rules) {
  source::text const text("test.casus", std::string(rules));
  source::outcome<model::rule_set> parsed = grammar::parse(text, {});
  if (parsed.has_errors()) return {std::nullopt, std::move(parsed.diagnostics)};
  return check::check(std::move(*parsed.value));
}

check::program checked(std::string_view rules) {
  auto outcome = outcome_of(rules);
  INFO(said(rules));
  REQUIRE(outcome.value.has_value());
  return std::move(*outcome.value);
}

std::string said(std::string_view rules) { return said({}, rules); }

std::string said(std::string_view code, std::string_view rules) {
  source::text const text("test.casus", std::string(rules));
  std::string written;
  for (source::diagnostic const& each : outcome_of(rules).diagnostics) {
    if (code.empty() || each.code == code) written += line(text, each);
  }
  return written;
}

}  // namespace casus::test
