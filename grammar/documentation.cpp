#include "grammar/documentation.hpp"
#include <algorithm>

namespace casus::grammar {
namespace {

std::size_t line_begin(std::string_view content, std::size_t at) {
  std::size_t const end = at == 0 ? std::string_view::npos : content.rfind('\n', at - 1);
  return end == std::string_view::npos ? 0 : end + 1;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r") == std::string_view::npos; }

// Without the empty lines at its start and end.
std::string without_empty_ends(std::string const& text) {
  std::size_t const begin = text.find_first_not_of('\n');
  return begin == std::string::npos ? std::string{} : text.substr(begin, text.find_last_not_of('\n') + 1 - begin);
}

}  // namespace

// Most lines have none, so that only those with two signs on them are read.
documentation::documentation(std::string_view content) : content_(content) {
  for (auto at = content.find("##"); at != std::string_view::npos; at = content.find("##", at)) {
    add(static_cast<std::uint32_t>(line_begin(content, at)));
    at = std::min(content.find('\n', at), content.size());
  }
}

// The signs may stand within a text, or within a comment of another kind.
void documentation::add(std::uint32_t line) {
  std::size_t const end = std::min(content_.find('\n', line), content_.size());
  for (token each = scan(content_, line); each.kind != token_kind::end && each.begin < end;
       each = scan(content_, each.end)) {
    if (each.kind != token_kind::comment || !is_documentation(text_of(content_, each))) continue;
    comments_.push_back({each, line, starts_line(content_, each.begin), false});
  }
}

std::size_t documentation::next_after(std::uint32_t offset) const {
  auto const found = std::lower_bound(comments_.begin(), comments_.end(), offset,
                                      [](comment const& each, std::uint32_t at) { return each.text.begin < at; });
  return static_cast<std::size_t>(found - comments_.begin());
}

bool documentation::is_beside(comment const& candidate, surface::node const& node, documented what) const {
  if (candidate.is_taken) return false;
  if (what == documented::declaration) return candidate.line <= node.begin;
  return candidate.line <= node.end && is_blank(content_.substr(node.end, candidate.text.begin - node.end));
}

// Without its signs, the blank after them and those at its end.
std::string documentation::words_of(comment& of) {
  of.is_taken = true;
  std::string_view words = text_of(content_, of.text).substr(2);
  if (!words.empty() && words.front() == ' ') words.remove_prefix(1);
  return std::string(words.substr(0, words.find_last_not_of(" \t\r") + 1));
}

std::string documentation::of(surface::node const& node, documented what) {
  std::size_t const next = next_after(node.begin);
  std::size_t first = next;
  for (std::uint32_t below = node.begin; first > 0; --first) {
    comment const& above = comments_[first - 1];
    std::size_t const end = above.text.end + std::size_t{1};
    if (!above.leads || end > below || !is_blank(content_.substr(end, below - end))) break;
    below = above.line;
  }
  std::string text;
  for (std::size_t i = first; i < next; ++i) text += words_of(comments_[i]) + '\n';
  std::size_t const beside = what == documented::field ? next_after(node.end) : next;
  if (beside < comments_.size() && is_beside(comments_[beside], node, what)) text += words_of(comments_[beside]);
  return without_empty_ends(text);
}

std::vector<token> documentation::strays() const {
  std::vector<token> found;
  for (comment const& each : comments_) {
    if (!each.is_taken) found.push_back(each.text);
  }
  return found;
}

}  // namespace casus::grammar
