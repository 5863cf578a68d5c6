#include "grammar/scanner.hpp"
#include "grammar/keywords.hpp"

namespace casus::grammar {
namespace {

bool is_blank(char letter) { return letter == ' ' || letter == '\t' || letter == '\r'; }
bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '_';
}
bool is_word(char letter) { return is_letter(letter) || is_digit(letter); }

std::size_t line_end(std::string_view content, std::size_t at) {
  std::size_t const end = content.find('\n', at);
  return end == std::string_view::npos ? content.size() : end;
}

std::size_t line_begin(std::string_view content, std::size_t at) {
  std::size_t const end = at == 0 ? std::string_view::npos : content.rfind('\n', at - 1);
  return end == std::string_view::npos ? 0 : end + 1;
}

template <class Predicate>
std::size_t skip(std::string_view content, std::size_t at, Predicate const& matches) {
  while (at < content.size() && matches(content[at])) ++at;
  return at;
}

// The end of a text whose opening mark stands at the offset.
std::size_t text_end(std::string_view content, std::size_t at) {
  std::size_t const limit = line_end(content, at);
  for (++at; at < limit; ++at) {
    if (content[at] == '"') return at + 1;
    if (content[at] == '\\') ++at;
  }
  return limit;
}

// The end of digits-digits-digits, or the offset where it is something else.
std::size_t date_end(std::string_view content, std::size_t at) {
  std::size_t const year = skip(content, at, is_digit);
  if (year - at != 4 || year == content.size() || content[year] != '-') return at;
  std::size_t const month = skip(content, year + 1, is_digit);
  if (month == year + 1 || month - year > 3 || month == content.size() || content[month] != '-') return at;
  std::size_t const day = skip(content, month + 1, is_digit);
  bool const ends = day == content.size() || !is_word(content[day]);
  return day == month + 1 || day - month > 3 || !ends ? at : day;
}

std::size_t sign_end(std::string_view content, std::size_t at) {
  constexpr std::string_view before_equals = "!<>";
  constexpr std::string_view signs = "(){},:.?+-=<>";
  bool const equals_next = at + 1 < content.size() && content[at + 1] == '=';
  if (equals_next && before_equals.find(content[at]) != std::string_view::npos) return at + 2;
  return signs.find(content[at]) != std::string_view::npos ? at + 1 : at;
}

// One character, which may take several bytes.
std::size_t character_end(std::string_view content, std::size_t at) {
  return skip(content, at + 1, [](char letter) { return (static_cast<unsigned char>(letter) & 0xC0U) == 0x80U; });
}

token make(token_kind kind, std::size_t begin, std::size_t end) {
  return {kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// The last token that starts between the two offsets.
token last_token(std::string_view content, std::size_t begin, std::size_t end) {
  token last;
  for (token each = scan(content, static_cast<std::uint32_t>(begin)); each.begin < end;
       each = scan(content, each.end)) {
    last = each;
  }
  return last;
}

}  // namespace

token scan(std::string_view content, std::uint32_t offset) {
  std::size_t const at = skip(content, offset, [](char letter) { return is_blank(letter) || letter == '\n'; });
  if (at >= content.size()) return make(token_kind::end, content.size(), content.size());
  if (content[at] == '#') return make(token_kind::comment, at, line_end(content, at));
  if (content[at] == '"') return make(token_kind::text, at, text_end(content, at));
  if (std::size_t const end = date_end(content, at); end != at) return make(token_kind::date, at, end);
  if (is_word(content[at])) return make(token_kind::word, at, skip(content, at, is_word));
  if (std::size_t const end = sign_end(content, at); end != at) return make(token_kind::sign, at, end);
  return make(token_kind::other, at, character_end(content, at));
}

token scan_code(std::string_view content, std::uint32_t offset) {
  token found = scan(content, offset);
  while (found.kind == token_kind::comment) found = scan(content, found.end);
  return found;
}

std::uint32_t code_end(std::string_view content, std::uint32_t offset) {
  bool ends_line = offset == content.size();  // only then can a comment stand before
  for (std::size_t end = offset;;) {
    for (; end > 0 && (is_blank(content[end - 1]) || content[end - 1] == '\n'); --end) {
      ends_line = ends_line || content[end - 1] == '\n';
    }
    if (end == 0 || !ends_line) return static_cast<std::uint32_t>(end);
    // Texts end on their line, so that its start is a safe place to scan from.
    token const last = last_token(content, line_begin(content, end), end);
    if (last.kind != token_kind::comment) return static_cast<std::uint32_t>(end);
    end = last.begin;
  }
}

bool is_documentation(std::string_view comment) { return comment.substr(0, 2) == "##"; }

bool starts_line(std::string_view content, std::uint32_t offset) {
  std::size_t at = offset;
  while (at > 0 && is_blank(content[at - 1])) --at;
  bool const after_mark = at == byte_order_mark.size() && content.substr(0, at) == byte_order_mark;
  return at == 0 || after_mark || content[at - 1] == '\n';
}

bool at_declaration(std::string_view content, std::uint32_t offset) {
  std::size_t const end = skip(content, offset, is_word);
  if (!contains(declaration_words, content.substr(offset, end - offset))) return false;
  token const next = scan_code(content, static_cast<std::uint32_t>(end));
  bool const names_something = next.kind == token_kind::word && is_letter(content[next.begin]);
  return next.begin != end && (names_something || next.kind == token_kind::text);
}

std::uint32_t next_declaration(std::string_view content, std::uint32_t offset) {
  std::size_t line = starts_line(content, offset) ? offset : line_end(content, offset);
  while (line < content.size()) {
    std::size_t const first = skip(content, line, [](char letter) { return is_blank(letter) || letter == '\n'; });
    if (at_declaration(content, static_cast<std::uint32_t>(first))) return static_cast<std::uint32_t>(first);
    line = line_end(content, first);
  }
  return static_cast<std::uint32_t>(content.size());
}

}  // namespace casus::grammar
