// A rule file as a row of tokens, comments among them: for layout, for the wording of errors and for documentation
// comments. The grammar itself does not use it.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace casus::grammar {

// What some editors write at the start of a file; it means nothing.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

enum class token_kind : std::uint8_t {
  word,     // a name, a word of the language, a number
  date,     // 2014-06-15
  text,     // "in quotation marks", or up to the end of the line where they are not closed
  sign,     // one of ( ) { } , : . ? + - = != < <= > >=
  comment,  // from # to the end of the line
  other,    // anything else, one character
  end,      // of the file; empty
};

struct token {
  token_kind kind = token_kind::end;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// The token that starts at the offset or, after blanks, next.
[[nodiscard]] token scan(std::string_view content, std::uint32_t offset);
// The same, beyond comments.
[[nodiscard]] token scan_code(std::string_view content, std::uint32_t offset);
[[nodiscard]] inline std::string_view text_of(std::string_view content, token const& of) {
  return content.substr(of.begin, of.end - of.begin);
}

// The end of the last token before the offset that is no comment, where blanks and comments stand between; the offset
// itself where it ends such a token.
[[nodiscard]] std::uint32_t code_end(std::string_view content, std::uint32_t offset);

[[nodiscard]] bool is_documentation(std::string_view comment);  // starts with ##
// Whether only blanks stand before the offset on its line.
[[nodiscard]] bool starts_line(std::string_view content, std::uint32_t offset);
// The start of the first line at or after the offset that starts with a declaration; the end where there is none.
[[nodiscard]] std::uint32_t next_declaration(std::string_view content, std::uint32_t offset);
// Whether a declaration starts here: its word and, apart from it, what can follow.
[[nodiscard]] bool at_declaration(std::string_view content, std::uint32_t offset);

}  // namespace casus::grammar
