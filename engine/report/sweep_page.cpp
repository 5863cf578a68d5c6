#include "sweep_page.hpp"

#include "label.hpp"
#include "reading.hpp"

#include <algorithm>

namespace casus::report {
namespace {

constexpr std::string_view open_words = "not worked out";

// "A", "A or B", "A, B or C".
std::string listed(std::vector<std::string> const& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i)
    text += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + names[i];
  return text;
}

swept_entry entry_of(explain::swept const& one, std::vector<std::size_t> const& values) {
  swept_entry made;
  made.answers = side_by_side(one.answers);
  auto of = one.of;
  bool const is_open = std::count(of.begin(), of.end(), explain::not_worked_out) > 0;
  made.counts.resize(made.answers.size() + (is_open ? 1 : 0));
  if (is_open) made.answers.emplace_back(open_words);
  made.frontiers = explain::frontiers_of(values, of);
  for (auto& answer : of) {
    if (answer == explain::not_worked_out) answer = static_cast<std::uint16_t>(made.answers.size() - 1);
    ++made.counts[answer];
  }
  made.table = explain::folded(values, of);
  return made;
}

}  // namespace

std::string answer_words(explain::swept_subject const& of, evaluate::changing_world::answer const& found,
                         cell_writer& writer) {
  if (of.is_question) return std::string{evaluate::words(found.status)};
  std::vector<told_version> versions;
  for (std::size_t i = 0; i < found.versions.size(); ++i)
    versions.push_back({found.versions[i].found, found.versions[i].norms, found.established[i]});
  return writer.write(versions);
}

sweep_page sweep_page_of(told_account const& one, std::vector<swept_fact> facts,
                         std::vector<explain::swept> const& found) {
  auto const& program = one.about.rules.program();
  sweep_page made{.head = heading_of(one), .facts = std::move(facts), .entries = {}, .alike = {}};
  std::vector<std::size_t> values;
  for (auto const& fact : made.facts) values.push_back(fact.values.size());
  if (!found.empty()) made.combinations = found.front().of.size();
  for (auto const& each : found) {
    made.evaluations += each.evaluations;
    auto const& subject = each.subject;
    auto const id = subject.is_question ? program.questions[subject.index].id : program.articles[subject.index].id;
    auto const called = subject.is_question ? id : citation(program, program.articles[subject.index]);
    bool const is_open = std::count(each.of.begin(), each.of.end(), explain::not_worked_out) > 0;
    made.is_stopped = made.is_stopped || is_open;
    if (each.evaluations == 0) continue;
    if (each.answers.size() == 1 && !is_open) {
      made.alike.push_back({id, called, side_by_side(each.answers).front()});
      continue;
    }
    auto entry = entry_of(each, values);
    entry.id = id;
    entry.citation = called;
    entry.title = subject.is_question ? program.questions[subject.index].text
                                      : program.provisions[program.articles[subject.index].versions.back()].title;
    made.entries.push_back(std::move(entry));
  }
  return made;
}

std::string values_words(swept_fact const& of, std::uint64_t values) {
  auto const has = [&](std::size_t v) { return v < of.values.size() && (values >> v & 1) != 0; };
  std::vector<std::string> chosen, others;
  for (std::size_t v = 0; v < of.values.size(); ++v) (has(v) ? chosen : others).push_back(of.values[v]);
  if (others.empty()) return "any";
  if (!of.is_ordered) return others.size() + 1 < chosen.size() ? "any but " + listed(others) : listed(chosen);
  chosen.clear();
  for (std::size_t v = 0; v < of.values.size(); ++v) {
    if (!has(v)) continue;
    auto last = v;
    while (has(last + 1)) ++last;
    if (last > v + 1)
      chosen.push_back(of.values[v] + " to " + of.values[last]), v = last;
    else
      chosen.push_back(of.values[v]);
  }
  return listed(chosen);
}

std::vector<std::string> idle_facts(sweep_page const& shown) {
  std::vector<std::string> idle;
  for (std::size_t f = 0; f < shown.facts.size(); ++f) {
    bool const matters =
        std::any_of(shown.entries.begin(), shown.entries.end(), [&](auto const& one) { return one.table.matters[f]; });
    if (!matters) idle.push_back(shown.facts[f].name);
  }
  return idle;
}

}  // namespace casus::report
