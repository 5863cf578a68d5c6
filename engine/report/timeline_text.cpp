#include "diagnostics.hpp"
#include "timeline_page.hpp"

#include <algorithm>

namespace casus::report {
namespace {

// "10 June 2014 – 9 July 2014", "from 10 July 2014", "until 9 June 2014".
std::string when(timeline_span const& one) {
  auto const last = one.end ? source::to_english(source::date{one.end->days - 1}) : std::string{};
  if (!one.begin) return one.end ? "until " + last : "throughout";
  auto const first = source::to_english(*one.begin);
  if (!one.end) return "from " + first;
  return one.begin->days + 1 == one.end->days ? first : first + " – " + last;
}

std::string why(timeline_span const& one, source::files const& files) {
  std::string text;
  for (auto const& each : one.because) {
    text += (text.empty() ? "" : "; ") + each.words;
    if (each.where) text += " (" + line_of(files, *each.where) + ')';
  }
  return text;
}

struct widths {
  std::size_t when = 0, state = 0;
};

std::string state_words(timeline_span const& one) {
  bool const is_waiting = one.state == explain::lane_state{evaluate::norm_state::outstanding} ||
                          one.state == explain::lane_state{evaluate::norm_state::not_yet_due};
  auto text = std::string{words(one.state)};
  return is_waiting && !one.note.empty() ? text + ", " + one.note : text;
}

widths widths_of(timeline_page const& shown) {
  widths widest;
  for (auto const& entry : shown.entries) {
    for (auto const& lane : entry.lanes) {
      for (auto const& one : lane.spans) {
        widest.when = std::max(widest.when, width_of(when(one)));
        widest.state = std::max(widest.state, width_of(state_words(one)));
      }
    }
  }
  return widest;
}

}  // namespace

std::string text(timeline_page const& shown, painter const& paint, source::files const& files) {
  auto made = text(shown.head, paint);
  auto const width = widths_of(shown);
  for (auto const& entry : shown.entries) {
    made += "  " + paint(tone::strong, entry.citation);
    if (!entry.version.empty()) made += paint(tone::faint, " [" + entry.version + ']');
    made += "  " + entry.title + '\n';
    for (auto const& lane : entry.lanes) {
      if (!lane.sentence.empty()) made += "    " + lane.sentence + '\n';
      for (auto const& one : lane.spans) {
        auto const state = state_words(one);
        auto const because = why(one, files);
        made += "      " + padded(when(one), width.when) + "  " + paint(tone_of(one.state), state);
        if (!because.empty()) made += std::string(width.state - width_of(state) + 2, ' ') + because;
        made += '\n';
      }
    }
  }
  for (auto const& note : shown.notes) made += "  " + paint(tone::faint, note) + '\n';
  return made;
}

std::string markdown(timeline_page const& shown, source::files const& files) {
  constexpr auto escaped = escaped_for_markdown;
  auto made = markdown(shown.head, level::scenario);
  for (auto const& entry : shown.entries) {
    made += "### " + escaped(entry.citation) + ' ' + escaped(entry.title);
    if (!entry.version.empty()) made += " *\\[" + escaped(entry.version) + "\\]*";
    made += "\n\n";
    for (auto const& lane : entry.lanes) {
      if (!lane.sentence.empty()) made += escaped(lane.sentence) + "\n\n";
      made += "| when | state | began with |\n| --- | --- | --- |\n";
      for (auto const& one : lane.spans) {
        made +=
            "| " + escaped(when(one)) + " | " + escaped(state_words(one)) + " | " + escaped(why(one, files)) + " |\n";
      }
      made += '\n';
    }
  }
  for (auto const& note : shown.notes) made += "*" + escaped(note) + "*\n\n";
  return made;
}

}  // namespace casus::report
