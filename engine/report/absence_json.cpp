#include "absence_page.hpp"
#include "json_account.hpp"
#include "remarks.hpp"

#include <nlohmann/json.hpp>

namespace casus::report {
namespace {

using ordered = nlohmann::ordered_json;

ordered failed_json(told_account const& one, names const& named, explain::absence const& in,
                    explain::failed_condition const& failed) {
  auto const words = words_of(one.about, named, in, failed);
  ordered because = ordered::array();
  for (auto const& where : failed.because) because.push_back(place_json(one.about.files, where));
  return {{"words", words.words},
          {"needed", words.wanted},
          {"rule", place_json(one.about.files, one.about.rules.program().rules[failed.condition].where)},
          {"because", because}};
}

}  // namespace

std::string json(told_account const& one, absence_findings const& found) {
  auto const& program = one.about.rules.program();
  auto const& version = program.provisions[found.provision];
  auto const& known = one.about.world.facts();
  names const named(program, known);
  ordered listed = ordered::array(), near = ordered::array();
  for (auto const& instance : found.listed) {
    listed.push_back({{"binding", binding_json(program, known, version.scope, instance.binding)},
                      {"status", evaluate::words(instance.status)}});
  }
  for (auto const& miss : found.near) {
    ordered failed = ordered::array();
    for (auto const& each : miss.failed) failed.push_back(failed_json(one, named, miss, each));
    ordered open = ordered::array();
    for (auto const& each : miss.open) open.push_back(failed_json(one, named, miss, each));
    ordered lacking = ordered::array();
    for (auto const& each : missing_things(one, named, miss)) lacking.push_back(each.words);
    near.push_back({{"binding", binding_json(program, known, version.scope, miss.nearest)},
                    {"missing", lacking},
                    {"failed", failed},
                    {"open", open}});
  }
  return dump({{"provision", version.id},
               {"in_force", one.about.found.provisions[found.provision].in_force},
               {"listed", listed},
               {"near", near}});
}

}  // namespace casus::report
