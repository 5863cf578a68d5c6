// A rule set and a scenario as they were drawn: pieces of text that can be dropped one by one, so that a failure
// shrinks to the few words that matter, and is printed as files that `casus check` reads.
#pragma once
#include "engine/check/program.hpp"
#include "engine/evaluate/world.hpp"
#include "engine/facts/base.hpp"
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace casus::oracle {

// A condition. `wrapped` is text around one part: a quantifier, `at`, `before`.
struct phrase {
  enum class form { leaf, all, any, negation, wrapped };
  form is = form::leaf;
  std::string before;
  std::vector<phrase> parts;
  std::string after;
};
[[nodiscard]] phrase leaf(std::string text);

struct clause {
  std::string before;
  std::optional<phrase> body;
  std::string after;
};

struct declaration {
  std::string head;
  std::vector<clause> clauses;
};

using named_values = std::vector<std::pair<std::string, std::string>>;

struct told_entity {
  std::string kind;
  std::string id;
  named_values fields;
};

struct told_event {
  std::string kind;
  std::string id;
  named_values fields;  // with date, effective, known, holds
};

struct told_fact {
  std::string relation;
  named_values fields;  // parameters; from, until, holds, known, value
};

struct sketch {
  std::vector<declaration> rules;
  std::vector<told_entity> entities;
  std::vector<told_event> events;
  std::vector<told_fact> facts;
  named_values readings;  // interpretation, its value or `unknown`
  std::optional<std::string> known_by;
  named_values law;  // an article's id or nothing, a date
};

[[nodiscard]] std::string rules_of(sketch const& of);
[[nodiscard]] std::string scenario_of(sketch const& of);
// Both as a golden page would show them.
[[nodiscard]] std::string print(sketch const& of);

// Without the statements that contradict an earlier one of the same tuple.
[[nodiscard]] std::vector<told_fact> without_conflicts(std::vector<told_fact> const& facts);

// Bound to a program; what names nothing there is left out.
[[nodiscard]] facts::base facts_of(sketch const& of, check::program const& rules);
[[nodiscard]] evaluate::options options_of(sketch const& of, check::program const& rules);

// Everything that is a little smaller, the boldest cuts first.
[[nodiscard]] std::vector<sketch> smaller(sketch const& of);
// What is left when nothing more can be cut without it coming right.
[[nodiscard]] sketch smallest(sketch of, std::function<bool(sketch const&)> const& is_wrong);

}  // namespace casus::oracle
