// Sketches as files.
#include "tests/property/evaluate/sketch.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::oracle {
namespace {

std::string join(std::vector<phrase> const& parts, std::string_view between);

std::string print(phrase const& of) {
  switch (of.is) {
    case phrase::form::leaf: return of.before;
    case phrase::form::all: return of.parts.size() == 1 ? print(of.parts[0]) : "(" + join(of.parts, " and ") + ")";
    case phrase::form::any: return of.parts.size() == 1 ? print(of.parts[0]) : "(" + join(of.parts, " or ") + ")";
    case phrase::form::negation: return fmt::format("not ({})", print(of.parts[0]));
    case phrase::form::wrapped: return fmt::format("({}{}{})", of.before, print(of.parts[0]), of.after);
  }
  return {};
}

std::string join(std::vector<phrase> const& parts, std::string_view between) {
  std::string text;
  for (phrase const& each : parts) text += (text.empty() ? "" : std::string(between)) + print(each);
  return text;
}

std::string flow(named_values const& fields) {
  std::string text;
  for (auto const& [name, value] : fields) text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", name, value);
  return "{" + text + "}";
}

template <class Told>
std::vector<std::string> headings(std::vector<Told> const& all, std::string Told::*of) {
  std::vector<std::string> found;
  for (Told const& each : all) {
    if (std::find(found.begin(), found.end(), each.*of) == found.end()) found.push_back(each.*of);
  }
  return found;
}

std::string facts_section(sketch const& of) {
  std::string text;
  for (std::string const& kind : headings(of.events, &told_event::kind)) {
    text += fmt::format("  {}:\n", kind);
    for (told_event const& each : of.events) {
      if (each.kind == kind) text += fmt::format("    {}: {}\n", each.id, flow(each.fields));
    }
  }
  for (std::string const& relation : headings(of.facts, &told_fact::relation)) {
    text += fmt::format("  {}:\n", relation);
    for (told_fact const& each : of.facts) {
      if (each.relation == relation) text += fmt::format("    - {}\n", flow(each.fields));
    }
  }
  return text;
}

}  // namespace

phrase leaf(std::string text) { return {phrase::form::leaf, std::move(text), {}, {}}; }

std::string rules_of(sketch const& of) {
  std::string text;
  for (declaration const& each : of.rules) {
    text += each.head + "\n";
    for (clause const& part : each.clauses) {
      text += fmt::format("  {}{}{}\n", part.before, part.body ? print(*part.body) : "", part.after);
    }
  }
  return text;
}

std::string scenario_of(sketch const& of) {
  std::string text = "scenario: drawn\nrules: rules.casus\n";
  if (of.known_by) text += fmt::format("known_by: {}\n", *of.known_by);
  if (of.law.size() == 1 && of.law[0].first.empty()) {
    text += fmt::format("law: {}\n", of.law[0].second);
  } else if (!of.law.empty()) {
    text += fmt::format("law: {}\n", flow(of.law));
  }
  if (!of.readings.empty()) text += fmt::format("readings: {}\n", flow(of.readings));
  if (!of.entities.empty()) text += "entities:\n";
  for (std::string const& kind : headings(of.entities, &told_entity::kind)) {
    text += fmt::format("  {}:\n", kind);
    for (told_entity const& each : of.entities) {
      if (each.kind == kind) text += fmt::format("    {}: {}\n", each.id, flow(each.fields));
    }
  }
  std::string const facts = facts_section(of);
  return text + (facts.empty() ? "" : "facts:\n" + facts);
}

std::string print(sketch const& of) {
  return fmt::format("--- rules.casus\n{}--- scenario.yaml\n{}", rules_of(of), scenario_of(of));
}

}  // namespace casus::oracle
