#include "survivor_files.hpp"

#include "made_scenarios.hpp"

#include "engine/session/scenario_text.hpp"

#include <fmt/format.h>

namespace casus::cli {

void name_files(std::vector<report::told_mutant>& mutants) {
  scenario_names names;
  for (auto& one : mutants) one.file = names.file_for(fmt::format("{} {}", one.owner, suite::words(one.mutant.what)));
}

void write_texts(report::told_mutant& of, facts::scenario const& told, check::program const& program,
                 std::vector<std::string> const& rules, source::files const& files) {
  auto const& found = *of.outcome.killer.scenario;
  if (found.expected) of.expectation = session::expectation_text(*found.expected, told, program);
  if (!found.alone) return;
  std::vector<std::string> comment{fmt::format("Tells {} ({}) from what it would be with a mistake, {}:", of.owner,
                                               files[of.mutant.where.file].name(), suite::words(of.mutant.what))};
  comment.insert(comment.end(), of.rule.begin(), of.rule.end());
  auto alone = *found.alone;
  alone.title = fmt::format("{}: {}", of.owner, suite::words(of.mutant.what));
  of.scenario = session::scenario_text(alone, program, {.rules = rules, .comment = std::move(comment)});
}

}  // namespace casus::cli
