#include "grammar/expectation.hpp"
#include "engine/source/catalogue.hpp"
#include "engine/source/nearest.hpp"
#include "grammar/keywords.hpp"
#include "grammar/nesting.hpp"
#include "grammar/scanner.hpp"
#include <algorithm>
#include <array>
#include <vector>

namespace casus::grammar {
namespace {

constexpr std::size_t longest_quoted = 40;  // of what stands in the text, in a message

struct surroundings {
  token before;  // with the whole path that it ends, `P.1`; of kind `end` at the start of a file
  token found;
  token after;
};

surroundings look_around(std::string_view content, failure const& what) {
  surroundings around{{}, scan_code(content, what.declaration), {}};
  while (around.found.kind != token_kind::end && around.found.end <= what.where) {
    bool const is_adjacent = around.before.end > 0 && around.before.end == around.found.begin;
    bool const is_path =
        is_adjacent && (text_of(content, around.found) == "." || content[around.before.end - 1] == '.');
    std::uint32_t const begin = is_path ? around.before.begin : around.found.begin;
    around.before = {around.found.kind, begin, around.found.end};
    around.found = scan_code(content, around.found.end);
  }
  around.after = scan_code(content, around.found.end);
  return around;
}

bool starts_declaration(std::string_view content, token const& of) {
  return starts_line(content, of.begin) && at_declaration(content, of.begin);
}

std::string quote(std::string_view text) { return '`' + std::string(text) + '`'; }

// Phrases stay as they are; words of the language and signs go into backticks.
std::string expected_phrase(std::string_view expected) {
  bool const is_phrase = expected.find(' ') != std::string_view::npos || expected.front() == '`';
  bool const is_quoted = expected.size() > 2 && (expected.front() == '\'' || expected.front() == '"');
  if (is_phrase) return std::string(expected);
  return quote(is_quoted ? expected.substr(1, expected.size() - 2) : expected);
}

std::string found_phrase(std::string_view content, token const& found) {
  if (found.kind == token_kind::end) return "the end of the file";
  if (starts_declaration(content, found)) return "the next declaration";
  std::string_view const text = text_of(content, found);
  if (found.kind == token_kind::text && text.size() > longest_quoted) return "a text";
  return quote(text);
}

struct habit {
  std::string_view first;  // two tokens as they may be written by habit from elsewhere; the second may be empty
  std::string_view second;
  std::string_view help;
};

constexpr std::array habits{
    habit{"=", "=", "equality is written with one `=`"},
    habit{"&", "", "write `and`"},
    habit{"|", "", "write `or`"},
    habit{"!", "", "write `not`, or `!=` for a difference"},
    habit{";", "", "nothing ends a clause: the next one starts with its own word"},
    habit{"is", "not", "write `not` before the whole condition: `not x.note is given`"},
    habit{"not", "in", "write `not` before the whole condition: `not x in {a, b}`"},
    habit{"satisfies", "", "what `some` and `no` speak of stands after `where`; only `every` has a `satisfies`"},
    habit{"if", "", "conditions stand behind `when`"},
    habit{"shall", "", "a duty is written `must`, a prohibition `must not`"},
    habit{"=", ">", "at least is written `>=`, what follows is written `then`"},
    habit{"'", "", "texts stand in quotation marks: `\"…\"`"},
};

std::string habit_help(std::string_view content, surroundings const& around) {
  std::string_view const before = text_of(content, around.before);
  std::string_view const found = text_of(content, around.found);
  std::string_view const after = text_of(content, around.after);
  for (habit const& each : habits) {
    bool const starts_here = found == each.first && (each.second.empty() || after == each.second);
    bool const ends_here = before == each.first && found == each.second;
    if (starts_here || ends_here) return std::string(each.help);
  }
  return {};
}

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

// Whether a rule stands for a name that the author picks.
bool names_something(std::string_view expected) {
  constexpr std::array<std::string_view, 3> kinds{"name", "variable", "parameter"};
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](std::string_view kind) { return expected.find(kind) != std::string_view::npos; });
}

std::string_view first_word_of_line(std::string_view content, std::uint32_t at) {
  auto const before = at == 0 ? std::string_view::npos : content.rfind('\n', at - 1);
  auto const begin = content.find_first_not_of(" \t", before == std::string_view::npos ? 0 : before + 1);
  if (begin == std::string_view::npos || begin >= at) return {};
  return content.substr(begin, content.find_first_of(" \t\r\n", begin) - begin);
}

