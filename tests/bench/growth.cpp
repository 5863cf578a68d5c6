// How the cost of an answer grows: near linear in what matches, flat in what does not. The exponent is fitted.
#include "workload.hpp"

#include "engine/evaluate/world.hpp"

#include <benchmark/benchmark.h>

namespace casus::bench {
namespace {

void answer(benchmark::State& state, size of) {
  loaded const input(of);
  for (auto _ : state) {
    evaluate::world world(*input.rules->compiled, input.scenario.agreed, {});
    benchmark::DoNotOptimize(world.at(input.date));
  }
  state.SetComplexityN(state.range(0));
}

void matching_attacks(benchmark::State& state) { answer(state, {12, static_cast<int>(state.range(0)), 0, 0, 0, 0}); }
BENCHMARK(matching_attacks)->RangeMultiplier(10)->Range(10, 10000)->Complexity();

void matching_states(benchmark::State& state) { answer(state, {static_cast<int>(state.range(0)), 2, 2, 0, 0, 0}); }
BENCHMARK(matching_states)->RangeMultiplier(10)->Range(10, 10000)->Complexity();

void idle_states(benchmark::State& state) { answer(state, {12, 2, 2, static_cast<int>(state.range(0)), 0, 0}); }
BENCHMARK(idle_states)->RangeMultiplier(10)->Range(10, 10000);

void idle_events(benchmark::State& state) { answer(state, {12, 2, 2, 0, static_cast<int>(state.range(0)), 0}); }
BENCHMARK(idle_events)->RangeMultiplier(10)->Range(10, 10000);

void idle_rules(benchmark::State& state) { answer(state, {12, 2, 2, 0, 0, static_cast<int>(state.range(0))}); }
BENCHMARK(idle_rules)->RangeMultiplier(10)->Range(10, 10000);

}  // namespace
}  // namespace casus::bench
