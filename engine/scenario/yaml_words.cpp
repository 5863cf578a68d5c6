#include "engine/scenario/yaml_words.hpp"

#include <fmt/format.h>

namespace casus::scenario {
namespace {

struct translation {
  std::string_view said;  // how the parser's message begins
  std::string_view message;
  std::string_view help;
};

constexpr translation translations[] = {
    {"end of sequence not found", "this line continues nothing above it", "begin an item of the list with `- `"},
    {"illegal map key", "a key stands where none can", "indent the keys of a mapping alike"},
    {"illegal block entry", "a `-` stands where no list can begin", "put the list on lines of its own"},
    {"illegal flow end", "this bracket or brace closes nothing", ""},
    {"illegal tab when looking for indentation", "the line is indented with a tab", "indent with spaces"},
    {"illegal EOF in scalar", "the text ends inside a value", ""},
    {"illegal document indicator in scalar", "a line of `---` or `...` stands inside a quoted text", ""},
    {"the referenced anchor is not defined", "no value above has this anchor",
     "write `&name` before the value to repeat"},
    {"alias not found", "a name is missing after `*`", "put a text that begins with `*` in quotes"},
    {"anchor not found", "a name is missing after `&`", "put a text that begins with `&` in quotes"},
    {"illegal character found while scanning alias", "a character in this alias cannot stand there", ""},
    {"illegal character found while scanning anchor", "a character in this anchor cannot stand there", ""},
    {"illegal character found while scanning tag", "a character in this tag cannot stand there",
     "put a text that begins with `!` in quotes"},
    {"tag handle with no suffix", "a name is missing after `!`", "put a text that begins with `!` in quotes"},
    {"end of verbatim tag not found", "the tag is not closed", "close it with `>`"},
    {"cannot assign multiple tags", "a value has two tags", ""},
    {"cannot assign multiple anchors", "a value has two anchors", ""},
    {"aliases can't have any content", "an alias has a tag or an anchor of its own", ""},
    {"unknown escape character", "there is no such escape after `\\`", "put the text in single quotes"},
    {"bad character found while scanning hex number", "a digit of this escape is not hexadecimal", ""},
    {"invalid unicode", "this escape names no character", ""},
    {"cannot set zero indentation", "the indentation of a block of text cannot be 0", ""},
    {"unexpected character in block scalar", "only the end of the line may follow `|` or `>`",
     "put a text that begins with `|` or `>` in quotes"},
};

// Whether only blanks stand before it on its line.
bool begins_line(std::string_view content, std::uint32_t begin) {
  for (std::size_t at = begin; at > 0; --at) {
    char const c = content[at - 1];
    if (c == '\n') return true;
    if (c != ' ' && c != '\t') return false;
  }
  return true;
}

complaint after_mapping(std::string_view content, std::uint32_t begin) {
  if (begins_line(content, begin)) {
    return {"the indentation of this line fits nothing above it", "indent the keys of a mapping alike", subject::place};
  }
  return {"there is text after the end of a value", "put the whole text in quotes", subject::place};
}

struct line {
  std::uint32_t begin = 0;
  std::string_view text;
};

line line_at(std::string_view content, std::uint32_t at) {
  auto const before = content.substr(0, at).rfind('\n');
  auto const begin = before == std::string_view::npos ? 0 : before + 1;
  return {static_cast<std::uint32_t>(begin), content.substr(begin, content.find('\n', begin) - begin)};
}

std::optional<line> line_above(std::string_view content, line const& of) {
  if (of.begin == 0) return std::nullopt;
  return line_at(content, of.begin - 1);
}

// Where what stands on the line begins, behind the dashes of list items.
std::size_t column_of_text(std::string_view text) {
  auto at = text.find_first_not_of(' ');
  while (at != std::string_view::npos && text.substr(at, 2) == "- ") at = text.find_first_not_of(' ', at + 2);
  return at;
}

// The parser takes a tab for part of a key and complains of what comes after it.
std::optional<extent> tab_in_indentation(std::string_view content, std::uint32_t begin) {
  auto const [first, text] = line_at(content, begin);
  auto const tab = text.find('\t');
  if (tab == std::string_view::npos || text.find_first_not_of(" \t") < tab) return std::nullopt;
  auto const at = first + static_cast<std::uint32_t>(tab);
  return extent{at, at + 1};
}

// Two keys on lines of their own read as one text where the colon of the first has no space behind it.
std::optional<extent> glued_key(line const& above) {
  auto const colon = above.text.find(':');
  if (colon == std::string_view::npos || colon + 1 >= above.text.size()) return std::nullopt;
  auto const column = column_of_text(above.text);
  if (above.text[colon + 1] == ' ' || above.text[colon + 1] == '\r' || column > colon) return std::nullopt;
  return extent{above.begin + static_cast<std::uint32_t>(column), above.begin + static_cast<std::uint32_t>(colon) + 1};
}

// So do they where the first has no colon. A line that goes on with the text above it is indented deeper than that.
std::optional<extent> key_without_colon(std::string_view content, line const& above) {
  auto const column = column_of_text(above.text);
  if (column == std::string_view::npos || above.text.find(':') != std::string_view::npos) return std::nullopt;
  auto const word =
      above.text.substr(column, above.text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", column) - column);
  auto const behind = column + word.size();
  if (word.empty() || behind >= above.text.size() || above.text[behind] != ' ') return std::nullopt;
  auto const before = line_above(content, above);
  if (!before) return std::nullopt;
  auto const colon = before->text.rfind(':');
  bool const opens = colon != std::string_view::npos && before->text.find_last_not_of(" \r") == colon;
  if (!opens && column_of_text(before->text) != column) return std::nullopt;
  auto const begin = above.begin + static_cast<std::uint32_t>(column);
  return extent{begin, begin + static_cast<std::uint32_t>(word.size())};
}

complaint misplaced_colon(std::string_view content, std::uint32_t begin) {
  if (auto const above = line_above(content, line_at(content, begin))) {
    if (auto const key = glued_key(*above))
      return {"a space is missing behind this colon", "write `key: value`", subject::place, key};
    if (auto const key = key_without_colon(content, *above))
      return {"a colon is missing behind this key", "write `key: value`", subject::place, key};
  }
  return {"a `:` stands where no key can end",
          "put a text that contains `: ` in quotes, and begin a key in the column of those beside it", subject::place};
}

complaint unreadable_character(std::string_view content, std::uint32_t begin) {
  if (begin >= content.size()) return {"the text ends too early", "", subject::place};
  char const c = content[begin];
  return {fmt::format("no value can begin with `{}`", c), "put the text in quotes", subject::place};
}

}  // namespace

complaint in_words(std::string_view said, std::string_view content, std::uint32_t begin) {
  if (said == "end of map flow not found") {
    return {"the mapping that opens here is not closed, or a comma is missing", "close it with `}`", subject::bracket};
  }
  if (said == "end of sequence flow not found") {
    return {"the list that opens here is not closed, or a comma is missing", "close it with `]`", subject::bracket};
  }
  if (auto const tab = tab_in_indentation(content, begin))
    return {"the line is indented with a tab", "indent with spaces", subject::place, tab};
  if (said == "end of map not found") return after_mapping(content, begin);
  if (said == "illegal map value") return misplaced_colon(content, begin);
  if (said == "unknown token") return unreadable_character(content, begin);
  for (translation const& each : translations) {
    if (said.substr(0, each.said.size()) == each.said)
      return {std::string(each.message), std::string(each.help), subject::place};
  }
  if (said.find("directive") != std::string_view::npos || said.find("YAML") != std::string_view::npos) {
    return {"this directive is not understood", "leave out the line that begins with `%`", subject::place};
  }
  return {"the text is not well-formed YAML here", "", subject::place};
}

}  // namespace casus::scenario
