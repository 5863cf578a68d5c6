// Bindings and clauses as rules and scenarios write them, for messages about expectations and for JSON.
#pragma once
#include "engine/check/program.hpp"
#include "engine/facts/base.hpp"
#include "engine/facts/value.hpp"
#include "engine/source/text.hpp"
#include <span>

namespace casus::suite {

// "holds", "does not hold", "unknown": of a tuple.
[[nodiscard]] std::string_view words_of(facts::truth truth);

// "ally: russia, victim: kyrgyzstan".
[[nodiscard]] std::string written(check::program const& program, facts::base const& facts, check::scope const& scope,
                                  std::span<facts::value const> binding);

// A clause as the rule names it: its label (`as "…"`), or its text on one line.
[[nodiscard]] std::string clause_words(model::rule_set const& rules, source::files const& files,
                                       model::expression_id condition);
[[nodiscard]] std::string source_words(model::rule_set const& rules, source::files const& files,
                                       model::expression_id condition);

// With each run of blanks and line ends as one blank.
[[nodiscard]] std::string on_one_line(std::string_view text);

}  // namespace casus::suite
