// The form is that of docs/reference/mutation.schema.json; a test holds what is written here to it. Keys are only added
// within a version of the form.
#include "json_account.hpp"
#include "mutation.hpp"

#include <nlohmann/json.hpp>

namespace casus::report {
namespace {

using ordered = nlohmann::ordered_json;

ordered killer(told_mutant const& one, source::files const& files) {
  auto const& found = one.outcome.killer;
  ordered made{
      {"tried", found.tried}, {"everywhere", nullptr}, {"scenario", nullptr}, {"where", nullptr}, {"edit", nullptr}};
  made["changes"] = ordered::array();
  for (auto const* key : {"expectation", "text", "file"}) made[key] = nullptr;
  if (found.everywhere)
    made["everywhere"] = {{"entities", found.everywhere->entities}, {"events", found.everywhere->events}};
  if (!found.scenario) return made;
  if (found.scenario->by) made["scenario"] = *found.scenario->by;
  if (found.scenario->where) {
    made["where"] = place_json(files, *found.scenario->where);
    made["edit"] = found.scenario->edit;
  }
  made["changes"] = found.scenario->changes;
  if (!one.expectation.empty()) made["expectation"] = one.expectation;
  if (!one.scenario.empty()) made["text"] = one.scenario;
  if (!one.scenario.empty()) made["file"] = one.file;
  return made;
}

ordered mutant(told_mutant const& one, source::files const& files) {
  auto const& outcome = one.outcome;
  ordered made{{"of", one.owner},
               {"what", suite::words(one.mutant.what)},
               {"where", place_json(files, one.mutant.where)},
               {"fate", suite::words(outcome.fate)}};
  if (outcome.fate == suite::fate::killed) {
    made["by"] = outcome.by ? ordered(*outcome.by) : ordered(nullptr);
    made["expectation"] = outcome.where ? place_json(files, *outcome.where) : ordered(nullptr);
  }
  if (!outcome.why.empty()) made["why"] = outcome.why;
  if (outcome.fate == suite::fate::survived) {
    made["rule"] = one.rule;
    made["search"] = killer(one, files);
  }
  return made;
}

}  // namespace

std::string json(mutation_page const& page, source::files const& files, std::string_view version) {
  auto text = "{\n\"format\": " + ordered{{"name", "casus-mutation"}, {"version", 1}}.dump() +
              ",\n\"casus\": " + ordered(version).dump() + ",\n\"scenarios\": " + dump(ordered(page.scenarios)) +
              ",\n\"tries\": " + std::to_string(page.tries) +
              ",\n\"interrupted\": " + (page.is_interrupted ? "true" : "false") + ",\n\"mutants\": [";
  for (std::size_t i = 0; i < page.mutants.size(); ++i)
    text += (i == 0 ? "\n" : ",\n") + dump(mutant(page.mutants[i], files));
  auto const sum = totals_of(page);
  ordered const totals{{"mutants", page.mutants.size()},
                       {"of_all", page.of_all},
                       {"killed", sum[suite::fate::killed]},
                       {"survived", sum[suite::fate::survived]},
                       {"equivalent", sum[suite::fate::equivalent]},
                       {"rejected", sum[suite::fate::rejected]},
                       {"not_run", sum[suite::fate::not_run]},
                       {"score", score_words(sum)}};
  return text + "\n],\n\"totals\": " + dump(totals) + "\n}\n";
}

}  // namespace casus::report
