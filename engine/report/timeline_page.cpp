#include "timeline_page.hpp"

#include "diagnostics.hpp"
#include "label.hpp"
#include "row_sentence.hpp"

#include "engine/explain/own_events.hpp"

#include <algorithm>
#include <map>
#include <span>

namespace casus::report {
namespace {

using explain::lane;
using lane_list = std::vector<std::size_t>;

bool is_norm_of_nobody(lane const& of) {
  return (of.of == lane::kind::norm || of.of == lane::kind::fact) && of.spans.size() == 1 &&
         of.spans.front().state == explain::lane_state{};
}

bool is_ever_of_interest(lane const& of) {
  return !is_norm_of_nobody(of) &&
         std::any_of(of.spans.begin(), of.spans.end(), [](explain::span const& one) { return !is_routine(one.state); });
}

class chooser {
 public:
  chooser(told_account const& one, explain::timeline const& of, selection const& shown)
      : one_(one), of_(of), shown_(shown), own_(foreground_of(one.told)), program_(one.about.rules.program()) {}

  [[nodiscard]] lane_list run() const {
    lane_list chosen;
    for (check::provision_index p = 0; p < program_.provisions.size(); ++p) add(p, false, chosen);
    for (check::question_index q = 0; q < program_.questions.size(); ++q) add(q, true, chosen);
    return chosen;
  }

 private:
  void add(std::uint32_t subject, bool is_question, lane_list& chosen) const {
    if (!is_wanted(is_question ? program_.questions[subject].id : program_.provisions[subject].id)) return;
    lane_list all, own;
    std::optional<std::size_t> whole;
    for (std::size_t i = 0; i < of_.lanes.size(); ++i) {
      auto const& one = of_.lanes[i];
      if (one.subject != subject || (one.of == lane::kind::question) != is_question) continue;
      if (one.of == lane::kind::provision) whole = i;
      if (one.of == lane::kind::provision || !is_ever_of_interest(one)) continue;
      all.push_back(i);
      if (!explain::is_background(one_.about.world.facts(), one.binding, own_.own)) own.push_back(i);
    }
    bool const is_expected = !is_question && own_.expected.count(program_.provisions[subject].article) > 0;
    bool const shows_all = shown_.extent == extent::everything || !shown_.provisions.empty();
    auto const& kept = shows_all || (own.empty() && is_expected) ? all : own;
    chosen.insert(chosen.end(), kept.begin(), kept.end());
    if (kept.empty() && shows_all && whole) chosen.push_back(*whole);
  }

  [[nodiscard]] bool is_wanted(std::string_view id) const {
    auto const& wanted = shown_.provisions;
    return wanted.empty() ||
           std::any_of(wanted.begin(), wanted.end(), [&](std::string const& one) { return is_under(id, one); });
  }

  told_account const& one_;
  explain::timeline const& of_;
  selection const& shown_;
  foreground own_;
  check::program const& program_;
};

class page_builder {
 public:
  page_builder(told_account const& one, explain::timeline const& of, lane_list const& chosen)
      : one_(one),
        of_(of),
        chosen_(chosen),
        program_(one.about.rules.program()),
        named_(program_, one.about.world.facts()),
        speaker_{program_, one.about.world.facts(), named_} {}

  [[nodiscard]] timeline_page build() {
    timeline_page made{.head = heading_of(one_), .range = of_.range, .as_of = {}, .entries = {}, .notes = {}};
    if (!made.range.from) made.range.from = first_of_interest();
    begin_ = made.range.from;
    for (std::size_t i = 0; i < chosen_.size();) {
      auto end = i;
      while (end < chosen_.size() && same_subject(at(i), at(end))) ++end;
      made.entries.push_back(entry(i, end));
      i = end;
    }
    auto const day = one_.on.date;
    if ((!made.range.from || *made.range.from <= day) && (!made.range.to || day <= *made.range.to)) made.as_of = day;
    made.head.conditions.front() = range_words(made.range);
    if (made.head.conditions.front().empty()) made.head.conditions.erase(made.head.conditions.begin());
    if (of_.stopped_on) {
      made.notes.push_back("stopped on " + source::to_english(*of_.stopped_on) + ", after " +
                           std::to_string(of_.dates) + " dates: ask for less with --from and --to");
    }
    if (made.entries.empty()) made.notes.emplace_back("nothing changes");
    return made;
  }

 private:
  [[nodiscard]] lane const& at(std::size_t i) const { return of_.lanes[chosen_[i]]; }

  [[nodiscard]] static bool same_subject(lane const& a, lane const& b) {
    return a.subject == b.subject && (a.of == lane::kind::question) == (b.of == lane::kind::question);
  }

  [[nodiscard]] static std::string range_words(explain::timeline_range const& range) {
    auto const from = range.from ? "from " + source::to_english(*range.from) : std::string{};
    auto const to = range.to ? "to " + source::to_english(*range.to) : std::string{};
    return from + (from.empty() || to.empty() ? "" : " ") + to;
  }

  // Where nothing is asked for, what lies before the first state of interest is left out.
  [[nodiscard]] std::optional<source::date> first_of_interest() const {
    std::optional<source::date> first;
    for (auto const index : chosen_) {
      for (auto const& one : of_.lanes[index].spans) {
        if (is_routine(one.state)) continue;
        if (!one.begin) return std::nullopt;
        first = first ? std::min(*first, *one.begin) : *one.begin;
        break;
      }
    }
    return first;
  }

