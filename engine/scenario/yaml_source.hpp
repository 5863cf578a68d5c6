// The text of a YAML file below its grammar: what is looked at before the parser runs, and where a scalar ends, which
// the parser does not tell.
#pragma once
#include "engine/source/diagnostic.hpp"
#include <cstdint>
#include <optional>
#include <string_view>

namespace casus::scenario {

inline constexpr std::uint32_t most_marks = 1'000'000;     // of a document: brackets, commas, colons, quotes and such
inline constexpr std::uint32_t most_values = 1'000'000;    // of a document
inline constexpr std::uint32_t most_repeated = 1'000'000;  // values that the aliases of a file stand for
inline constexpr std::uint32_t deepest = 64;               // lists and mappings in one another, aliases followed

// Why the text cannot be handed to the parser, if so: it is not UTF-8, contains control characters, or has too many
// marks without a line of dashes between documents. The parser holds a bracket's whole content in memory at several
// hundred bytes a mark, hence the bound on these.
[[nodiscard]] std::optional<source::diagnostic> unreadable(std::string_view content, source::file_id file);

// Where the node at `begin` itself starts, behind its anchor and its tag.
[[nodiscard]] std::uint32_t skip_properties(std::string_view content, std::uint32_t begin);

enum class closing : std::uint8_t { closed, unclosed };
struct scalar_extent {
  std::uint32_t end = 0;
  closing quote = closing::closed;
};
// The end of the scalar that starts at `begin` and reads as `text`: of quoted text behind the closing quote, of text
// over several lines the end of the first.
[[nodiscard]] scalar_extent extent_of_scalar(std::string_view content, std::uint32_t begin, std::string_view text);

// The end of a list or mapping in brackets, given the end of its last element.
[[nodiscard]] std::uint32_t end_of_brackets(std::string_view content, std::uint32_t after_last);

}  // namespace casus::scenario
