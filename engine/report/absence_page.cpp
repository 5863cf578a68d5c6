#include "absence_page.hpp"

#include "event_words.hpp"
#include "label.hpp"
#include "passages.hpp"
#include "reading.hpp"
#include "remarks.hpp"
#include "row.hpp"
#include "text.hpp"

#include <algorithm>

namespace casus::report {
namespace {

class entry_writer {
 public:
  entry_writer(told_account const& one, absence_findings const& found)
      : one_(one),
        program_(one.about.rules.program()),
        named_(program_, one.about.world.facts()),
        found_(found),
        scope_(program_.provisions[found.provision].scope) {}

  [[nodiscard]] absence_entry take(std::size_t most) const {
    auto const& version = program_.provisions[found_.provision];
    absence_entry made{.citation = citation(program_, version),
                       .version = version_words(program_, version),
                       .status = status(),
                       .because = {},
                       .others = {},
                       .near = {}};
    std::vector<evaluate::instance const*> listed;
    for (auto const& one : found_.listed) listed.push_back(&one);
    settled_before nothing{.worlds = {one_.about.world, one_.about.rules}};
    made.others = passages_of(one_.about, named_, found_.provision, listed, nothing);
    if (found_.listed.empty() && found_.near.empty()) {
      for (auto const& why : remarks_on_absence(one_.about, named_, found_.provision, found_.given))
        made.because.push_back(why.words);
    }
    made.near = groups();
    if (made.near.size() > most) made.near.resize(most);
    return made;
  }

 private:
  [[nodiscard]] evaluate::status status() const {
    if (!found_.listed.empty()) return found_.listed.front().status;
    bool const speaks = one_.about.found.provisions[found_.provision].in_force || !found_.near.empty();
    return speaks ? evaluate::status::does_not_apply : evaluate::status::not_in_force;
  }

  [[nodiscard]] std::vector<missing> missing_of(explain::absence const& one) const {
    std::vector<missing> all = missing_things(one_, named_, one);
    for (auto const& failed : one.failed) {
      auto words = words_of(one_.about, named_, one, failed);
      missing made{std::move(words.words), std::move(words.wanted)};
      if (std::find(all.begin(), all.end(), made) == all.end()) all.push_back(std::move(made));
    }
    // Of a variable of which there is nothing, everything is open.
    for (auto const& open : one.nothing_for.empty() ? one.open : std::vector<explain::failed_condition>{}) {
      auto words = words_of(one_.about, named_, one, open);
      missing made{std::move(words.words), std::move(words.wanted), facts::truth::open};
      if (std::find(all.begin(), all.end(), made) == all.end()) all.push_back(std::move(made));
    }
    return all;
  }

  // Rows whose state is the number of what they lack, so that those which lack the same are merged.
  [[nodiscard]] std::vector<near_group> groups() const {
    std::vector<std::vector<missing>> kinds;
    std::vector<row> rows;
    for (auto const& one : found_.near) {
      auto lacks = missing_of(one);
      auto const known = std::find(kinds.begin(), kinds.end(), lacks);
      auto const number = static_cast<std::size_t>(known - kinds.begin());
      if (known == kinds.end()) kinds.push_back(std::move(lacks));
      row made{.of = row::kind::plain,
               .status = evaluate::status::does_not_apply,
               .certain = facts::truth::no,
               .consequence = 0,
               .columns = {},
               .state = std::to_string(number),
               .remarks = {}};
      for (auto const& value : one.nearest) made.columns.push_back({value});
      rows.push_back(std::move(made));
    }
    std::vector<near_group> made;
    for (auto const& one : merged(std::move(rows))) {
      std::size_t instances = 1;
      for (auto const& column : one.columns) instances *= column.size();
      made.push_back({.whom = whom(one), .instances = instances, .failed = kinds[std::stoul(one.state)]});
    }
    return made;
  }

  [[nodiscard]] std::string whom(row const& of) const {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < of.columns.size(); ++i) {
      if (!of.columns[i].front().is_known()) continue;
      std::vector<std::string> words;
      for (auto const& value : of.columns[i]) words.push_back(named_.of(value));
      std::sort(words.begin(), words.end());
      bool const is_event = of.columns[i].front().tag == facts::tag::event;
      auto const role = " as " + in_words(program_.variables[scope_.variables[i]].name);
      parts.push_back(joined(words) + (is_event || of.columns.size() == 1 ? "" : role));
    }
    std::string text;
    for (auto const& part : parts) text += (text.empty() ? "" : "; ") + part;
    return text;
  }

