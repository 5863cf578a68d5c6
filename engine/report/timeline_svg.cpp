// A timeline as a picture: a lane for each line of the table, its states side by side from left to right. What a state
// is stands in it in words or in two letters, which the legend explains; colours and hatching only repeat it. The whole
// table stands in the description, for those who have it read aloud.
#include "svg_states.hpp"
#include "timeline_page.hpp"
#include "timeline_scale.hpp"
#include "xml_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace casus::report {
namespace {

constexpr double label_width = 330;
constexpr double margin = 16;
constexpr double line_height = 15;
constexpr double bar_height = 20;
constexpr double point = 7;     // of a bar that goes on
constexpr double letter = 6.1;  // of the text in bars and labels, about
constexpr std::size_t label_letters = 52;
constexpr std::size_t most_label_lines = 5;

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines{""};
  while (!text.empty()) {
    auto const end = std::min(text.find(' '), text.size());
    auto const word = text.substr(0, end);
    if (!lines.back().empty() && width_of(lines.back()) + 1 + width_of(word) > width) lines.emplace_back();
    lines.back() += (lines.back().empty() ? "" : " ") + std::string{word};
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string when(timeline_span const& one) {
  auto const from = one.begin ? "from " + source::to_english(*one.begin) : std::string{};
  auto const until = one.end ? "until " + source::to_english(*one.end) : std::string{};
  return from + (from.empty() || until.empty() ? "" : " ") + until;
}

std::string words_of(timeline_span const& one) {
  auto text = std::string{words(one.state)};
  if (auto const time = when(one); !time.empty()) text += ' ' + time;
  if (!one.note.empty()) text += " (" + one.note + ')';
  for (auto const& why : one.because) text += "; " + why.words;
  return text;
}

class picture {
 public:
  explicit picture(timeline_page const& shown) : shown_(shown), scale_(shown, label_width + margin) { number_events(); }

  [[nodiscard]] std::string draw() {
    y_ = margin;
    heading();
    dates();
    for (auto const& entry : shown_.entries) draw(entry);
    grid();
    y_ += 10;
    legend();
    events();
    for (auto const& note : shown_.notes) line(margin, note, "note");
    auto const width = std::max(scale_.right() + margin, 900.0);
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title desc\" "
        "width=\"{0:.0f}\" height=\"{1:.0f}\" viewBox=\"0 0 {0:.0f} {1:.0f}\">\n"
        "<title id=\"title\">{2}</title>\n<desc id=\"desc\">{3}</desc>\n{4}"
        "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n{5}{6}</svg>\n",
        width, y_ + margin, escaped_for_xml(title()), escaped_for_xml(description()), svg_style(states_), grid_, body_);
  }

 private:
  [[nodiscard]] std::string title() const {
    auto text = shown_.head.title;
    for (auto const& condition : shown_.head.conditions) text += std::string{separator} + condition;
    return text;
  }

  [[nodiscard]] std::string description() const {
    std::string text = "A lane for each provision and instance, time from left to right. ";
    for (auto const& entry : shown_.entries) {
      for (auto const& lane : entry.lanes) {
        text += entry.citation + (lane.sentence.empty() ? "" : ", " + lane.sentence) + ": ";
        for (std::size_t i = 0; i < lane.spans.size(); ++i) text += (i == 0 ? "" : ", then ") + words_of(lane.spans[i]);
        text += ". ";
      }
    }
    return text;
  }

  void number_events() {
    std::set<std::pair<source::date, std::string>> all;
    std::map<std::string, timeline_event::kind> kinds;
    for (auto const& entry : shown_.entries)
      for (auto const& lane : entry.lanes)
        for (auto const& one : lane.spans)
          for (auto const& why : one.because) {
            all.emplace(*one.begin, why.words);
            kinds[why.words] = why.of;
          }
    for (auto const& [day, text] : all) events_.push_back({day, text, kinds[text]});
  }

  void add(std::string const& piece) { body_ += piece + '\n'; }

  void put(double x, double y, std::string_view text, std::string_view style, std::string_view more = {}) {
    add(fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" class=\"{}\"{}>{}</text>", x, y, style, more,
                    escaped_for_xml(text)));
  }

