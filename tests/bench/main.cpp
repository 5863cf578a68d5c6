// The benchmarks run on the program's heap: on another the first pages of every run would be counted, too.
#include "engine/cli/heap.hpp"

#include <benchmark/benchmark.h>

int main(int count, char** values) {
  casus::cli::use_large_pages();
  benchmark::Initialize(&count, values);
  if (benchmark::ReportUnrecognizedArguments(count, values)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}