  told_account const& one_;
  check::program const& program_;
  names named_;
  absence_findings const& found_;
  check::scope const& scope_;
};

std::string count_words(near_group const& group) {
  auto const open = static_cast<std::size_t>(std::count_if(
      group.failed.begin(), group.failed.end(), [](missing const& one) { return one.truth == facts::truth::open; }));
  auto const failed = group.failed.size() - open;
  auto text = failed == 1 ? "1 condition fails" : std::to_string(failed) + " conditions fail";
  if (group.instances > 1) text += " of each";
  if (open > 0) text += ", and " + std::to_string(open) + (open == 1 ? " is open" : " are open");
  return text;
}

std::string_view mark_of(missing const& one) { return one.truth == facts::truth::open ? unsettled : not_met; }

}  // namespace

std::vector<missing> missing_things(told_account const& one, names const& named, explain::absence const& in) {
  auto const& program = one.about.rules.program();
  auto const by = " by " + source::to_english(one.about.found.date);
  std::vector<missing> all;
  for (auto const slot : in.nothing_for) {
    auto const& type = program.variables[program.provisions[in.provision].scope.variables[slot]].type;
    all.push_back({nothing_words(one.about, named, in.provision, slot), with_article(named.kind(type))});
  }
  for (auto const event : in.unseen_events) {
    auto const absence = absence_of_event(one.about.world.facts().events[event], one.about.found.date);
    all.push_back({named.of_event(event) + ' ' + absence + (absence.ends_with("place") ? by : ""),
                   named.of_event(event) + " takes place" + by});
  }
  return all;
}

absence_entry absence_entry_of(told_account const& one, absence_findings const& found, std::size_t most) {
  return entry_writer{one, found}.take(most);
}

std::string text(absence_page const& shown, painter const& paint) {
  auto made = text(shown.head, paint);
  for (auto const& entry : shown.entries) {
    made +=
        "  " + paint(tone::strong, entry.citation) + "  " + paint(tone_of(entry.status), evaluate::words(entry.status));
    if (!entry.version.empty()) made += paint(tone::faint, " [" + entry.version + ']');
    made += '\n';
    for (auto const& words : entry.because) made += "    " + words + '\n';
    for (auto const& other : entry.others) {
      made += "    " + paint(tone_of(other.status), evaluate::words(other.status)) + "  " + other.sentence;
      made += (other.state.empty() ? "" : paint(tone::faint, " (" + other.state + ')')) + '\n';
      for (auto const& remark : other.remarks) made += "      " + words(remark) + '\n';
    }
    for (auto const& group : entry.near) {
      made += "    " + count_words(group) + (group.whom.empty() ? "" : ": ") + paint(tone::strong, group.whom) + '\n';
      for (auto const& one : group.failed) {
        made += "      " + paint(tone::bad, mark_of(one)) + ' ' + one.words + '\n';
        made += "        needed: " + one.wanted + '\n';
      }
    }
  }
  return made;
}

std::string markdown(absence_page const& shown) {
  constexpr auto escaped = escaped_for_markdown;
  auto made = markdown(shown.head, level::scenario);
  for (auto const& entry : shown.entries) {
    made += "**" + escaped(entry.citation) + "** " + std::string{evaluate::words(entry.status)};
    if (!entry.version.empty()) made += " *\\[" + escaped(entry.version) + "\\]*";
    made += "\n\n";
    for (auto const& words : entry.because) made += "- " + escaped(words) + '\n';
    for (auto const& other : entry.others) {
      made += "- " + std::string{evaluate::words(other.status)} + ": " + escaped(other.sentence);
      made += (other.state.empty() ? "" : " *(" + escaped(other.state) + ")*") + '\n';
      for (auto const& remark : other.remarks) made += "  - " + escaped(words(remark)) + '\n';
    }
    for (auto const& group : entry.near) {
      made += "- " + count_words(group) + (group.whom.empty() ? "" : ": ") + escaped(group.whom) + '\n';
      for (auto const& one : group.failed) {
        made +=
            "  - " + std::string{mark_of(one)} + ' ' + escaped(one.words) + "<br>needed: " + escaped(one.wanted) + '\n';
      }
    }
    made += '\n';
  }
  return made;
}

}  // namespace casus::report
