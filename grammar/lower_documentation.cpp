#include "grammar/lowering.hpp"
#include "grammar/scanner.hpp"
#include <algorithm>

namespace casus::grammar {
namespace {

std::string trimmed(std::string_view text) {
  std::size_t const end = text.find_last_not_of(" \t\r");
  return end == std::string_view::npos ? std::string{} : std::string(text.substr(0, end + 1));
}

// Without the empty lines at its start and end.
std::string without_empty_ends(std::string const& text) {
  std::size_t const begin = text.find_first_not_of('\n');
  return begin == std::string::npos ? std::string{} : text.substr(begin, text.find_last_not_of('\n') + 1 - begin);
}

// `## words` without its signs and the blank after them.
std::string words_of(std::string_view comment) {
  comment.remove_prefix(2);
  if (!comment.empty() && comment.front() == ' ') comment.remove_prefix(1);
  return trimmed(comment);
}

std::size_t line_begin(std::string_view content, std::size_t at) {
  std::size_t const end = at == 0 ? std::string_view::npos : content.rfind('\n', at - 1);
  return end == std::string_view::npos ? 0 : end + 1;
}

std::size_t line_end(std::string_view content, std::size_t at) {
  return std::min(content.find('\n', at), content.size());
}

bool is_documentation(std::string_view content, token const& of) {
  return of.kind == token_kind::comment && grammar::is_documentation(text_of(content, of));
}

}  // namespace

bool lowering::is_taken(std::uint32_t comment) const {
  return std::binary_search(taken_.begin(), taken_.end(), comment);
}

// Comments are taken nearly in order, so that this inserts near the end.
std::string lowering::take(std::uint32_t comment) {
  taken_.insert(std::upper_bound(taken_.begin(), taken_.end(), comment), comment);
  token const written = scan(content_, comment);
  return words_of(grammar::text_of(content_, written));
}

std::string lowering::documentation_above(std::uint32_t begin) {
  std::vector<std::uint32_t> comments;
  bool const is_marked = content_.substr(0, byte_order_mark.size()) == byte_order_mark;
  for (std::size_t line = line_begin(content_, begin); line > 0;) {
    line = line_begin(content_, line - 1);
    std::size_t const start = line == 0 && is_marked ? byte_order_mark.size() : line;
    std::size_t const first = content_.find_first_not_of(" \t", start);
    if (first == std::string_view::npos || !grammar::is_documentation(content_.substr(first))) break;
    comments.push_back(static_cast<std::uint32_t>(first));
  }
  std::string text;
  std::for_each(comments.rbegin(), comments.rend(),
                [&](std::uint32_t comment) { text += (comment == comments.back() ? "" : "\n") + take(comment); });
  return text;
}

std::string lowering::documentation_beside(std::uint32_t end) {
  token const next = scan(content_, end);
  bool const same_line = next.begin <= line_end(content_, end);
  return same_line && is_documentation(content_, next) && !is_taken(next.begin) ? take(next.begin) : std::string{};
}

std::string lowering::documentation_on_line(std::uint32_t begin) {
  std::size_t const limit = line_end(content_, begin);
  token last;
  for (token each = scan(content_, begin); each.kind != token_kind::end && each.begin < limit;) {
    last = each;
    each = scan(content_, each.end);
  }
  return is_documentation(content_, last) && !is_taken(last.begin) ? take(last.begin) : std::string{};
}

std::string lowering::documentation_of(surface::node const& node, documented what) {
  std::string const above = starts_line(content_, node.begin) ? documentation_above(node.begin) : std::string{};
  std::string const beside =
      what == documented::field ? documentation_beside(node.end) : documentation_on_line(node.begin);
  return without_empty_ends(above + '\n' + beside);
}

// Whether every `##` begins a comment that belongs to something: then there is no need to look for others.
bool lowering::all_marks_are_taken() const {
  for (auto at = content_.find("##"); at != std::string_view::npos; at = content_.find("##", line_end(content_, at))) {
    if (!is_taken(static_cast<std::uint32_t>(at))) return false;
  }
  return true;
}

void lowering::report_stray_documentation() {
  if (all_marks_are_taken()) return;
  for (token each = scan(content_, 0); each.kind != token_kind::end; each = scan(content_, each.end)) {
    if (!is_documentation(content_, each) || is_taken(each.begin)) continue;
    report("stray-documentation", span_of(each.begin, each.end),
           "the documentation comment belongs to no declaration and no field",
           "it stands directly above one, or at the end of its line; a plain comment starts with one `#`");
  }
}

}  // namespace casus::grammar