  [[nodiscard]] timeline_entry entry(std::size_t begin, std::size_t end) const {
    timeline_entry made;
    if (at(begin).of == lane::kind::question) {
      made.citation = program_.questions[at(begin).subject].id;
      made.title = program_.questions[at(begin).subject].text;
    } else {
      auto const& version = program_.provisions[at(begin).subject];
      made.citation = citation(program_, version);
      made.version = version_words(program_, version);
      made.title = version.title;
    }
    std::vector<row> rows;
    std::map<std::string, std::size_t> alike;  // spans in words → the first of the lanes with them
    for (auto i = begin; i < end; ++i) {
      auto one = row_of(at(i));
      one.state = std::to_string(alike.try_emplace(signature(at(i)), i).first->second);
      rows.push_back(std::move(one));
    }
    rows = merged(std::move(rows));
    std::map<std::string, std::size_t> headings;
    for (auto const& one : rows) ++headings[sentence_of(speaker_, at(std::stoul(one.state)), one)];
    auto by_id = speaker_;
    by_id.names_events = true;
    for (auto const& one : rows) {
      auto const& like = at(std::stoul(one.state));
      auto heading = sentence_of(speaker_, like, one);
      if (headings[heading] > 1) heading = sentence_of(by_id, like, one);
      made.lanes.push_back({.sentence = std::move(heading), .spans = spans_of(like)});
    }
    return made;
  }

  // Everything by which lanes may differ, but for whom they are about.
  [[nodiscard]] std::string signature(lane const& of) const {
    std::string all;
    for (auto const& one : spans_of(of)) {
      all += one.begin ? source::to_iso(*one.begin) : "";
      all += ' ' + std::string{words(one.state)} + ' ' + one.note;
      for (auto const& why : one.because) all += '\n' + why.words + place_of(why);
      all += '\n';
    }
    return all;
  }

  [[nodiscard]] std::string place_of(timeline_event const& of) const {
    return of.where ? ' ' + line_of(one_.about.files, *of.where) : std::string{};
  }

  [[nodiscard]] static row row_of(lane const& of) {
    bool const is_norm = of.of == lane::kind::norm;
    bool const is_fact = of.of == lane::kind::fact;
    bool const is_open =
        is_norm && std::all_of(of.spans.begin(), of.spans.end(), [](explain::span const& one) {
          return one.state == explain::lane_state{} || (one.norm && one.norm->certain == facts::truth::open);
        });
    // The status only orders rows: a provision's own before what follows from it.
    row made{.of = is_norm   ? row::kind::norm
                   : is_fact ? row::kind::establishment
                             : row::kind::plain,
             .status = is_norm || is_fact ? evaluate::status::applies : evaluate::status::satisfied,
             .certain = is_open ? facts::truth::open : facts::truth::yes,
             .is_joint = of.is_joint,
             .consequence = of.consequence.value_or(0),
             .columns = {},
             .state = {},
             .remarks = {}};
    auto const shown =
        is_norm || is_fact ? std::span<facts::value const>(of.parties) : std::span<facts::value const>(of.binding);
    for (auto const& value : shown) made.columns.push_back({value});
    return made;
  }

  [[nodiscard]] std::string sentence_of(speaker const& with, lane const& like, row const& said) const {
    if (like.of == lane::kind::provision) return {};  // the heading names it
    if (like.of != lane::kind::question) return sentence(with, like.subject, said);
    std::vector<std::string> about;
    for (auto const& column : said.columns)
      for (auto const& value : column) about.push_back(named_.of(value));
    std::string text;
    for (auto const& each : about) text += (text.empty() ? "" : ", ") + each;
    return text;
  }

  [[nodiscard]] std::vector<timeline_span> spans_of(lane const& of) const {
    std::vector<timeline_span> made;
    for (auto const& one : of.spans) {
      if (begin_ && one.end && *one.end <= *begin_) continue;
      if (made.empty() && one.state == explain::lane_state{}) continue;  // a norm that is gone already
      timeline_span shown{.begin = one.begin, .end = one.end, .state = one.state, .note = {}, .because = {}};
      if (begin_ && one.begin && *one.begin < *begin_) shown.begin.reset();
      if (one.norm && one.norm->by.tag == facts::tag::date && one.norm->mode == model::modality::must) {
        shown.note = "due by " + named_.of(one.norm->by);
      }
      if (shown.begin)
        for (auto const& why : one.because) shown.because.push_back(event_of(one_, named_, why, *one.begin, of));
      made.push_back(std::move(shown));
    }
    return made;
  }

  told_account const& one_;
  explain::timeline const& of_;
  lane_list const& chosen_;
  check::program const& program_;
  names named_;
  speaker speaker_;
  std::optional<source::date> begin_;
};

}  // namespace

std::vector<std::size_t> chosen_lanes(told_account const& one, explain::timeline const& of, selection const& shown) {
  return chooser{one, of, shown}.run();
}

timeline_page timeline_page_of(told_account const& one, explain::timeline const& of, lane_list const& chosen) {
  return page_builder{one, of, chosen}.build();
}

}  // namespace casus::report
