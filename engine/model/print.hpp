// Expressions back to rule text on one line, with the fewest parentheses that keep the meaning: for labels that the
// author left out, for explanations, for the formatter. What is printed parses to the same expression.
#pragma once
#include "engine/model/rule_set.hpp"
#include <string>
#include <string_view>

namespace casus::model {

[[nodiscard]] std::string print(rule_set const& rules, expression_id id);
[[nodiscard]] std::string print(type_name const& type);                   // act assist, Text?
[[nodiscard]] std::string print(std::vector<variable> const& variables);  // a: Attack, s: State
[[nodiscard]] std::string print(source::duration length);                 // 3 years
[[nodiscard]] std::string quoted(std::string_view text);                  // "with \" and \\ escaped"

// The sign or word of an operator as it is written: `>=`, `-`, `and`, `every`, `next`, `violated`, `later`.
[[nodiscard]] std::string_view word_of(comparison_operator op);
[[nodiscard]] std::string_view word_of(arithmetic_operator op);
[[nodiscard]] std::string_view word_of(connective op);
[[nodiscard]] std::string_view word_of(quantity kind);
[[nodiscard]] std::string_view word_of(choice kind);
[[nodiscard]] std::string_view word_of(verdict what);
[[nodiscard]] std::string_view word_of(extreme which);
[[nodiscard]] std::string_view word_of(modality mode);
[[nodiscard]] std::string_view word_of(branch on);

}  // namespace casus::model
