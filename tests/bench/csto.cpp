// One shipped case, phase by phase and as a whole process: where the time of `casus check` goes.
#include "engine/check/check.hpp"
#include "engine/cli/run.hpp"
#include "engine/evaluate/world.hpp"
#include "engine/scenario/load.hpp"
#include "engine/session/session.hpp"
#include "grammar/parse.hpp"

#include <benchmark/benchmark.h>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

namespace casus::bench {
namespace {

constexpr char const* rules_folder = "scenarios/csto/rules";
constexpr char const* case_file = "scenarios/csto/cases/kyrgyzstan-2010.yaml";

session::session on_disk() {
  return {session::disk(CASUS_ROOT), [](std::size_t) { return session::read_result{}; }};
}

// The texts of all rule files that the shipped cases read, `use` followed.
std::vector<source::text> rule_texts() {
  auto all = on_disk();
  std::vector<source::text> texts;
  for (auto const& path : all.rules({rules_folder}).files) {
    texts.emplace_back(path, session::disk(CASUS_ROOT).read(path).content.value());
  }
  return texts;
}

model::rule_set parsed(std::vector<source::text> const& texts) {
  model::rule_set all;
  for (auto const& text : texts) model::append(all, std::move(*grammar::parse(text, {}).value));
  return all;
}

void case_rules_parsed(benchmark::State& state) {
  auto const texts = rule_texts();
  for (auto _ : state) benchmark::DoNotOptimize(parsed(texts));
  std::size_t bytes = 0;
  for (auto const& text : texts) bytes += text.content().size();
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}
BENCHMARK(case_rules_parsed);

void case_rules_checked(benchmark::State& state) {
  auto const rules = parsed(rule_texts());
  for (auto _ : state) benchmark::DoNotOptimize(check::check(rules));
}
BENCHMARK(case_rules_checked);

void case_rules_compiled(benchmark::State& state) {
  auto const checked = check::check(parsed(rule_texts()));
  for (auto _ : state) benchmark::DoNotOptimize(evaluate::compiled(*checked.value));
}
BENCHMARK(case_rules_compiled);

void case_scenario_read(benchmark::State& state) {
  auto all = on_disk();
  (void)all.rules({rules_folder});  // once, so that what is measured is the scenario
  (void)all.scenarios(case_file, session::asked::by_name);
  for (auto _ : state) benchmark::DoNotOptimize(all.scenarios(case_file, session::asked::by_name));
}
BENCHMARK(case_scenario_read);

void case_evaluated(benchmark::State& state) {
  auto all = on_disk();
  auto const told = all.scenarios(case_file, session::asked::by_name);
  auto const& one = told.value->front();
  for (auto _ : state) {
    evaluate::world world(*one.rules->compiled, one.scenario->agreed, {});
    benchmark::DoNotOptimize(world.at(*one.scenario->as_of));
  }
}
BENCHMARK(case_evaluated);

// Everything but the process: files, rules, scenario, all its views, the report.
void case_checked_in_process(benchmark::State& state) {
  std::vector<std::string> const arguments{"check", case_file};
  std::size_t written = 0;
  cli::environment const around{.files = session::disk(CASUS_ROOT),
                                .read_input = [](std::size_t) { return session::read_result{}; },
                                .write_output = [&](std::string_view text) { written += text.size(); },
                                .write_error = [](std::string_view) {},
                                .today = {},
                                .commit = {}};
  for (auto _ : state) benchmark::DoNotOptimize(cli::run(arguments, around));
}
BENCHMARK(case_checked_in_process);

// The process, cold: its processor time, and the memory that it came to hold.
void case_checked(benchmark::State& state) {
  std::string const program = CASUS_PROGRAM;
  std::string const file = std::string{CASUS_ROOT} + '/' + case_file;
  long most = 0;
  for (auto _ : state) {
    char const* const arguments[] = {program.c_str(), "check", file.c_str(), nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    char* no_environment[] = {nullptr};
    if (posix_spawn(&child, program.c_str(), &actions, nullptr, const_cast<char**>(arguments), no_environment) != 0) {
      state.SkipWithError("the program cannot be started");
      return;
    }
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    rusage used{};
    wait4(child, &status, 0, &used);
    if (status != 0) state.SkipWithError("the case is not as it should be");
    auto const seconds = [](timeval of) {
      return static_cast<double>(of.tv_sec) + 1e-6 * static_cast<double>(of.tv_usec);
    };
    state.SetIterationTime(seconds(used.ru_utime) + seconds(used.ru_stime));
    most = std::max(most, used.ru_maxrss);
  }
  state.counters["MiB"] = static_cast<double>(most) / 1024;
}
BENCHMARK(case_checked)->UseManualTime();

}  // namespace
}  // namespace casus::bench