std::string help_for(std::string_view content, surroundings const& around, std::string_view expected) {
  std::string_view const found = text_of(content, around.found);
  std::string_view const before = text_of(content, around.before);
  bool const connects = found == "and" || found == "or";
  bool const is_name = around.found.kind == token_kind::word && !is_reserved(found) && !is_number(found);
  if (around.found.kind == token_kind::word && is_reserved(found) && names_something(expected)) {
    return quote(found) + " is a word of the language and cannot be a name here";
  }
  if (std::string help = habit_help(content, around); !help.empty()) return help;
  if (connects && around.before.kind == token_kind::text) {
    return "`as` ends its clause: words for a part of a condition stand inside its parentheses, `(… as \"words\")`";
  }
  if (connects && expected.find("a clause") != std::string_view::npos) {
    return quote(found) + " joins conditions; each consequence stands behind a `then` of its own";
  }
  if (found == "answered" && expected.find("`answered by`") != std::string_view::npos) {
    return "a question has one `answered by`; further provisions follow behind a comma: `A.1 for the same p, B.2 for "
           "the "
           "same p`";
  }
  if (around.found.kind == token_kind::word && first_word_of_line(content, around.found.begin) == "individual") {
    return "what it is called stands in quotation marks: `\"…\"`";
  }
  if (is_name && starts_line(content, around.found.begin)) {
    std::vector<std::string> words(declaration_words.begin(), declaration_words.end());
    bool const in_provision = expected.find("a clause") != std::string_view::npos;
    if (in_provision) words.insert(words.end(), clause_words.begin(), clause_words.end());
    if (std::string help = source::did_you_mean(found, words); !help.empty()) return help;
  }
  if (is_name && is_number(before)) return "a length of time is a number of years, months, weeks or days";
  if (is_name && around.before.kind == token_kind::word && !is_reserved(before) && expected.find("`and`") == 0) {
    return "the arguments of a relation stand in parentheses: `member(s)`";
  }
  for (std::string_view const curly : {"“", "”", "„", "«", "»"}) {
    if (found == curly) return "texts stand between straight quotation marks, `\"`";
  }
  if (around.found.kind == token_kind::other && static_cast<unsigned char>(found.front()) >= 0x80U) {
    return "names are written with the letters a to z, digits and `_`";
  }
  if (expected == "satisfies") {
    return "what is true of each of them stands there: `every s: State where member(s) satisfies ready(s)`";
  }
  if (expected == "a date") return "a date is written year-month-day: `2014-06-15`";
  return {};
}

source::diagnostic unclosed_text(std::string_view content, source::file_id file, failure const& what,
                                 surroundings const& around) {
  bool const is_escape = what.where < content.size() && content[what.where] == '\\';
  if (is_escape) {
    return source::report("syntax", {file, what.where, what.where + 1},
                          "a backslash in a text stands before something else than `\"` or `\\`",
                          "a backslash that is meant as one is written twice");
  }
  token const& text = around.found.begin < what.where ? around.found : around.before;
  return source::report("syntax", {file, text.begin, text.end}, "the text has no closing quotation mark on its line");
}

// Where nothing stands that could be pointed at, at what stands before it.
source::span place_of(std::string_view content, source::file_id file, surroundings const& around) {
  bool const is_elsewhere = around.found.kind == token_kind::end || starts_declaration(content, around.found);
  token const& shown = is_elsewhere && around.before.kind != token_kind::end ? around.before : around.found;
  return {file, shown.begin, shown.end};
}

}  // namespace

source::diagnostic describe(std::string_view content, source::file_id file, failure const& what) {
  surroundings const around = look_around(content, what);
  source::span const where = place_of(content, file, around);
  if (what.expected == nesting_bound) {
    return source::report("nested-too-deep", where, "parts of a condition are nested more than 200 deep",
                          "give a part of it a name with a `define`");
  }
  if (what.expected == "closing quotation mark") return unclosed_text(content, file, what, around);
  std::string message = "expected " + expected_phrase(what.expected);
  if (around.before.kind != token_kind::end) {
    std::string_view const before = text_of(content, around.before);
    message += " after " + (before.size() > longest_quoted ? std::string("the text") : quote(before));
  }
  message += ", found " + found_phrase(content, around.found);
  return source::report("syntax", where, std::move(message), help_for(content, around, what.expected));
}

source::diagnostic no_declaration(std::string_view content, source::file_id file, std::uint32_t where) {
  token const found = scan_code(content, where);
  std::vector<std::string> const words(declaration_words.begin(), declaration_words.end());
  return source::report("syntax", {file, found.begin, found.end},
                        "expected a declaration, found " + found_phrase(content, found),
                        source::did_you_mean(text_of(content, found), words));
}

}  // namespace casus::grammar
