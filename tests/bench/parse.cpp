// How fast rule files are read and checked.
#include "workload.hpp"

#include "engine/check/check.hpp"
#include "grammar/parse.hpp"

#include <benchmark/benchmark.h>

namespace casus::bench {
namespace {

source::text a_mebibyte() {
  int rules = 4000;
  return {"rules.casus", rules_of({12, 0, 0, 0, 0, rules})};
}

void rules_parsed(benchmark::State& state) {
  auto const text = a_mebibyte();
  for (auto _ : state) benchmark::DoNotOptimize(grammar::parse(text, {}));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.content().size()));
}
BENCHMARK(rules_parsed);

void rules_checked(benchmark::State& state) {
  auto const text = a_mebibyte();
  for (auto _ : state) benchmark::DoNotOptimize(check::check(*grammar::parse(text, {}).value));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.content().size()));
}
BENCHMARK(rules_checked);

}  // namespace
}  // namespace casus::bench
