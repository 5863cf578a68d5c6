#include "proof_page.hpp"
#include "text.hpp"

namespace casus::report {
namespace {

std::string glyph_of(facts::truth met) {
  switch (met) {
    case facts::truth::yes: return std::string{report::met};
    case facts::truth::no: return std::string{not_met};
    case facts::truth::open: break;
  }
  return std::string{unsettled};
}

tone tone_of_truth(facts::truth met) {
  switch (met) {
    case facts::truth::yes: return tone::good;
    case facts::truth::no: return tone::bad;
    case facts::truth::open: break;
  }
  return tone::doubtful;
}

std::string notes_of(proof_line const& of) {
  std::string text;
  for (auto const& note : of.notes) text += (text.empty() ? "" : "; ") + note;
  return text.empty() ? text : " (" + text + ')';
}

std::string words_of(proof_line const& of) { return (of.role.empty() ? "" : of.role + ": ") + of.words; }

std::string reference_of(proof_line const& of) {
  if (of.number) return " [" + std::to_string(*of.number) + ']';
  if (of.as_shown) return " [see " + std::to_string(*of.as_shown) + ']';
  return {};
}

std::string joined_by_comma(std::vector<std::string> const& words) {
  std::string text;
  for (auto const& one : words) text += (text.empty() ? "" : ", ") + one;
  return text;
}

}  // namespace

std::string text(proof_page const& shown, painter const& paint) {
  auto made = text(shown.head, paint);
  auto const status = evaluate::words(shown.conclusion.status);
  made += "  " + paint(tone::strong, shown.citation) + "  " + paint(tone_of(shown.conclusion.status), status);
  if (!shown.conclusion.sentence.empty()) made += "  " + shown.conclusion.sentence;
  if (!shown.conclusion.state.empty()) made += paint(tone::faint, " (" + shown.conclusion.state + ')');
  if (!shown.version.empty()) made += paint(tone::faint, " [" + shown.version + ']');
  made += '\n';
  for (auto const& remark : shown.conclusion.remarks) made += "    " + words(remark) + '\n';
  made += "    " + paint(tone::faint, joined_by_comma(shown.about)) + '\n';
  for (auto const& line : shown.lines) {
    made += std::string(4 + 2 * line.depth, ' ');
    made += line.of ? paint(tone_of_truth(line.met), glyph_of(line.met)) + ' ' : "  ";
    made += words_of(line) + paint(tone::strong, reference_of(line)) + paint(tone::faint, notes_of(line)) + '\n';
  }
  for (auto const& note : shown.footnotes) made += "    " + paint(tone::faint, note) + '\n';
  return made;
}

std::string markdown(proof_page const& shown) {
  constexpr auto escaped = escaped_for_markdown;
  auto made = markdown(shown.head, level::scenario);
  made += "**" + escaped(shown.citation) + "** " + std::string{evaluate::words(shown.conclusion.status)};
  if (!shown.conclusion.sentence.empty()) made += ": " + escaped(shown.conclusion.sentence);
  if (!shown.conclusion.state.empty()) made += " *(" + escaped(shown.conclusion.state) + ")*";
  if (!shown.version.empty()) made += " *\\[" + escaped(shown.version) + "\\]*";
  made += "\n\n";
  for (auto const& remark : shown.conclusion.remarks) made += escaped(words(remark)) + "\n\n";
  made += '*' + escaped(joined_by_comma(shown.about)) + "*\n\n";
  for (auto const& line : shown.lines) {
    made += std::string(2 * line.depth, ' ') + "- " + (line.of ? glyph_of(line.met) + ' ' : "");
    made += escaped(words_of(line)) + escaped(reference_of(line));
    if (!line.notes.empty()) made += " *" + escaped(notes_of(line).substr(1)) + '*';
    made += '\n';
  }
  if (!shown.lines.empty()) made += '\n';
  for (auto const& note : shown.footnotes) made += '*' + escaped(note) + "*\n\n";
  return made;
}

}  // namespace casus::report
