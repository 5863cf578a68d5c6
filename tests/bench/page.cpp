// `bench_page < RESULTS > PAGE`: turns what the benchmarks measured (Google Benchmark's JSON) into the page on
// performance. Times stand as ratios, since machines differ.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <iostream>
#include <map>
#include <vector>

namespace {

using results = std::map<std::string, nlohmann::json>;

double nanoseconds(nlohmann::json const& one, char const* which = "cpu_time") {
  auto const unit = one.at("time_unit").get<std::string>();
  double const scale = unit == "ns" ? 1 : unit == "us" ? 1e3 : unit == "ms" ? 1e6 : 1e9;
  return one.at(which).get<double>() * scale;
}

double cost(results const& all, std::string const& name) { return nanoseconds(all.at(name)); }

// The exponent of size^b that fits best over the sizes 10 to 10,000: the slope of a line through the logarithms.
double exponent(results const& all, std::string const& family, std::vector<int> const& sizes) {
  double n = 0, x_sum = 0, y_sum = 0, xx = 0, xy = 0;
  for (int const size : sizes) {
    double const x = std::log(size), y = std::log(cost(all, fmt::format("{}/{}", family, size)));
    n += 1, x_sum += x, y_sum += y, xx += x * x, xy += x * y;
  }
  return (n * xy - x_sum * y_sum) / (n * xx - x_sum * x_sum);
}

void growth_row(results const& all, std::string const& family, std::string const& what) {
  double const first = cost(all, family + "/10");
  fmt::print("| {} |", what);
  for (int const size : {10, 100, 1000, 10000}) {
    double const ratio = cost(all, fmt::format("{}/{}", family, size)) / first;
    fmt::print(" {:.{}f} |", ratio, ratio < 10 ? 1 : 0);
  }
  fmt::print(" {:.2f} |\n", exponent(all, family, {10, 100, 1000, 10000}));
}

void print_phases(results const& all) {
  double const whole = cost(all, "case_checked_in_process");
  fmt::print("| phase | share |\n|---|---|\n");
  auto const row = [&](char const* what, double time) { fmt::print("| {} | {:.0f} % |\n", what, 100 * time / whole); };
  double const parsed = cost(all, "case_rules_parsed");
  double const checked = cost(all, "case_rules_checked");
  double const compiled = cost(all, "case_rules_compiled");
  double const read = cost(all, "case_scenario_read");
  double const evaluated = cost(all, "case_evaluated");
  row("rule files parsed", parsed);
  row("rules checked", checked);
  row("rules compiled", compiled);
  row("the case's YAML read and bound to the rules", read);
  row("one account evaluated", evaluated);
  row("the rest: background files, the other accounts, what would settle them, expectations, the report",
      whole - parsed - checked - compiled - read - evaluated);
  fmt::print("\nA check runs on one thread. It asks for its memory in large pages.\n");
}

void print_mutants(results const& all) {
  double const mutant = cost(all, "mutant_run") / all.at("mutant_run").at("mutants").get<double>();
  fmt::print(R"(
## Mutants

`casus mutate` over every twentieth mutant of the rules of the CSTO, without a search for scenarios: {:.1f} milliseconds of
one core for each on the machine that measured. To check and compile all of the rules and to run all of their cases costs
{:.0f} times as much.
)",
             mutant / 1e6, cost(all, "everything_anew") / mutant);
}

void print_page(results const& all) {
  double const evaluated = cost(all, "scenarios_evaluated");
  auto const process = nanoseconds(all.at("case_checked/manual_time"), "real_time");
  fmt::print(R"(# Performance

Measured by `./dev bench --page`, which writes this page. Times stand as ratios: machines differ, and so do days on one
machine. The benchmarks are in `tests/bench`.

## One case

`casus check` of the case on Kyrgyzstan in 2010, with five accounts of the facts, as a whole process: {:.1f} times what the
same run costs within a process that is already there, and {:.0f} MiB. That run divides into:

)",
             process / cost(all, "case_checked_in_process"),
             all.at("case_checked/manual_time").at("MiB").get<double>());
  print_phases(all);
  fmt::print(R"(
## Many scenarios under the same rules

Mutual defence among twelve states with two attacks and two requests, an appointment and a hand-over of the chair, rules
compiled once. One evaluation is the unit.

| | cost |
|---|---|
| one scenario evaluated | 1 |
| one scenario read from YAML and evaluated | {:.0f} |
| its rules compiled | {:.1f} |

## Growth

Cost at sizes 10 to 10,000, that at 10 being 1, and the exponent *b* of *size^b* that fits best: near 1 where what grows
matches the rules, near 0 where it does not (what remains there is that the facts are indexed once).

| what grows | 10 | 100 | 1,000 | 10,000 | exponent |
|---|---|---|---|---|---|
)",
             cost(all, "scenarios_read_and_evaluated") / evaluated, cost(all, "rules_compiled") / evaluated);
  growth_row(all, "matching_attacks", "attacks, each of which sets off duties of eleven states");
  growth_row(all, "matching_states", "states, each of which is bound");
  growth_row(all, "idle_states", "states that no fact names");
  growth_row(all, "idle_events", "events that no rule asks for");
  growth_row(all, "idle_rules", "provisions on events that do not happen");
  double const door = cost(all, "combination_through_the_front_door") * 65'536;
  fmt::print(R"(
## Every combination

`casus sweep` over 65,536 combinations of sixteen yes-or-no choices of the case on Kyrgyzstan in 2010, rules and scenario read
anew: {:.2f} seconds of one core on the machine that measured, {:.0f} times as fast as a `casus check` of each combination
within a process that is already there; {:.2f} seconds where one article is asked about.
)",
             cost(all, "combinations_swept") / 1e9, door / cost(all, "combinations_swept"),
             cost(all, "combinations_swept_for_one_article") / 1e9);
  print_mutants(all);
  double const parsed = all.at("rules_parsed").at("bytes_per_second").get<double>();
  double const checked = all.at("rules_checked").at("bytes_per_second").get<double>();
  fmt::print(R"(
## Rule files

Parsing and checking a rule file costs {:.1f} times parsing it alone; a file of 1 MiB takes some {:.0f} times as long to
parse as a scenario takes to be evaluated.
)",
             parsed / checked, 1048576 / parsed * 1e9 / evaluated);
}

}  // namespace

int main() {
  try {
    results all;
    auto const measured = nlohmann::json::parse(std::cin);
    for (auto const& one : measured.at("benchmarks")) all[one.at("name")] = one;
    print_page(all);
    return 0;
  } catch (std::exception const& error) {
    fmt::print(stderr, "bench_page: {}\n", error.what());
    return 1;
  }
}
