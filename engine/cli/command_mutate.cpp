#include "check_options.hpp"
#include "commands.hpp"
#include "console.hpp"
#include "made_scenarios.hpp"
#include "mutation_runner.hpp"
#include "shared_options.hpp"
#include "version.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <memory>

namespace casus::cli {
namespace {

struct written_mutate {
  written_options shared;
  std::optional<std::string> seconds, sample, seed, tries, jobs, fail_under, folder;
};

std::optional<std::uint64_t> number(std::string_view option, std::optional<std::string> const& written,
                                    std::uint64_t least, std::uint64_t most) {
  if (!written) return std::nullopt;
  std::uint64_t value = 0;
  auto const* const end = written->data() + written->size();
  auto const read = std::from_chars(written->data(), end, value);
  if (read.ec == std::errc{} && read.ptr == end && value >= least && value <= most) return value;
  throw usage_error{fmt::format("{} takes a number from {} to {}, not `{}`", option, least, most, *written)};
}

// Rules are what is mutated, everything else is what should notice. A folder of nothing but rules stands for these.
void sort_paths(written_mutate const& written, session::file_system const& files, mutation_request& into) {
  for (auto const& path : written.shared.paths) {
    bool const is_folder = files.kind(path) == session::path_kind::folder;
    if (path.ends_with(session::rule_ending)) {
      into.rules.push_back(path);
    } else if (is_folder && session::find_files(files, path, session::scenario_ending).paths.empty()) {
      auto const found = session::find_files(files, path, session::rule_ending).paths;
      if (found.empty()) into.scenarios.push_back(path);
      into.rules.insert(into.rules.end(), found.begin(), found.end());
    } else {
      into.scenarios.push_back(path);
    }
  }
  if (into.scenarios.empty()) into.scenarios.emplace_back(".");
}

mutation_request understood(written_mutate const& written, environment const& around) {
  constexpr std::uint64_t millions = 1'000'000;
  constexpr std::uint64_t most_jobs = 1024;
  constexpr std::uint64_t most_seconds = 86'400;
  mutation_request made;
  sort_paths(written, around.files, made);
  made.provisions = written.shared.provisions;
  made.how.limits.steps = 50 * millions;  // a mutant may know no end
  made.sample = number("--sample", written.sample, 1, millions);
  made.seed = number("--seed", written.seed, 0, 1'000 * millions).value_or(made.seed);
  made.how.tries = number("--tries", written.tries, 0, millions).value_or(made.how.tries);
  made.how.threads = number("--jobs", written.jobs, 1, most_jobs).value_or(around.cores);
  made.folder = folder_from(written.folder, made.how.tries);
  std::optional<double> end;
  if (auto const seconds = number("--for", written.seconds, 1, most_seconds); seconds && around.seconds)
    end = around.seconds() + static_cast<double>(*seconds);
  made.how.is_over = [&around, end] {
    return (end && around.seconds() > *end) || (around.is_interrupted && around.is_interrupted());
  };
  return made;
}

std::vector<session::new_file> files_of(report::mutation_page const& page) {
  std::vector<session::new_file> files;
  for (auto const& one : page.mutants)
    if (!one.scenario.empty()) files.push_back({one.file, one.scenario});
  return files;
}

exit_code mutate(written_mutate const& written, environment const& around) {
  auto const& shared = written.shared;
  if (auto problem = problem_with(shared.warnings); !problem.empty()) throw usage_error{std::move(problem)};
  auto asked = understood(written, around);
  constexpr std::uint64_t all_of_them = 100;
  auto const least = number("--fail-under", written.fail_under, 0, all_of_them);
  auto bounds = limits_from(shared.limits);
  bounds.evaluation.steps = std::min(bounds.evaluation.steps, asked.how.limits.steps);
  asked.how.limits = bounds.evaluation;
  session::session all{around.files, around.read_input, bounds.file_bytes};
  diagnostics_desk desk{shared.warnings, around.write_error, painter_for_errors(shared.color, around), bounds.shown};
  auto made = run_mutation(asked, around, all, desk);
  desk.close();
  if (desk.has_errors()) return exit_code::input_wrong;
  if (made.failing > 0) {
    around.write_error(
        fmt::format("casus: {} not met under the rules as they are; only a suite that passes can tell "
                    "a mutant from them: see `casus test`\n",
                    made.failing == 1 ? "1 expectation is" : fmt::format("{} expectations are", made.failing)));
    return exit_code::expectation_failed;
  }
  bool const is_written = write_scenarios(made.page.folder, files_of(made.page), around);
  if (!is_written) made.page.folder.clear();
  auto const paint = painter_for_output(shared.color, around);
  around.write_output(shared.format == "json" ? report::json(made.page, all.texts(), version())
                                              : report::text(made.page, all.texts(), paint));
  if (!is_written) return exit_code::input_wrong;
  auto const sum = report::totals_of(made.page);
  if (!least || sum.score() >= static_cast<double>(*least)) return exit_code::checked;
  around.write_error(fmt::format("casus: the mutation score is {}, less than {}%\n", report::score_words(sum), *least));
  return exit_code::expectation_failed;
}

}  // namespace

command mutate_command() {
  auto const asked = std::make_shared<written_mutate>();
  auto& shared = asked->shared;
  return {
      .name = "mutate",
      .about =
          {"Makes small mistakes in the rules, one at a time, and runs the scenarios on each: a condition dropped "
           "or negated, `and` for `or`, a comparison shifted, a date a day off, `until` for `through`, `may` for "
           "`must`, a requirement left out. A mistake that no expectation notices is shown with its line and, "
           "where a search finds one, a scenario that would notice it. Ends with the mutation score: how many of "
           "a hundred mistakes are noticed. The scenarios have to pass. A folder stands for every *.yaml file in "
           "it that is not mere background; rule files, and folders of nothing but rules, say which rules to mutate."},
      .arguments = {{"FILE|FOLDER", "a file or folder", &shared.paths, false, completion::files}},
      .groups = {{"which mistakes",
                  {provision_option(shared),
                   {"--sample", "N", "only so many of them, chosen at random", &asked->sample},
                   {"--seed", "S", "another choice; the same for the same number", &asked->seed}}},
                 {"how long",
                  {{"--for", "SECONDS", "stop after this time; what was not run is said", &asked->seconds},
                   {"--tries", "N",
                    "changed scenarios to try in search of one that would notice a mistake, and ten times as many "
                    "small ones; 200 "
                    "unless said otherwise, 0 for no search",
                    &asked->tries},
                   {"--jobs", "N", "run so many at once; as many as there are cores unless said otherwise",
                    &asked->jobs}}},
                 {"what to show",
                  {{"--write-to",
                    "FOLDER",
                    "write the scenarios that would notice a mistake, a file for each; none there is replaced",
                    &asked->folder,
                    {},
                    completion::files},
                   {"--fail-under", "N", "fail where the score is less than so many per cent", &asked->fail_under},
                   format_option(shared, {"text", "json"}),
                   color_option(shared.color)}},
                 bound_options(shared)},
      .examples = {"casus mutate cases", "casus mutate cases rules/treaty-04.casus",
                   "casus mutate cases --provision CST.4", "casus mutate cases --write-to cases/new",
                   "casus mutate cases --sample 200 --seed 7 --for 60 --fail-under 90"},
      .closing = {"Exit codes: 0 the score is high enough, 1 it is not or the scenarios do not pass, 2 the input is "
                  "wrong, 3 wrong usage."},
      .run = [asked](environment const& around) { return mutate(*asked, around); }};
}

}  // namespace casus::cli