  void line(double x, std::string_view text, std::string_view style) {
    y_ += line_height;
    put(x, y_, text, style);
  }

  void heading() {
    line(margin, shown_.head.title, "title");
    std::string conditions;
    for (auto const& one : shown_.head.conditions)
      conditions += (conditions.empty() ? "" : std::string{separator}) + one;
    if (!shown_.head.account.empty()) conditions += std::string{separator} + "“" + shown_.head.account + "”";
    if (!conditions.empty()) line(margin, conditions, "note");
  }

  // The dates at which something changes, slanted above the lanes, with the numbers of the events below.
  void dates() {
    y_ += 86;
    for (auto const& [day, x] : scale_.marks()) {
      put(x + 3, y_ - 8, scale_.short_words(day) + numbers_on(day), "date",
          fmt::format(" transform=\"rotate(-50 {:.1f} {:.1f})\"", x + 3, y_ - 8));
    }
    top_ = y_;
  }

  // " · 3", " · 3–5": events are numbered in the order of their days.
  [[nodiscard]] std::string numbers_on(source::date day) const {
    auto const is_before = [](numbered const& one, source::date other) { return one.day < other; };
    auto const first = std::lower_bound(events_.begin(), events_.end(), day, is_before);
    auto const after = std::lower_bound(first, events_.end(), source::date{day.days + 1}, is_before);
    if (first == after) return {};
    auto const text = " · " + std::to_string(first - events_.begin() + 1);
    return after - first == 1 ? text : text + "–" + std::to_string(after - events_.begin());
  }

  void draw(timeline_entry const& entry) {
    y_ += 6;
    auto const version = entry.version.empty() ? std::string{} : " [" + entry.version + ']';
    auto const head = entry.citation + version + (entry.title.empty() ? "" : std::string{separator} + entry.title);
    for (auto const& each : wrapped(head, 110)) line(margin, each, "provision");
    y_ += 4;
    for (auto const& lane : entry.lanes) draw(lane);
  }

  void draw(timeline_lane const& lane) {
    auto label = wrapped(lane.sentence, label_letters);
    if (label.size() > most_label_lines) {  // the whole of it shows where one points at it
      label.resize(most_label_lines);
      label.back() += " …";
    }
    auto const height = std::max(bar_height, static_cast<double>(label.size()) * line_height) + 6;
    add("<g><title>" + escaped_for_xml(lane.sentence) + "</title>");
    for (std::size_t i = 0; i < label.size(); ++i) {
      put(margin + 8, y_ + 14 + static_cast<double>(i) * line_height, label[i], "label");
    }
    add("</g>");
    for (auto const& one : lane.spans) draw(one);
    y_ += height;
  }

  void draw(timeline_span const& one) {
    if (one.state == explain::lane_state{}) return;
    auto const left = one.begin ? scale_.at(*one.begin) : scale_.left();
    auto const right = one.end ? scale_.at(*one.end) : scale_.right();
    auto const& look = look_of(one.state);
    states_.insert(look.code);
    auto const text = std::string{words(one.state)};
    bool const fits = static_cast<double>(text.size()) * letter + 10 < right - left;
    add(fmt::format("<g><title>{}</title><path d=\"{}\" class=\"bar\" fill=\"url(#{})\"/>",
                    escaped_for_xml(words_of(one)), outline(one, left + 0.5, right - 0.5), look.code));
    put((left + right) / 2, y_ + 14, fits ? text : std::string{look.code}, "state");
    add("</g>");
  }

