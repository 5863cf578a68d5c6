// How fast a scenario is answered, its rules being compiled: alone, and with its YAML read anew.
#include "workload.hpp"

#include "engine/evaluate/world.hpp"

#include <benchmark/benchmark.h>

namespace casus::bench {
namespace {

void scenarios_evaluated(benchmark::State& state) {
  loaded const input({});
  for (auto _ : state) {
    evaluate::world world(*input.rules->compiled, input.scenario.agreed, {});
    benchmark::DoNotOptimize(world.at(input.date));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(scenarios_evaluated);

void scenarios_read_and_evaluated(benchmark::State& state) {
  loaded const input({});
  auto const rules = rules_of({});
  auto const yaml = scenario_of({});
  for (auto _ : state) {
    auto again = session_over(rules, yaml);
    auto told = again.scenarios("case.yaml", session::asked::by_name);
    evaluate::world world(*input.rules->compiled, told.value->front().scenario->agreed, {});
    benchmark::DoNotOptimize(world.at(input.date));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(scenarios_read_and_evaluated);

void rules_compiled(benchmark::State& state) {
  loaded const input({});
  for (auto _ : state) {
    evaluate::compiled again(*input.rules->program);
    benchmark::DoNotOptimize(&again);
  }
}
BENCHMARK(rules_compiled);

}  // namespace
}  // namespace casus::bench
