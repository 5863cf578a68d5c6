// The form is that of docs/reference/rule-changes.schema.json; a test holds what is written here to it. Keys are only
// added within a version of the form.
#include "json_account.hpp"
#include "rule_changes.hpp"

#include <nlohmann/json.hpp>

namespace casus::report {
namespace {

using ordered = nlohmann::ordered_json;

ordered telling(std::optional<telling_scenario> const& of) {
  if (!of) return nullptr;
  auto const or_null = [](std::string const& text) { return text.empty() ? ordered(nullptr) : ordered(text); };
  return {{"text", of->text},
          {"before", of->before},
          {"now", of->now},
          {"proof_before", or_null(of->before_is_so.proof)},
          {"proof_now", or_null(of->now_is_so.proof)},
          {"absence_before", or_null(of->before_is_so.absence)},
          {"absence_now", or_null(of->now_is_so.absence)}};
}

ordered everywhere(changed_subject const& of) {
  if (!of.everywhere) return nullptr;
  return {{"entities", of.everywhere->first}, {"events", of.everywhere->second}};
}

}  // namespace

std::string json(rule_changes const& page, std::string_view version) {
  auto periods = ordered::array();
  for (auto const& one : page.periods) periods.push_back({{"id", one.id}, {"before", one.before}, {"now", one.now}});
  auto subjects = ordered::array();
  for (auto const& one : page.subjects)
    subjects.push_back(
        {{"id", one.id}, {"tried", one.tried}, {"everywhere", everywhere(one)}, {"scenario", telling(one.scenario)}});
  auto findings = ordered::array();
  for (auto const& one : page.findings)
    findings.push_back({{"scenario", one.scenario},
                        {"account", one.account},
                        {"subject", one.subject},
                        {"before", one.before},
                        {"now", one.now}});
  ordered unreadable = ordered::array();
  for (auto const& one : page.unreadable) unreadable.push_back({{"file", one.file}, {"why", one.why}});
  ordered const made{{"format", {{"name", "casus-rule-changes"}, {"version", 1}}},
                     {"casus", version},
                     {"added", page.added},
                     {"removed", page.removed},
                     {"periods", periods},
                     {"subjects", subjects},
                     {"same", page.same},
                     {"findings", findings},
                     {"scenarios", page.scenarios},
                     {"unreadable", unreadable},
                     {"interrupted", page.is_interrupted}};
  return made.dump(2, ' ', false, ordered::error_handler_t::replace) + '\n';
}

}  // namespace casus::report
