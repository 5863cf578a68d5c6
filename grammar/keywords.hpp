// The words of the language, once: the reserved-word check, recovery, messages, the formatter and the editors'
// highlighting read them here. A reserved word cannot name a thing; it can name a field or a parameter of a fact,
// which stand where no word of the language can (`a.by`, `from: State`).
#pragma once
#include <algorithm>
#include <array>
#include <string_view>

namespace casus::grammar {

// A declaration starts a line with one of these; recovery goes on there.
inline constexpr std::array<std::string_view, 12> declaration_words{
    "use", "instrument", "entity", "individual", "enum",           "event",
    "act", "fact",       "define", "provision",  "interpretation", "question",
};

inline constexpr std::array<std::string_view, 9> clause_words{
    "for", "judged", "when", "unless", "requires", "then", "otherwise", "overrides", "answered",
};

inline constexpr std::array<std::string_view, 31> condition_words{
    "and",    "or",    "not",   "in",   "is",    "at",    "before", "as",      "where",  "satisfies", "some",
    "no",     "every", "count", "next", "first", "last",  "after",  "by",      "from",   "until",     "through",
    "within", "the",   "must",  "may",  "true",  "false", "now",    "unknown", "arises",
};

// Words that mean something only in their place and may name anything elsewhere.
inline constexpr std::array<std::string_view, 23> contextual_words{
    "signed", "force", "closed", "default", "unstated", "each",     "same",     "all",
    "of",     "given", "later",  "earlier", "violated", "breached", "together", "year",
    "years",  "month", "months", "week",    "weeks",    "day",      "days",
};

template <std::size_t Size>
[[nodiscard]] constexpr bool contains(std::array<std::string_view, Size> const& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

[[nodiscard]] constexpr bool is_reserved(std::string_view word) {
  return contains(declaration_words, word) || contains(clause_words, word) || contains(condition_words, word);
}

}  // namespace casus::grammar
