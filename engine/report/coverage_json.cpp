// The form is that of docs/reference/coverage.schema.json; a test holds what is written here to it. Keys are only added
// within a version of the form.
#include "coverage.hpp"
#include "json_account.hpp"

#include <nlohmann/json.hpp>

namespace casus::report {

using ordered = nlohmann::ordered_json;

namespace {

ordered search_json(suite::coverage_sum const& sum, suite::search_result const& of, source::files const& files) {
  ordered made{{"tried", of.tried}, {"scenario", nullptr}, {"changes", ordered::array()}};
  for (auto const* key : {"text", "file"}) made[key] = nullptr;
  if (of.also) made["file"] = sum.searched(of.also->condition, of.also->what)->scenario->file;
  if (!of.scenario) return made;
  made["scenario"] = of.scenario->from;
  for (auto const& one : of.scenario->changes)
    made["changes"].push_back({{"edit", one.words}, {"where", place_json(files, one.where)}});
  made["text"] = of.scenario->text;
  made["file"] = of.scenario->file;
  return made;
}

// Modified condition/decision coverage, a condition a line.
std::string mcdc_json(suite::coverage_sum const& of, source::files const& files) {
  std::string text = "{\"conditions\": [";
  bool is_first = true;
  for (auto const& one : of.conditions()) {
    ordered made{{"of", one.owner},
                 {"text", one.text},
                 {"where", place_json(files, one.where)},
                 {"while_true", of.reached_by(one.where, suite::goal::decides_true)},
                 {"while_false", of.reached_by(one.where, suite::goal::decides_false)},
                 {"pair", nullptr}};
    if (auto const pair = of.shown_by(one.where)) made["pair"] = {pair->first, pair->second};
    for (auto const what : one.goals) {
      auto const* const searched = of.searched(one.where, what);
      auto const* const key = what == suite::goal::decides_true ? "search_true" : "search_false";
      if (searched != nullptr) made[key] = search_json(of, *searched, files);
    }
    text += (is_first ? "\n" : ",\n") + dump(made);
    is_first = false;
  }
  auto const sum = count_conditions(of);
  return text + "\n],\n\"interrupted\": " + ordered(of.is_interrupted()).dump() +
         ",\n\"totals\": " + dump(ordered{{"conditions", sum.all}, {"shown", sum.reached}}) + "}";
}

}  // namespace

std::string coverage_json(suite::coverage_sum const& of, source::files const& files, std::string_view version) {
  auto text = "{\n\"format\": " + ordered{{"name", "casus-coverage"}, {"version", 1}}.dump() +
              ",\n\"casus\": " + ordered(version).dump() + ",\n\"scenarios\": " + dump(ordered(of.scenarios())) +
              ",\n\"partial\": " + dump(ordered(of.partial())) + ",\n\"points\": [";
  bool is_first = true;
  for (auto const& one : of.points()) {
    ordered made{{"kind", words(one.kind)},
                 {"of", one.owner},
                 {"text", one.text.empty() ? ordered(nullptr) : ordered(one.text)},
                 {"where", place_json(files, one.where)}};
    made["goals"] = ordered::array();
    for (auto const what : one.goals)
      made["goals"].push_back({{"goal", words(what)}, {"reached_by", of.reached_by(one.where, what)}});
    text += (is_first ? "\n" : ",\n") + dump(made);
    is_first = false;
  }
  auto const sum = count_goals(of);
  text += "\n],\n\"totals\": " + dump(ordered{{"goals", sum.all}, {"reached", sum.reached}});
  if (of.has_mcdc()) text += ",\n\"mcdc\": " + mcdc_json(of, files);
  return text + "\n}\n";
}

}  // namespace casus::report
