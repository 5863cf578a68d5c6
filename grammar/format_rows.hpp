// The rows of a declaration in canonical layout: its head, then each field or clause two spaces in. And how the pieces
// of a row stand beside each other: with a space or without, and where the row may be broken. Private to this folder.
#pragma once
#include "engine/model/declaration.hpp"
#include "grammar/format_pieces.hpp"

namespace casus::grammar {

// A run of pieces, as indices.
struct row {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t indent = 0;
};

inline constexpr int unbreakable = 1000;

struct joint {  // what stands before a piece
  bool space = true;
  bool is_connective = false;    // the `and` or `or` of a condition
  bool in_body = false;          // a connective behind the `where` of a quantifier
  int break_cost = unbreakable;  // the lower, the better a line break suits here
};

// `begin` and `end` are the pieces of the declaration.
[[nodiscard]] std::vector<row> rows_of(std::vector<piece> const& pieces, std::size_t begin, std::size_t end,
                                       model::declaration const& declaration);

// One for each piece from `begin` to `end`.
[[nodiscard]] std::vector<joint> joints_of(std::vector<piece> const& pieces, std::size_t begin, std::size_t end);

}  // namespace casus::grammar
