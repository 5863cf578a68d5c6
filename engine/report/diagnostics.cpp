#include "diagnostics.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {
namespace {

constexpr std::size_t longest_line = 160;  // columns of a source line that are shown

std::string_view words_of(source::severity severity) {
  switch (severity) {
    case source::severity::error: return "error";
    case source::severity::warning: return "warning";
  }
  return {};
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// The part of a line that is shown, and the columns in it where what is meant begins and ends.
struct window {
  std::string text;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// U+FFFD for each byte that is not part of any text in UTF-8.
std::string well_formed(std::string_view line) {
  std::string text;
  for (auto bad = source::first_malformed_utf8(line); bad != std::string_view::npos;
       bad = source::first_malformed_utf8(line)) {
    text.append(line.substr(0, bad)).append("\xEF\xBF\xBD");
    line.remove_prefix(bad + 1);
  }
  return text.append(line);
}

// Tabs and control characters become one blank each, so that the caret stands where it should and nothing in the
// input can steer the terminal.
std::string printable(std::string_view line) {
  std::string text = well_formed(line);
  std::replace_if(
      text.begin(), text.end(), [](char c) { return (c >= 0 && c < ' ') || c == 0x7f; }, ' ');
  return text;
}

std::string_view columns(std::string_view line, std::size_t from, std::size_t count) {
  std::size_t column = 0;
  std::size_t begin = line.size();
  std::size_t end = line.size();
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (is_continuation(line[at])) continue;
    if (column == from) begin = at;
    if (column == from + count) {
      end = at;
      break;
    }
    ++column;
  }
  return begin < end ? line.substr(begin, end - begin) : std::string_view{};
}

window window_of(source::text const& text, source::span where) {
  auto const at = text.position_of(where.begin);
  auto const bytes = text.line(at.line);
  auto const line = printable(bytes);
  auto const line_end = text.line_begin(at.line) + bytes.size();
  auto const last = std::clamp<std::size_t>(where.end, where.begin, std::max<std::size_t>(line_end, where.begin));
  auto const first_column = std::size_t{at.column} - 1;
  auto const length = text.position_of(static_cast<std::uint32_t>(last)).column - at.column;
  auto const is_long = width_of(line) > longest_line && first_column > longest_line / 2;
  auto const shift = is_long ? first_column - longest_line / 4 : 0;
  auto const begin = first_column - shift;
  return {.text = std::string(columns(line, shift, longest_line)),
          .begin = begin,
          .end = std::max(begin + 1, std::min<std::size_t>(begin + length, longest_line))};
}

std::string excerpt(source::span where, source::files const& files, painter const& paint, tone how) {
  auto const& text = files[where.file];
  // A file that could not be read, or has nothing in it, has only its name to show.
  if (text.content().empty()) return fmt::format("  {}\n", paint(tone::place, text.name()));
  auto const at = text.position_of(where.begin);
  auto const shown = window_of(text, where);
  auto const number = std::to_string(at.line);
  std::string const margin(number.size(), ' ');
  std::string const underline = '^' + std::string(shown.end - shown.begin - 1, '~');
  return fmt::format("  {}\n  {} {}\n  {}{}{}\n  {} {} {}{}\n", paint(tone::place, place_of(files, where)), margin,
                     paint(tone::faint, "|"), paint(tone::faint, number + " |"), shown.text.empty() ? "" : " ",
                     shown.text, margin, paint(tone::faint, "|"), std::string(shown.begin, ' '), paint(how, underline));
}

}  // namespace

std::string place_of(source::files const& files, source::span where) {
  auto const& text = files[where.file];
  auto const at = text.position_of(where.begin);
  return fmt::format("{}:{}:{}", text.name(), at.line, at.column);
}

std::string line_of(source::files const& files, source::span where) {
  auto const& text = files[where.file];
  return fmt::format("{}:{}", text.name(), text.position_of(where.begin).line);
}

std::string diagnostic_line(source::diagnostic const& said, source::files const& files) {
  auto const help = said.help.empty() ? std::string{} : "; " + said.help;
  return fmt::format("{}: {}: {} [{}]", place_of(files, said.where), words_of(said.severity),
                     printable(said.message + help), said.code);
}

std::string diagnostic(source::diagnostic const& said, source::files const& files, painter const& paint) {
  tone const how = said.severity == source::severity::error ? tone::bad : tone::caution;
  std::string text = paint(how, fmt::format("{}[{}]", words_of(said.severity), said.code)) +
                     paint(tone::strong, ": " + printable(said.message)) + '\n' +
                     excerpt(said.where, files, paint, how);
  for (auto const& note : said.notes) {
    text += fmt::format("  note: {}\n", printable(note.message));
    if (note.where) text += excerpt(*note.where, files, paint, tone::strong);
  }
  if (!said.help.empty()) text += fmt::format("  help: {}\n", printable(said.help));
  return text;
}

}  // namespace casus::report
