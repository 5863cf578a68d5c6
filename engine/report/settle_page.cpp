#include "settle_page.hpp"

#include "label.hpp"
#include "passages.hpp"
#include "reading.hpp"
#include "settlement_words.hpp"
#include "text.hpp"

#include <algorithm>

namespace casus::report {
namespace {

using weight = explain::completions::weight;

std::string completions_words(explain::completions const& of) {
  auto const all = of.applies + of.not_applies + of.open;
  if (!of.tried) return "so much is open that not every completion of it was tried";
  auto text =
      "applies in " + std::to_string(of.applies) + " of " + std::to_string(all) + " completions of what is open";
  if (of.open > 0) text += ", and is open in " + std::to_string(of.open);
  return text;
}

std::vector<remark> remarks_of(told_account const& one, names const& named, settled_instance const& found) {
  auto settlement = found.settlement;
  settlement.open.clear();
  std::vector<std::string> idle;
  for (std::size_t i = 0; i < found.settlement.open.size(); ++i) {
    auto const& fact = found.settlement.open[i];
    if (found.completions.weights[i] == weight::never_matters)
      idle.push_back(open_fact_words(one.about, named, fact));
    else
      settlement.open.push_back(fact);
  }
  auto said = settlement_words(one.about, named, settlement);
  auto const add = [&](std::string words) { said.push_back({remark::kind::settles, std::move(words)}); };
  if (!found.settlement.in_every_completion) add(completions_words(found.completions));
  if (!idle.empty()) add("makes no difference: " + joined(idle));
  return said;
}

}  // namespace

settle_entry settle_entry_of(told_account const& one, check::provision_index provision,
                             std::vector<settled_instance> const& found, std::vector<evaluate::instance> const& others,
                             std::size_t left_out) {
  auto const& program = one.about.rules.program();
  auto const& version = program.provisions[provision];
  names const named(program, one.about.world.facts());
  settle_entry made{.citation = citation(program, version),
                    .version = version_words(program, version),
                    .status = one.about.found.provisions[provision].status,
                    .passages = {},
                    .notes = {}};
  std::vector<evaluate::instance const*> instances;
  for (auto const& each : found) instances.push_back(&each.what);
  std::size_t next = 0;  // instances are asked about in their order
  made.passages = passages_of(one.about, named, provision, instances,
                              [&](evaluate::instance const&) { return remarks_of(one, named, found[next++]); });
  std::vector<evaluate::instance const*> settled;
  for (auto const& each : others) settled.push_back(&each);
  settled_before nothing{.worlds = {one.about.world, one.about.rules}};
  auto rest = passages_of(one.about, named, provision, settled, nothing);
  made.passages.insert(made.passages.end(), rest.begin(), rest.end());
  if (made.passages.empty() && made.status != evaluate::status::not_in_force) {
    made.status = evaluate::status::does_not_apply;  // of what is asked about, if not of all
  }
  if (made.passages.empty()) made.notes.emplace_back("nothing is open: `casus why-not` says why it does not apply");
  if (left_out > 0) {
    made.notes.push_back(std::to_string(left_out) + " more undetermined instances were not worked out: name one");
  }
  return made;
}

std::string text(settle_entry const& shown, painter const& paint) {
  auto made = "  " + paint(tone::strong, shown.citation);
  if (shown.passages.empty()) made += "  " + paint(tone_of(shown.status), evaluate::words(shown.status));
  if (!shown.version.empty()) made += paint(tone::faint, " [" + shown.version + ']');
  made += '\n';
  for (auto const& one : shown.passages) {
    made += "    " + paint(tone_of(one.status), evaluate::words(one.status)) + "  " + one.sentence;
    made += (one.state.empty() ? "" : paint(tone::faint, " (" + one.state + ')')) + '\n';
    for (auto const& remark : one.remarks) made += "      " + words(remark) + '\n';
  }
  for (auto const& note : shown.notes) made += "    " + paint(tone::faint, note) + '\n';
  return made;
}

std::string text(settle_page const& shown, painter const& paint) {
  auto made = text(shown.head, paint);
  for (auto const& entry : shown.entries) made += text(entry, paint);
  return made;
}

std::string markdown(settle_page const& shown) {
  constexpr auto escaped = escaped_for_markdown;
  auto made = markdown(shown.head, level::scenario);
  for (auto const& entry : shown.entries) {
    made += "**" + escaped(entry.citation) + "**";
    if (entry.passages.empty()) made += ' ' + std::string{evaluate::words(entry.status)};
    if (!entry.version.empty()) made += " *\\[" + escaped(entry.version) + "\\]*";
    made += "\n\n";
    for (auto const& one : entry.passages) {
      made += "- " + std::string{evaluate::words(one.status)} + ": " + escaped(one.sentence);
      made += (one.state.empty() ? "" : " *(" + escaped(one.state) + ")*") + '\n';
      for (auto const& remark : one.remarks) made += "  - " + escaped(words(remark)) + '\n';
    }
    for (auto const& note : entry.notes) made += "- *" + escaped(note) + "*\n";
    made += '\n';
  }
  return made;
}

}  // namespace casus::report
