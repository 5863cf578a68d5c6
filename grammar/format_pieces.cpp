#include "grammar/format_pieces.hpp"
#include <algorithm>

namespace casus::grammar {
namespace {

std::string_view without_trailing_blanks(std::string_view text) {
  std::size_t const last = text.find_last_not_of(" \t\r");
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

}  // namespace

std::vector<piece> pieces_of(std::string_view content) {
  std::vector<piece> pieces;
  std::vector<comment> waiting;
  bool const is_marked = content.substr(0, byte_order_mark.size()) == byte_order_mark;
  std::uint32_t end = is_marked ? byte_order_mark.size() : 0;
  for (token next = scan(content, end);; next = scan(content, end)) {
    std::string_view const between = content.substr(end, next.begin - end);
    auto const line_feeds = std::count(between.begin(), between.end(), '\n');
    bool const at_start = pieces.empty() && waiting.empty();
    bool const blank_before = line_feeds > 1 && !at_start;
    std::string_view const text = text_of(content, next);
    if (next.kind != token_kind::comment) {
      bool const starts_line = line_feeds > 0 || !waiting.empty();
      pieces.push_back({next.kind, text, next.begin, starts_line, blank_before, std::move(waiting), {}});
      waiting.clear();
      if (next.kind == token_kind::end) return pieces;
    } else if (line_feeds == 0 && !pieces.empty() && waiting.empty()) {
      pieces.back().trailing = without_trailing_blanks(text);
    } else {
      waiting.push_back({without_trailing_blanks(text), blank_before});
    }
    end = next.end;
  }
}

}  // namespace casus::grammar
