#include "check_options.hpp"
#include "commands.hpp"
#include "console.hpp"
#include "coverage_files.hpp"
#include "made_scenarios.hpp"
#include "named_files.hpp"
#include "one_case.hpp"
#include "shared_options.hpp"
#include "snapshot_question.hpp"
#include "test_runner.hpp"
#include "test_watch.hpp"
#include "version.hpp"

#include "engine/report/coverage.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <memory>

namespace casus::cli {
namespace {

struct written_test {
  written_options shared;
  std::vector<std::string> filters;
  bool fail_fast = false;
  std::optional<std::string> jobs;
  bool coverage = false;
  coverage_options covered;
  bool snapshot = false;
  bool accept = false;
  bool ask = false;
  bool watch = false;
};

std::size_t threads_from(std::optional<std::string> const& jobs, environment const& around) {
  if (!jobs) return around.cores;
  constexpr std::size_t most = 1024;
  std::size_t value = 0;
  auto const* const end = jobs->data() + jobs->size();
  auto const read = std::from_chars(jobs->data(), end, value);
  if (read.ec == std::errc{} && read.ptr == end && value > 0 && value <= most) return value;
  throw usage_error{fmt::format("--jobs takes a number from 1 to {}, not `{}`", most, *jobs)};
}

std::string in_form(std::string const& format, report::test_run const& run, diagnostics_desk const& desk,
                    source::files const& texts, report::painter const& paint) {
  if (format == "json") return report::json(run, desk.all(), texts, version());
  if (format == "junit") return report::junit(run);
  if (format == "tap") return report::tap(run);
  return report::text(run, paint);
}

// None where nobody is asked.
snapshot_judge judge_of(written_test const& written, environment const& around) {
  if (!written.ask) return {};
  if (!written.accept) throw usage_error{"--ask asks what is to be accepted: say --accept, too"};
  if (written.shared.format != "text") throw usage_error{"--ask is for people: leave --format out"};
  auto const questions =
      std::make_shared<snapshot_question>(lines_of_input(around, session::usual_file_size), around.write_output,
                                          painter_for_output(written.shared.color, around));
  return [questions](report::snapshot_outcome const& differing) { return questions->accepts(differing); };
}

// What is to be run, and what is to be done with the outcome, as understood.
struct test_plan {
  test_options run;
  wanted_coverage coverage;
  bool shows_coverage = false;
  cli::limits limits;
};

test_plan understood(written_test const& written, environment const& around) {
  auto const& shared = written.shared;
  if (auto problem = problem_with(shared.warnings); !problem.empty()) throw usage_error{std::move(problem)};
  test_plan plan{.run = {}, .coverage = understood(written.covered), .limits = limits_from(shared.limits)};
  bool const is_limited = plan.coverage.fail_under || plan.coverage.mcdc_fail_under;
  plan.shows_coverage = shared.format == "text" && (written.coverage || plan.coverage.mcdc || is_limited);
  bool const goes_nowhere =
      written.covered.mcdc && plan.coverage.files.empty() && plan.coverage.search.folder.empty() && !is_limited;
  if ((written.coverage || goes_nowhere) && !plan.shows_coverage) {
    throw usage_error{
        fmt::format("with --format {} coverage goes to a file of its own: `--coverage-to FILE`", shared.format)};
  }
  if (written.watch && shared.format != "text") throw usage_error{"--watch is for people: leave --format out"};
  bool const is_covered = plan.shows_coverage || is_limited || !plan.coverage.files.empty();
  plan.run = {.paths = shared.paths.empty() ? std::vector<std::string>{"."} : shared.paths,
              .filters = written.filters,
              .when_failed = written.fail_fast ? after_failure::stop : after_failure::go_on,
              .threads = threads_from(written.jobs, around),
              .limits = plan.limits.evaluation,
              .coverage = plan.coverage.mcdc ? suite::coverage::with_mcdc
                          : is_covered       ? suite::coverage::asked
                                             : suite::coverage::not_asked,
              .search = plan.coverage.search,
              .snapshots = written.accept     ? snapshot_mode::accept
                           : written.snapshot ? snapshot_mode::record
                                              : snapshot_mode::compare,
              .judge = judge_of(written, around),
              .only = {}};
  return plan;
}

exit_code run_once(written_test const& written, test_plan const& plan, environment const& around, test_watch* watch) {
  auto const& shared = written.shared;
  session::session all{around.files, around.read_input, plan.limits.file_bytes};
  diagnostics_desk desk{shared.warnings, around.write_error, painter_for_errors(shared.color, around),
                        plan.limits.shown};
  auto const run = run_tests(plan.run, around, all, desk);
  if (watch != nullptr) watch->note(run);
  auto const paint = painter_for_output(shared.color, around);
  if (shared.warnings.form == "line") around.write_error(report::failure_lines(run.outcome));
  for (auto const& problem : run.problems) around.write_error(fmt::format("casus: {}\n", problem));
  auto const& folder = plan.coverage.search.folder;
  auto const found = found_scenarios(run.coverage);
  bool const is_written = run.problems.empty() && write_coverage(plan.coverage, run.coverage, around, all) &&
                          write_scenarios(folder, found, around);
  desk.close();
  if (plan.shows_coverage) {
    around.write_output(report::coverage_text(run.coverage, all.texts(), paint));
    if (!folder.empty() && is_written)
      around.write_output(fmt::format("{} scenario{} in `{}` would show what is missing\n", found.size(),
                                      found.size() == 1 ? "" : "s", folder));
    around.write_output("\n");
  }
  around.write_output(in_form(shared.format, run.outcome, desk, all.texts(), paint));
  bool const is_enough = is_covered_enough(plan.coverage, run.coverage, around);
  if (desk.has_errors() || !is_written) return exit_code::input_wrong;
  bool const has_passed = report::totals_of(run.outcome).failed == 0 && is_enough;
  return has_passed ? exit_code::checked : exit_code::expectation_failed;
}

// Runs everything, then, whenever a file is saved, what it touches, until nobody can say any more what changed.
exit_code run_and_watch(written_test const& written, test_plan plan, environment const& around) {
  if (!around.wait_for_change) throw usage_error{"--watch cannot be used here: there are no files to wait for"};
  test_watch watch{plan.run.paths};
  auto code = run_once(written, plan, around, &watch);
  while (true) {
    around.write_error("waiting for a file to change; Ctrl-C ends it\n");
    auto const changed = around.wait_for_change(watch.files());
    if (changed.empty()) return code;
    around.write_error(fmt::format("\n{} changed\n", fmt::join(changed, ", ")));
    plan.run.only = watch.touched_by(changed);
    code = run_once(written, plan, around, &watch);
  }
}

exit_code test(written_test const& written, environment const& around) {
  auto const plan = understood(written, around);
  return written.watch ? run_and_watch(written, plan, around) : run_once(written, plan, around, nullptr);
}

}  // namespace

command test_command() {
  auto const asked = std::make_shared<written_test>();
  auto& shared = asked->shared;
  return {
      .name = "test",
      .about = {"Runs scenarios as tests: each passes if everything that it expects is met. Says of every "
                "expectation that is not what was expected and what was found, with its line, and ends with "
                "`N passed, N failed`. A scenario that expects nothing is reported, as is an expectation that can "
                "never fail. A folder stands for every *.yaml file in it that is not mere background; without a "
                "path, the working directory is meant."},
      .arguments = {{"FILE|FOLDER", "a file or folder", &shared.paths, false, completion::scenarios}},
      .groups =
          {{"which tests",
            {{"--filter", "TEXT", "only scenarios whose title or file contains this; may be repeated: any of these",
              &asked->filters},
             {"--fail-fast", "", "stop at the first scenario that fails", &asked->fail_fast},
             {"--watch", "", "stay, and whenever a file is saved run again what it touches", &asked->watch},
             {"--jobs", "N", "run so many at once; as many as there are cores unless said otherwise", &asked->jobs}}},
           {"snapshots: complete findings, recorded in raid.snapshot.yml beside raid.yaml",
            {{"--snapshot", "",
              "record those of scenarios that have none; where there is one, every run is held against it",
              &asked->snapshot},
             {"--accept", "", "take over what differs; --filter chooses of which scenarios", &asked->accept},
             {"--ask", "", "with --accept, show each difference and ask whether to take it over", &asked->ask}}},
           {"coverage of the rules",
            {{"--coverage", "",
              "say what of the rules no scenario has shown: provisions that never applied, conditions that "
              "were never true or never false, and the like",
              &asked->coverage},
             {"--coverage-to",
              "FILE",
              "write it in full; the name's ending says how: .html, .json, .info (lcov), .txt; may be "
              "repeated",
              &asked->covered.files,
              {},
              completion::files},
             {"--fail-under", "N", "fail where less than so many per cent have been seen", &asked->covered.fail_under},
             {"--mcdc", "",
              "also modified condition/decision coverage: which conditions no scenario has shown to decide, alone, "
              "while true and while false",
              &asked->covered.mcdc},
             {"--tries", "N",
              "scenarios to try in search of one for each side that is missing; 1,000 unless said otherwise, or "
              "fewer where much is missing; 0 for no search",
              &asked->covered.tries},
             {"--write-to",
              "FOLDER",
              "write the scenarios that this finds, a file for each; none there is replaced",
              &asked->covered.folder,
              {},
              completion::files},
             {"--mcdc-fail-under", "N", "fail where less than so many per cent of the conditions have been shown",
              &asked->covered.mcdc_fail_under}}},
           {"what to show", {format_option(shared, {"text", "json", "junit", "tap"}), color_option(shared.color)}},
           bound_options(shared)},
      .examples = {"casus test cases", "casus test cases/raid.yaml --fail-fast",
                   "casus test cases --filter raid --format junit",
                   "casus test cases --coverage --coverage-to coverage.html --fail-under 95"},
      .closing = {"Exit codes: 0 all passed, 1 some failed or too little was seen, 2 the input is wrong, 3 wrong "
                  "usage."},
      .run = [asked](environment const& around) { return test(*asked, around); }};
}

}  // namespace casus::cli
