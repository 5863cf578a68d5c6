#include "rule_changes.hpp"

#include "tried_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {
namespace {

std::string lines(std::vector<std::string> const& before, std::vector<std::string> const& now, std::string_view by,
                  painter const& paint) {
  std::string text;
  for (auto const& one : before) text += std::string{by} + paint(tone::good, "- " + one) + '\n';
  for (auto const& one : now) text += std::string{by} + paint(tone::bad, "+ " + one) + '\n';
  return text;
}

std::string proof(std::string_view of, why_it_is_so const& why, painter const& paint) {
  if (why.proof.empty() && why.absence.empty()) return {};
  auto const words = why.proof.empty() ? "why it does not apply" : "the proof";
  return "  " + paint(tone::faint, fmt::format("{}, {}:", of, words)) + '\n' +
         indented(why.proof.empty() ? why.absence : why.proof);
}

std::string subject(changed_subject const& of, painter const& paint) {
  auto text = paint(tone::strong, of.id);
  text += "  differs, for instance on this scenario:\n" + indented(of.scenario->text);
  text += lines(of.scenario->before, of.scenario->now, "  ", paint);
  return text + proof("before", of.scenario->before_is_so, paint) + proof("now", of.scenario->now_is_so, paint) + '\n';
}

std::string counted(std::size_t count, std::string_view thing) {
  return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

std::string how_far(changed_subject const& of) {
  if (of.tried == 0) return "nothing was tried";
  auto const tried = counted(of.tried, "scenario") + " tried";
  return of.everywhere ? tried + everywhere_words(of.everywhere->first, of.everywhere->second) : tried;
}

// Those of which nothing was found, and how far it was looked.
std::string undecided(rule_changes const& page) {
  std::string text;
  for (auto const& one : page.subjects)
    if (!one.scenario) text += fmt::format("  {}  {}\n", one.id, how_far(one));
  if (text.empty()) return text;
  return "Written otherwise, they or what they rest on, though no scenario was found on which the two disagree:\n" +
         text + '\n';
}

std::string joined(std::vector<std::string> const& all) {
  return all.empty() ? "always in force" : fmt::format("{}", fmt::join(all, "; "));
}

std::string over_scenarios(rule_changes const& page, painter const& paint) {
  std::string text;
  std::string heading;
  for (auto const& one : page.findings) {
    auto next = one.scenario + std::string{separator} + one.account;
    if (next != heading) text += paint(tone::strong, next) + '\n';
    heading = std::move(next);
    text += "  " + one.subject + '\n' + lines(one.before, one.now, "    ", paint);
  }
  return text.empty() ? text : text + '\n';
}

std::string come_and_gone(rule_changes const& page) {
  std::string text;
  if (!page.removed.empty()) text += fmt::format(", {} removed", page.removed.size());
  if (!page.added.empty()) text += fmt::format(", {} added", page.added.size());
  return text;
}

}  // namespace

bool rule_changes::is_empty() const {
  auto const differs = [](changed_subject const& one) { return one.scenario.has_value(); };
  return added.empty() && removed.empty() && periods.empty() && findings.empty() &&
         std::none_of(subjects.begin(), subjects.end(), differs);
}

std::string text(rule_changes const& page, painter const& paint) {
  std::string text;
  for (auto const& one : page.removed) text += paint(tone::good, "- " + one) + '\n';
  for (auto const& one : page.added) text += paint(tone::bad, "+ " + one) + '\n';
  for (auto const& one : page.periods)
    text += fmt::format("~ {}  {}; it was {}\n", one.id, joined(one.now), joined(one.before));
  if (!text.empty()) text += '\n';
  for (auto const& one : page.subjects)
    if (one.scenario) text += subject(one, paint);
  text += undecided(page);
  text += over_scenarios(page, paint);
  if (page.is_interrupted) text += "It was interrupted before everything was tried.\n";
  for (auto const& one : page.unreadable) text += fmt::format("{} does not read under both; {}\n", one.file, one.why);
  auto const differing = static_cast<std::size_t>(std::count_if(
      page.subjects.begin(), page.subjects.end(), [](auto const& one) { return one.scenario.has_value(); }));
  text +=
      fmt::format("{} the same, {}, {} written otherwise without a difference that was found; {} held against both\n",
                  counted(page.same, "rule") + (page.same == 1 ? " means" : " mean"),
                  fmt::format("{} differ{}", differing, differing == 1 ? "s" : "") + come_and_gone(page),
                  page.subjects.size() - differing, counted(page.scenarios, "scenario"));
  return text;
}

}  // namespace casus::report
