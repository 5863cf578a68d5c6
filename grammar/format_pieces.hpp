// A rule file for layout: its tokens with the comments between them attached. Private to this folder.
#pragma once
#include "grammar/scanner.hpp"
#include <string_view>
#include <vector>

namespace casus::grammar {

// A comment on a line of its own.
struct comment {
  std::string_view text;
  bool blank_before = false;  // whether an empty line stands before it
};

struct piece {
  token_kind kind = token_kind::end;
  std::string_view text;
  std::uint32_t begin = 0;
  bool starts_line = false;       // in the file as the author has it
  bool blank_before = false;      // whether an empty line stands before it, or after the last comment before it
  std::vector<comment> comments;  // on lines of their own before it
  std::string_view trailing;      // the comment behind it on its line, or empty
};

// All tokens of the file, the one for its end included.
[[nodiscard]] std::vector<piece> pieces_of(std::string_view content);

}  // namespace casus::grammar
