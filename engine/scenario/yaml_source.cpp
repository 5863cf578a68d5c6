#include "engine/scenario/yaml_source.hpp"

#include "engine/source/catalogue.hpp"
#include "engine/source/text.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <string>

namespace casus::scenario {
namespace {

using source::span;

// Characters that begin a token. Where there are few of them the parser needs little memory.
bool is_mark(char c) {
  switch (c) {
    case '[':
    case ']':
    case '{':
    case '}':
    case ',':
    case ':':
    case '"':
    case '\'':
    case '&':
    case '*':
    case '!': return true;
  }
  return false;
}

bool is_control(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

span at(source::file_id file, std::size_t begin, std::size_t length) {
  return {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + length)};
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool ends_property(char c) { return is_blank(c) || c == ',' || c == ']' || c == '}'; }

std::uint32_t skip_blanks(std::string_view content, std::uint32_t begin) {
  while (begin < content.size() && is_blank(content[begin])) ++begin;
  return begin;
}

std::uint32_t end_of_line(std::string_view content, std::uint32_t begin) {
  auto const found = std::min(content.find('\n', begin), content.size());
  auto end = static_cast<std::uint32_t>(found);
  while (end > begin && is_blank(content[end - 1])) --end;
  return end;
}

scalar_extent end_of_double_quoted(std::string_view content, std::uint32_t begin) {
  for (auto at = begin + 1; at < content.size(); ++at) {
    if (content[at] == '"') return {at + 1, closing::closed};
    if (content[at] == '\\') ++at;
  }
  return {end_of_line(content, begin), closing::unclosed};
}

scalar_extent end_of_single_quoted(std::string_view content, std::uint32_t begin) {
  for (auto at = begin + 1; at < content.size(); ++at) {
    if (content[at] != '\'') continue;
    if (at + 1 < content.size() && content[at + 1] == '\'') {
      ++at;
      continue;
    }
    return {at + 1, closing::closed};
  }
  return {end_of_line(content, begin), closing::unclosed};
}

}  // namespace

std::optional<source::diagnostic> unreadable(std::string_view content, source::file_id file) {
  if (auto const bad = source::first_malformed_utf8(content); bad != std::string_view::npos) {
    return source::report("malformed-text", at(file, bad, 1), "this byte is not part of any text in UTF-8",
                          "save the file in UTF-8");
  }
  auto const control = std::find_if(content.begin(), content.end(), is_control);
  if (control != content.end()) {
    auto const where = static_cast<std::size_t>(control - content.begin());
    return source::report("malformed-text", at(file, where, 1),
                          fmt::format("a control character (U+{:04X}) stands in the text", static_cast<int>(*control)));
  }
  std::uint32_t counted = 0;
  for (std::size_t i = 0; i < content.size(); ++i) {
    if (content[i] == '\n' && content.substr(i + 1, 3) == "---") counted = 0;
    if (!is_mark(content[i]) || ++counted <= most_marks) continue;
    return source::report("too-large", at(file, i, 1),
                          fmt::format("the document has more than {} brackets, commas, colons and quotes", most_marks),
                          "divide the scenario over several background files");
  }
  return std::nullopt;
}

std::uint32_t skip_properties(std::string_view content, std::uint32_t begin) {
  auto at = begin;
  while (at < content.size() && (content[at] == '&' || content[at] == '!')) {
    while (at < content.size() && !ends_property(content[at])) ++at;
    at = skip_blanks(content, at);
  }
  return at;
}

scalar_extent extent_of_scalar(std::string_view content, std::uint32_t begin, std::string_view text) {
  if (begin >= content.size()) return {static_cast<std::uint32_t>(content.size()), closing::closed};
  if (content[begin] == '"') return end_of_double_quoted(content, begin);
  if (content[begin] == '\'') return end_of_single_quoted(content, begin);
  if (content.substr(begin, text.size()) == text) {
    return {begin + static_cast<std::uint32_t>(text.size()), closing::closed};
  }
  return {end_of_line(content, begin), closing::closed};
}

std::uint32_t end_of_brackets(std::string_view content, std::uint32_t after_last) {
  auto at = after_last;
  while (at < content.size()) {
    char const c = content[at];
    if (c == ']' || c == '}') return at + 1;
    if (c == '#') {
      at = end_of_line(content, at);
    } else if (is_blank(c) || c == ',') {
      ++at;
    } else {
      break;
    }
  }
  return after_last;
}

}  // namespace casus::scenario
