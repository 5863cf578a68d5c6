// The form is that of docs/reference/test.schema.json; a test holds what is written here to it. Keys are only added
// within a version of the form.
#include "json_account.hpp"
#include "test_run.hpp"

#include <nlohmann/json.hpp>

namespace casus::report {
namespace {

using ordered = nlohmann::ordered_json;

std::string_view words(test_verdict verdict) {
  switch (verdict) {
    case test_verdict::passed: return "passed";
    case test_verdict::failed: return "failed";
    case test_verdict::not_run: return "not run";
    case test_verdict::expects_nothing: return "expects nothing";
  }
  return {};
}

std::string_view words(snapshot_state state) {
  switch (state) {
    case snapshot_state::none: return "none";
    case snapshot_state::recorded: return "recorded";
    case snapshot_state::same: return "same";
    case snapshot_state::differs: return "differs";
    case snapshot_state::accepted: return "accepted";
  }
  return {};
}

ordered expectation(tested_expectation const& one) {
  auto mismatches = ordered::array();
  for (auto const& each : one.mismatches) mismatches.push_back({{"expected", each.expected}, {"actual", each.actual}});
  ordered made{{"subject", one.subject},
               {"met", one.mismatches.empty()},
               {"date", one.date ? ordered(source::to_iso(*one.date)) : ordered(nullptr)},
               {"view", one.view.empty() ? ordered(nullptr) : ordered(one.view)},
               {"file", one.file},
               {"line", one.line},
               {"mismatches", mismatches}};
  if (!one.because.empty()) made["because"] = one.because;
  return made;
}

ordered scenario(tested_scenario const& one) {
  ordered made{{"title", one.title.empty() ? ordered(nullptr) : ordered(one.title)},
               {"file", one.file},
               {"line", one.line},
               {"verdict", words(one.verdict)}};
  if (!one.problem.empty()) made["problem"] = one.problem;
  made["expectations"] = ordered::array();
  for (auto const& each : one.expectations) made["expectations"].push_back(expectation(each));
  if (one.snapshot.state != snapshot_state::none) {
    made["snapshot"] = {
        {"state", words(one.snapshot.state)}, {"file", one.snapshot.file}, {"changes", one.snapshot.changes}};
  }
  return made;
}

}  // namespace

std::string json(test_run const& run, std::vector<source::diagnostic> const& said, source::files const& files,
                 std::string_view version) {
  auto text = "{\n\"format\": " + ordered{{"name", "casus-test"}, {"version", 1}}.dump() +
              ",\n\"casus\": " + ordered(version).dump() + ",\n\"scenarios\": [";
  for (std::size_t i = 0; i < run.scenarios.size(); ++i)
    text += (i == 0 ? "\n" : ",\n") + dump(scenario(run.scenarios[i]));
  auto diagnostics = ordered::array();
  for (auto const& one : said) diagnostics.push_back(diagnostic_json(one, files));
  auto const sum = totals_of(run);
  ordered const totals{{"passed", sum.passed},
                       {"failed", sum.failed},
                       {"not_run", sum.not_run},
                       {"expecting_nothing", sum.expecting_nothing},
                       {"filtered_out", run.filtered_out},
                       {"expectations_met", sum.expectations_met},
                       {"expectations_failed", sum.expectations_failed},
                       {"snapshots_recorded", sum.snapshots_recorded},
                       {"snapshots_accepted", sum.snapshots_accepted},
                       {"snapshots_differing", sum.snapshots_differing}};
  return text + "\n],\n\"stopped_at_first_failure\": " + (run.has_stopped ? "true" : "false") +
         ",\n\"diagnostics\": " + dump(diagnostics) + ",\n\"totals\": " + dump(totals) + "\n}\n";
}

}  // namespace casus::report
