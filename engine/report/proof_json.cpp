#include "exploration.hpp"
#include "json_account.hpp"

#include <nlohmann/json.hpp>

namespace casus::report {
namespace {

using ordered = nlohmann::ordered_json;
using explain::step;
using explain::support;

std::string_view word_of(step::kind kind) {
  switch (kind) {
    case step::kind::instance: return "instance";
    case step::kind::establishment: return "establishment";
    case step::kind::condition: return "condition";
    case step::kind::combination: return "combination";
    case step::kind::tuple: return "relation";
    case step::kind::event: return "event";
  }
  return {};
}

std::string_view word_of(support::role role) {
  switch (role) {
    case support::role::condition: return "condition";
    case support::role::exception: return "exception";
    case support::role::overriding: return "overriding";
    case support::role::requirement: return "requirement";
  }
  return {};
}

ordered supports_json(step const& of) {
  ordered all = ordered::array();
  for (auto const& one : of.rests_on) {
    all.push_back(
        {{"step", one.step}, {"role", word_of(one.as)}, {"denied", one.is_denied}, {"routine", one.is_routine}});
  }
  return all;
}

ordered step_json(told_account const& one, names const& named, step const& of, std::size_t number) {
  ordered cited = ordered::array();
  for (auto const& fact : of.cites) {
    cited.push_back({{"where", place_json(one.about.files, fact.where)}, {"mark", mark_of(one, fact)}});
  }
  auto const rule = rule_of(one.about.rules.program(), of);
  return {{"step", number},
          {"kind", word_of(of.of)},
          {"truth", truth_word(of.truth)},
          {"words", step_words(one, named, of, of.where.date)},
          {"date", of.where.is_unknown ? ordered(nullptr) : ordered(source::to_iso(of.where.date))},
          {"rule", rule ? place_json(one.about.files, *rule) : ordered(nullptr)},
          {"facts", cited},
          {"ways", of.ways},
          {"rests_on", supports_json(of)}};
}

}  // namespace

std::string json(told_account const& one, check::provision_index provision, evaluate::instance const& instance,
                 explain::proof const& proof) {
  auto const& program = one.about.rules.program();
  names const named(program, one.about.world.facts());
  ordered steps = ordered::array();
  for (std::size_t i = 0; i < proof.steps.size(); ++i) steps.push_back(step_json(one, named, proof.steps[i], i));
  ordered acts = ordered::array();
  for (auto const& [state, act] : decided_norms(one, instance)) {
    acts.push_back({{"state", evaluate::words(state)},
                    {"words", named.sentence_of(act)},
                    {"where", place_json(one.about.files, one.about.world.facts().events[act].where)}});
  }
  auto const& version = program.provisions[provision];
  return dump({{"provision", version.id},
               {"binding", binding_json(program, one.about.world.facts(), version.scope, instance.binding)},
               {"status", evaluate::words(instance.status)},
               {"judged_on", instance.judged_on ? ordered(source::to_iso(*instance.judged_on)) : ordered(nullptr)},
               {"acts", acts},
               {"proofs", proof.number},
               {"at_least", proof.is_number_lower_bound},
               {"is_partial", proof.is_partial},
               {"steps", steps}});
}

}  // namespace casus::report
