// What a mutant of the shipped rules costs, against what it would cost to check and compile all of them and to run
// every case anew.
#include "engine/check/check.hpp"
#include "engine/session/session.hpp"
#include "engine/suite/mutation_run.hpp"

#include <benchmark/benchmark.h>

namespace casus::bench {
namespace {

// The cases of one rule set, read and run once.
struct shipped_suite {
  shipped_suite() : all{session::disk(CASUS_ROOT), [](std::size_t) { return session::read_result{}; }} {
    for (auto const& file : session::find_files(all.disk(), "scenarios/csto", session::scenario_ending).paths) {
      all.each_scenario(file, session::asked::with_its_folder, [&](session::loaded_scenario one) {
        if (one.scenario && one.scenario->as_of && (told.empty() || one.rules == told.front().rules))
          told.push_back(std::move(one));
      });
    }
    for (auto const& one : told) cases.push_back({&*one.scenario, &*one.rules->compiled, *one.scenario->as_of});
    for (auto& one : suite::run(cases, all.texts(), {}, 1, suite::coverage::asked)) reaches.push_back(one.reach);
  }
  [[nodiscard]] check::program const& program() const { return *told.front().rules->program; }

  session::session all;
  std::vector<session::loaded_scenario> told;
  std::vector<suite::test_case> cases;
  std::vector<suite::reach> reaches;
};

void mutant_run(benchmark::State& state) {
  shipped_suite const of;
  constexpr std::size_t every = 20;
  std::vector<suite::mutant> mutants;
  std::size_t number = 0;
  for (std::uint32_t i = 0; i < of.program().rules.declarations.size(); ++i)
    for (auto& one : suite::mutants_of(of.program(), of.all.texts(), i))
      if (number++ % every == 0) mutants.push_back(std::move(one));
  suite::mutation_options how;
  how.tries = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(suite::run_mutants(of.program(), of.all.texts(), mutants, of.cases, of.reaches, how));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(mutants.size()));
  state.counters["mutants"] = static_cast<double>(mutants.size());
}
BENCHMARK(mutant_run)->Unit(benchmark::kMillisecond);

void everything_anew(benchmark::State& state) {
  shipped_suite const of;
  for (auto _ : state) {
    auto const checked = check::check(of.program().rules);
    evaluate::compiled const compiled{*checked.value};
    auto cases = of.cases;
    for (auto& one : cases) one.rules = &compiled;
    benchmark::DoNotOptimize(suite::run(cases, of.all.texts(), {}, 1, suite::coverage::not_asked));
  }
}
BENCHMARK(everything_anew)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace casus::bench
