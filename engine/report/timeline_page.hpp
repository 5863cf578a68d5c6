// Timelines as a reader sees them: for each provision and question the lanes that are alike together, in sentences, and
// what began each of their spans; before they are laid out as text, Markdown, JSON or a picture.
#pragma once
#include "engine/explain/timeline.hpp"
#include "engine/report/document.hpp"
#include "engine/report/names.hpp"

namespace casus::report {

// Something that has its date on a day and changes a state.
struct timeline_event {
  enum class kind { event, fact, rule };
  kind of = kind::event;
  std::string words;                  // "raiders attack Kyrgyzstan"
  std::optional<source::span> where;  // in the scenario or in the rules
};

struct timeline_span {
  std::optional<source::date> begin;  // none: before what is shown
  std::optional<source::date> end;    // the first day of the next; none: on and on
  explain::lane_state state;
  std::string note;                     // "due by 10 July 2014"
  std::vector<timeline_event> because;  // what began it
};

struct timeline_lane {
  std::string sentence;
  std::vector<timeline_span> spans;
};

struct timeline_entry {
  std::string citation;
  std::string version;
  std::string title;
  std::vector<timeline_lane> lanes;
};

struct timeline_page {
  heading head;
  explain::timeline_range range;      // what is shown
  std::optional<source::date> as_of;  // the scenario's date, where it lies in the range
  std::vector<timeline_entry> entries;
  std::vector<std::string> notes;  // what is left out
};

// The lanes that are shown by themselves: what is at some time neither inapplicable nor not in force, the scenario's
// own matter before its background, as `casus check` shows it.
[[nodiscard]] std::vector<std::size_t> chosen_lanes(told_account const& one, explain::timeline const& of,
                                                    selection const& shown);
// Of the account, its facts and rules are used, and its date.
[[nodiscard]] timeline_page timeline_page_of(told_account const& one, explain::timeline const& of,
                                             std::vector<std::size_t> const& chosen);

[[nodiscard]] std::string_view words(explain::lane_state const& state);
[[nodiscard]] tone tone_of(explain::lane_state const& state);
// Nothing of interest: does not apply, not in force, does not arise.
[[nodiscard]] bool is_routine(explain::lane_state const& state);
[[nodiscard]] timeline_event event_of(told_account const& one, names const& named, evaluate::turn const& what,
                                      source::date day, explain::lane const& of);

[[nodiscard]] std::string text(timeline_page const& shown, painter const& paint, source::files const& files);
[[nodiscard]] std::string markdown(timeline_page const& shown, source::files const& files);
[[nodiscard]] std::string svg(timeline_page const& shown);
// One text for each lane.
[[nodiscard]] std::vector<std::string> json(told_account const& one, explain::timeline const& of,
                                            std::vector<std::size_t> const& chosen);

}  // namespace casus::report
