#include "check_options.hpp"
#include "commands.hpp"
#include "console.hpp"
#include "coverage_files.hpp"
#include "named_files.hpp"
#include "one_case.hpp"
#include "test_runner.hpp"
#include "version.hpp"

#include "engine/report/coverage.hpp"

#include <fmt/format.h>

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

exit_code test(written_test const& written, environment const& around) {
  auto const& shared = written.shared;
  if (auto problem = problem_with(shared.warnings); !problem.empty()) throw usage_error{std::move(problem)};
  auto const wanted = understood(written.covered);
  bool const shows_coverage = shared.format == "text" && (written.coverage || wanted.fail_under);
  if (written.coverage && !shows_coverage) {
    throw usage_error{
        fmt::format("with --format {} coverage goes to a file of its own: `--coverage-to FILE`", shared.format)};
  }
  bool const is_asked = shows_coverage || wanted.fail_under || !wanted.files.empty();
  auto const bounds = limits_from(shared.limits);
  test_options const asked{.paths = shared.paths.empty() ? std::vector<std::string>{"."} : shared.paths,
                           .filters = written.filters,
                           .when_failed = written.fail_fast ? after_failure::stop : after_failure::go_on,
                           .threads = threads_from(written.jobs, around),
                           .limits = bounds.evaluation,
                           .coverage = is_asked ? suite::coverage::asked : suite::coverage::not_asked,
                           .snapshots = written.accept     ? snapshot_mode::accept
                                        : written.snapshot ? snapshot_mode::record
                                                           : snapshot_mode::compare};
  session::session all{around.files, around.read_input, bounds.file_bytes};
  diagnostics_desk desk{shared.warnings, around.write_error, painter_for_errors(shared.color, around), bounds.shown};
  auto const run = run_tests(asked, around, all, desk);
  auto const paint = painter_for_output(shared.color, around);
  for (auto const& problem : run.problems) around.write_error(fmt::format("casus: {}\n", problem));
  bool const is_written = run.problems.empty() && write_coverage(wanted, run.coverage, around, all);
  desk.close();
  if (shows_coverage) around.write_output(report::coverage_text(run.coverage, all.texts(), paint) + '\n');
  around.write_output(in_form(shared.format, run.outcome, desk, all.texts(), paint));
  bool const is_enough = is_covered_enough(wanted, run.coverage, around);
  if (desk.has_errors() || !is_written) return exit_code::input_wrong;
  bool const has_passed = report::totals_of(run.outcome).failed == 0 && is_enough;
  return has_passed ? exit_code::checked : exit_code::expectation_failed;
}

}  // namespace

void add_test(CLI::App& app, command& chosen) {
  auto* const own = app.add_subcommand("test");
  auto const asked = std::make_shared<written_test>();
  own->add_option("paths", asked->shared.paths);
  own->add_option("--filter", asked->filters)->allow_extra_args(false);
  own->add_flag("--fail-fast", asked->fail_fast);
  own->add_option("--jobs", asked->jobs);
  own->add_flag("--snapshot", asked->snapshot);
  own->add_flag("--accept", asked->accept);
  own->add_flag("--coverage", asked->coverage);
  own->add_option("--coverage-to", asked->covered.files)->allow_extra_args(false);
  own->add_option("--fail-under", asked->covered.fail_under);
  add_output_options(*own, asked->shared, {"text", "json", "junit", "tap"});
  own->callback([asked, &chosen] { chosen = [asked](environment const& around) { return test(*asked, around); }; });
}

}  // namespace casus::cli
