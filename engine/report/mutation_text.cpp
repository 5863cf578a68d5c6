#include "mutation.hpp"

#include "tried_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace casus::report {
namespace {

using suite::fate;

std::string place_of(source::files const& files, source::span where) {
  auto const at = files[where.file].position_of(where.begin);
  return fmt::format("{}:{}", files[where.file].name(), at.line);
}

std::string lines(std::vector<std::string> const& all, painter const& paint) {
  constexpr std::size_t most = 12;
  std::string text;
  for (std::size_t i = 0; i < all.size() && i < most; ++i) {
    auto const how = all[i].front() == '-' ? tone::good : all[i].front() == '+' ? tone::bad : tone::faint;
    text += "    " + paint(how, all[i]) + '\n';
  }
  if (all.size() > most) text += fmt::format("    … {} more\n", all.size() - most);
  return text;
}

// What would have to be added to the suite.
std::string killer(mutation_page const& page, told_mutant const& one, source::files const& files,
                   painter const& paint) {
  auto const& found = one.outcome.killer;
  if (page.tries == 0) return {};
  if (!found.scenario)
    return fmt::format("  no scenario that would kill it was found among {} tried{}\n", found.tried,
                       found.everywhere ? everywhere_words(found.everywhere->entities, found.everywhere->events) : "");
  auto const& of = *found.scenario;
  if (!of.by) return "  a scenario would kill it:\n" + indented(one.scenario);
  auto const& by = page.scenarios[*of.by];
  if (!of.expected)
    return fmt::format("  the findings differ, in what cannot be expected; only a snapshot would notice: {}\n", by) +
           lines(of.changes, paint);
  if (!of.where) return fmt::format("  an expectation would kill it, of {}:\n    - {}\n", by, one.expectation);
  auto const made_of = fmt::format("{} {}{} ({})", by, of.edit.rfind("without ", 0) == 0 ? "" : "with ", of.edit,
                                   place_of(files, *of.where));
  if (one.scenario.empty())
    return fmt::format("  a scenario would kill it, {}, and expect:\n    - {}\n", made_of, one.expectation);
  return fmt::format("  a scenario would kill it, {}, made smaller:\n", made_of) + indented(one.scenario);
}

std::string survivor(mutation_page const& page, told_mutant const& one, source::files const& files,
                     painter const& paint) {
  auto text = paint(tone::place, place_of(files, one.mutant.where)) + "  " + paint(tone::strong, one.owner) + ": " +
              std::string{suite::words(one.mutant.what)} + '\n' + lines(one.rule, paint);
  return text + killer(page, one, files, paint) + '\n';
}

// By kind of mistake: how many survived of how many.
std::string table(mutation_page const& page) {
  std::map<suite::mutation, std::map<fate, std::size_t>> kinds;
  std::size_t width = 0;
  for (auto const& one : page.mutants) {
    ++kinds[one.mutant.what][one.outcome.fate];
    width = std::max(width, width_of(suite::words(one.mutant.what)));
  }
  std::string text;
  for (auto const& [what, by_fate] : kinds) {
    std::string words;
    for (auto const& [fate, count] : by_fate)
      words += fmt::format("{}{} {}", words.empty() ? "" : ", ", count, suite::words(fate));
    text += fmt::format("  {}  {}\n", padded(suite::words(what), width), words);
  }
  return text;
}

std::string counted(std::size_t count, std::string_view thing) {
  return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

std::size_t scenarios_in(mutation_page const& page) {
  return static_cast<std::size_t>(std::count_if(page.mutants.begin(), page.mutants.end(),
                                                [](told_mutant const& one) { return !one.scenario.empty(); }));
}

}  // namespace

double mutation_totals::score() const {
  auto const killed = (*this)[fate::killed];
  auto const all = killed + (*this)[fate::survived];
  return all == 0 ? 100.0 : 100.0 * static_cast<double>(killed) / static_cast<double>(all);
}

mutation_totals totals_of(mutation_page const& page) {
  mutation_totals sum;
  for (auto const& one : page.mutants) ++sum.by_fate[static_cast<std::size_t>(one.outcome.fate)];
  return sum;
}

std::string score_words(mutation_totals const& of) { return fmt::format("{:.1f}%", std::floor(of.score() * 10) / 10); }

std::string text(mutation_page const& page, source::files const& files, painter const& paint) {
  std::string text;
  for (auto const& one : page.mutants)
    if (one.outcome.fate == fate::survived) text += survivor(page, one, files, paint);
  auto const sum = totals_of(page);
  text += counted(page.mutants.size(), "mutant");
  if (page.of_all > page.mutants.size()) text += fmt::format(", a sample of {},", page.of_all);
  text += " against " + counted(page.scenarios.size(), "scenario") + '\n' + table(page);
  if (page.is_interrupted)
    text += "It was interrupted before all were run.\n";
  else if (sum[fate::not_run] > 0)
    text += "The time was up before all were run.\n";
  if (!page.folder.empty())
    text += fmt::format("{} in `{}` would kill what survived\n", counted(scenarios_in(page), "scenario"), page.folder);
  std::string words;
  for (auto const of : {fate::killed, fate::survived, fate::equivalent, fate::rejected, fate::not_run}) {
    if (sum[of] == 0 && of != fate::killed && of != fate::survived) continue;
    words += fmt::format("{}{} {}", words.empty() ? "" : ", ", sum[of], suite::words(of));
  }
  return text + "Mutation score: " + paint(sum[fate::survived] == 0 ? tone::good : tone::doubtful, score_words(sum)) +
         " (" + words + ")\n";
}

}  // namespace casus::report
