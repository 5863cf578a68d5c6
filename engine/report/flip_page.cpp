#include "flip_page.hpp"

#include "change_words.hpp"
#include "label.hpp"
#include "reading.hpp"

namespace casus::report {
namespace {

using facts::truth;

std::string whom(told_account const& one, names const& named, explain::asked_version const& asked) {
  auto const& program = one.about.rules.program();
  auto const& scope = program.provisions[asked.provision].scope;
  std::vector<std::string> parts;
  for (auto const& given : asked.given) {
    bool const is_event = given.value.tag == facts::tag::event;
    auto const role = " as " + in_words(program.variables[scope.variables[given.slot]].name);
    parts.push_back(named.of(given.value) + (is_event ? "" : role));
  }
  return joined(parts);
}

// Ways in which an answer turns, each told by itself.
struct way {
  truth to = truth::yes;
  bool is_displaced = false;
};
constexpr way all_ways[] = {{truth::yes, false}, {truth::no, true}, {truth::no, false}};

std::string_view lead(truth now, way const& of) {
  if (of.to == truth::yes) return "applies if ";
  if (of.is_displaced) return "is displaced if ";
  return now == truth::yes ? "no longer applies if " : "does not apply if ";
}

std::string counted(std::size_t number, std::string const& one) {
  return std::to_string(number) + ' ' + one + (number == 1 ? "" : "s");
}

std::vector<std::string> notes_of(flip_findings const& found) {
  std::vector<std::string> notes;
  auto const bound = found.size == 1 ? "of one change" : "of at most " + std::to_string(found.size) + " changes";
  for (auto const to : {truth::yes, truth::no}) {
    bool const is_asked = found.all.now != to;
    bool const is_found =
        std::any_of(found.flips.begin(), found.flips.end(), [&](tried_flip const& flip) { return flip.what.to == to; });
    if (!is_asked || is_found) continue;
    bool const is_sure = found.all.every_set_tried && found.all.every_fact_read;
    notes.push_back("no set " + bound + (is_sure ? "" : " was found that") +
                    (to == truth::yes ? " makes it apply" : " keeps it from applying"));
  }
  notes.push_back(counted(found.all.tried, "set") + " tried, " + bound);
  if (!found.all.every_set_tried) notes.back() += "; not every one was: --tries raises the bound";
  if (!found.all.every_fact_read) {
    notes.emplace_back("it rests on something that could not be followed to its facts: other sets may do it too");
  }
  return notes;
}

}  // namespace

flip_page flip_page_of(told_account const& one, flip_findings const& found, std::size_t most) {
  auto const& program = one.about.rules.program();
  names const named{program, one.about.world.facts()};
  auto const& first = found.question.asked.front();
  flip_page page{.head = heading_of(one),
                 .citation = citation(program, program.provisions[first.provision]),
                 .status = found.status,
                 .whom = whom(one, named, first),
                 .ways = {},
                 .notes = {}};
  for (auto const& way : all_ways) {
    std::vector<explain::changes> sets;
    std::vector<tried_flip const*> tried;
    for (auto const& flip : found.flips) {
      if (flip.what.to != way.to || flip.what.is_displaced != way.is_displaced) continue;
      sets.push_back(flip.what.made);
      tried.push_back(&flip);
    }
    auto const ways = grouped(sets);
    for (std::size_t i = 0; i < ways.groups.size() && i < most; ++i) {
      page.ways.push_back({std::string{lead(found.all.now, way)} + change_words(one.about, named, ways.groups[i]),
                           tried[ways.first[i]]->command, tried[ways.first[i]]->way_out});
    }
    if (ways.groups.size() > most) {
      page.notes.push_back(counted(ways.groups.size() - most, "more way") + ": --count shows more");
    }
  }
  for (auto& note : notes_of(found)) page.notes.push_back(std::move(note));
  return page;
}

std::string text(flip_page const& shown, painter const& paint) {
  auto made = text(shown.head, paint) + "  " + paint(tone::strong, shown.citation) + "  " +
              paint(tone_of(shown.status), evaluate::words(shown.status));
  made += (shown.whom.empty() ? "" : ": " + shown.whom) + '\n';
  for (auto const& way : shown.ways) {
    made += "    " + way.words + '\n';
    auto const& below = way.command.empty() ? way.way_out : way.command;
    if (!below.empty()) made += "      " + paint(tone::faint, below) + '\n';
  }
  for (auto const& note : shown.notes) made += "    " + paint(tone::faint, note) + '\n';
  return made;
}

std::string markdown(flip_page const& shown) {
  constexpr auto escaped = escaped_for_markdown;
  auto made = markdown(shown.head, level::scenario) + "**" + escaped(shown.citation) + "** " +
              std::string{evaluate::words(shown.status)};
  made += (shown.whom.empty() ? "" : ": " + escaped(shown.whom)) + "\n\n";
  for (auto const& way : shown.ways) {
    made += "- " + escaped(way.words) + (way.command.empty() ? "" : "<br>`" + way.command + '`') +
            (way.way_out.empty() ? "" : "<br>" + escaped(way.way_out)) + '\n';
  }
  for (auto const& note : shown.notes) made += "- *" + escaped(note) + "*\n";
  return made;
}

}  // namespace casus::report
