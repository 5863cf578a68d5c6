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

// The parser takes a tab for part of a key and complains of what comes after it.
bool is_indented_with_tab(std::string_view content, std::uint32_t begin) {
  auto const before = content.substr(0, begin);
  auto const line = before.rfind('\n');
  auto const first = line == std::string_view::npos ? 0 : line + 1;
  auto const text = content.find_first_not_of(" \t", first);
  return content.substr(first, text == std::string_view::npos ? text : text - first).find('\t') !=
         std::string_view::npos;
}

// Two keys on lines of their own read as one text where the colon of the first has no space behind it.
bool is_glued_to_line_above(std::string_view content, std::uint32_t begin) {
  auto const line = content.substr(0, begin).rfind('\n');
  if (line == std::string_view::npos) return false;
  auto const above = content.substr(0, line);
  auto const start = above.rfind('\n');
  auto const text = above.substr(start == std::string_view::npos ? 0 : start + 1);
  auto const colon = text.find(':');
  return colon != std::string_view::npos && colon + 1 < text.size() && text[colon + 1] != ' ';
}

complaint misplaced_colon(std::string_view content, std::uint32_t begin) {
  if (is_glued_to_line_above(content, begin)) {
    return {"the key on the line above is not one: a space is missing behind its colon", "write `key: value`",
            subject::place};
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
  if (is_indented_with_tab(content, begin))
    return {"the line is indented with a tab", "indent with spaces", subject::place};
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
