#include "run.hpp"

#include "in_parallel.hpp"
#include "snapshot.hpp"

namespace casus::suite {
namespace {

test_outcome run_one(test_case const& one, source::files const& files, evaluate::limits const& limits, coverage what) {
  test_outcome made;
  accounts of{*one.rules, *one.told, limits};
  try {
    made.results = hold(of, files, one.otherwise);
    if (one.wants_snapshot) made.snapshot = snapshot(of, files, one.told->as_of.value_or(one.otherwise));
    if (what != coverage::not_asked) made.reach = reached_by(of, one.otherwise, what);
    made.warnings = of.warnings();
  } catch (evaluate::failure const& failure) { made.stopped = failure.why; }
  return made;
}

}  // namespace

std::vector<test_outcome> run(std::span<test_case const> cases, source::files const& files,
                              evaluate::limits const& limits, std::size_t threads, coverage what) {
  std::vector<test_outcome> outcomes(cases.size());
  in_parallel(cases.size(), threads, [&](std::size_t i) { outcomes[i] = run_one(cases[i], files, limits, what); });
  return outcomes;
}

}  // namespace casus::suite
