// One row as lines of at most 100 columns. Private to this folder.
#pragma once
#include "grammar/format_rows.hpp"
#include <string>
#include <string_view>

namespace casus::grammar {

inline constexpr std::size_t line_width = 100;

// The lines of a row, each ended by a line feed. `joints` are those of the whole declaration, which starts at the
// piece `first`. A break of the author before `and` or `or` is kept; others follow from the width.
[[nodiscard]] std::string lines_of(std::vector<piece> const& pieces, std::vector<joint> const& joints,
                                   std::size_t first, row const& of);

// The comments on lines of their own before a piece, at an indent, with the empty lines the author had.
[[nodiscard]] std::string comments_before(piece const& of, std::size_t indent);

}  // namespace casus::grammar