  // With a point where it goes on beyond what is shown.
  [[nodiscard]] std::string outline(timeline_span const& one, double left, double right) const {
    auto const middle = y_ + bar_height / 2, bottom = y_ + bar_height;
    auto const inner_left = one.begin ? left : left + point, inner_right = one.end ? right : right - point;
    return fmt::format(
        "M{0:.1f} {2:.1f}L{1:.1f} {2:.1f}L{3:.1f} {4:.1f}L{1:.1f} {5:.1f}L{0:.1f} {5:.1f}L{6:.1f} {4:.1f}Z", inner_left,
        inner_right, y_, right, middle, bottom, left);
  }

  // Below the lanes, so that it is drawn first; each kind of event has a shape of its own.
  void grid() {
    for (auto const& [day, x] : scale_.marks()) {
      grid_ += fmt::format("<line x1=\"{0:.1f}\" y1=\"{1:.1f}\" x2=\"{0:.1f}\" y2=\"{2:.1f}\" class=\"grid\"/>\n", x,
                           top_, y_ + 2);
    }
    for (auto const& one : events_) {
      auto const x = scale_.at(one.day);
      grid_ += marker(one.of, x, top_ + 1) + '\n';
    }
    if (!shown_.as_of) return;
    auto const x = scale_.within(*shown_.as_of);
    grid_ += fmt::format("<line x1=\"{0:.1f}\" y1=\"{1:.1f}\" x2=\"{0:.1f}\" y2=\"{2:.1f}\" class=\"today\"/>\n", x,
                         top_, y_ + 2);
    put(x, y_ + 14, "as of " + source::to_english(*shown_.as_of), "today-words");
    y_ += 16;
  }

  [[nodiscard]] static std::string marker(timeline_event::kind of, double x, double y) {
    switch (of) {
      case timeline_event::kind::event:
        return fmt::format("<path d=\"M{:.1f} {:.1f}l5 5l-5 5l-5 -5z\" class=\"mark\"/>", x, y - 5);
      case timeline_event::kind::fact:
        return fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"8\" height=\"8\" class=\"mark\"/>", x - 4, y - 4);
      case timeline_event::kind::rule:
        return fmt::format("<path d=\"M{:.1f} {:.1f}l5 9h-10z\" class=\"mark hollow\"/>", x, y - 5);
    }
    return {};
  }

  void legend() {
    double x = margin;
    y_ += 8;
    for (auto const& look : looks()) {
      if (states_.count(look.code) == 0) continue;
      auto const width = 50 + static_cast<double>(look.words.size()) * letter;
      if (x + width > std::max(scale_.right(), 880.0)) x = margin, y_ += 24;
      add(fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"26\" height=\"16\" class=\"bar\" fill=\"url(#{})\"/>", x,
                      y_, look.code));
      put(x + 13, y_ + 12, look.code, "state");
      put(x + 31, y_ + 12, look.words, "label");
      x += width;
    }
    y_ += 24;
  }

  void events() {
    if (events_.empty()) return;
    line(margin, "What changes a state", "provision");
    for (std::size_t i = 0; i < events_.size(); ++i) {
      auto const& one = events_[i];
      y_ += line_height;
      add(marker(one.of, margin + 8, y_ - 4));
      put(margin + 20, y_, std::to_string(i + 1), "label");
      put(margin + 46, y_, source::to_english(one.day), "label");
      put(margin + 160, y_, one.words, "label");
    }
    line(margin, "◆ an event   ■ a fact that begins or ends   △ a date that the rules set", "note");
    line(margin, "The longer a time, the wider it is drawn, but not in proportion. A bar with a point goes on.",
         "note");
  }

  struct numbered {
    source::date day;
    std::string words;
    timeline_event::kind of;
  };
  timeline_page const& shown_;
  timeline_scale scale_;
  std::vector<numbered> events_;
  std::set<std::string_view> states_;  // codes of those that are drawn
  std::string grid_, body_;
  double y_ = 0, top_ = 0;
};

}  // namespace

std::string svg(timeline_page const& shown) { return picture{shown}.draw(); }

}  // namespace casus::report
