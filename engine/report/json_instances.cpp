#include "json_instances.hpp"

#include "json_account.hpp"
#include "label.hpp"
#include "text.hpp"

#include "engine/facts/print.hpp"
#include "engine/suite/words.hpp"

#include <nlohmann/json.hpp>

namespace casus::report {
namespace {

using json = nlohmann::ordered_json;

json value_json(subject const& about, facts::value const& value) {
  return report::value_json(about.rules.program(), about.world.facts(), value);
}

json binding_json(subject const& about, check::scope const& scope, evaluate::binding const& binding) {
  return report::binding_json(about.rules.program(), about.world.facts(), scope, binding);
}

std::string_view word_of(model::modality mode) {
  switch (mode) {
    case model::modality::must: return "must";
    case model::modality::must_not: return "must not";
    case model::modality::may: return "may";
  }
  return {};
}

json norm_json(subject const& about, evaluate::norm const& norm) {
  auto const& program = about.rules.program();
  auto const& act = program.event_kinds[norm.act];
  json arguments = json::object();
  for (std::size_t i = 0; i < norm.arguments.size() && i + 1 < act.fields.size(); ++i) {
    arguments[act.fields[i + 1].name] = value_json(about, norm.arguments[i]);
  }
  json acts = json::array();
  for (auto const event : norm.acts) {
    acts.push_back(
        facts::print(facts::of_event(about.world.facts().events[event].kind, event), program, about.world.facts()));
  }
  auto const& model_norm =
      std::get<model::norm>(program.text_of(program.provisions[norm.provision]).consequences[norm.consequence].effect);
  return {{"mode", word_of(norm.mode)},
          {"act", act.name},
          {"actor", value_json(about, norm.actor)},
          {"together", model_norm.together},
          {"arguments", arguments},
          {"from", value_json(about, norm.from)},
          {"by", value_json(about, norm.by)},
          {"until", value_json(about, norm.until)},
          {"state", evaluate::words(norm.state)},
          {"follows", truth_word(norm.certain)},
          {"acts", acts}};
}

json labels_json(subject const& about, std::vector<model::clause> const& clauses,
                 std::vector<std::uint32_t> const& chosen) {
  json labels = json::array();
  for (auto const index : chosen) {
    labels.push_back(suite::clause_words(about.rules.program().rules, about.files, clauses[index].condition));
  }
  return labels;
}

json displacement_json(subject const& about, model::provision const& text, evaluate::displacement const& by) {
  auto const& program = about.rules.program();
  if (by.exception) {
    auto const condition = text.exceptions[*by.exception].condition;
    return {{"exception", suite::clause_words(program.rules, about.files, condition)}};
  }
  if (!by.overridden_by) return json::object();
  auto const& other = program.provisions[*by.overridden_by];
  return {{"overridden_by", other.id}, {"binding", binding_json(about, other.scope, by.by)}};
}

json instance_json(subject const& about, check::provision const& version, evaluate::instance const& one) {
  auto const& text = about.rules.program().text_of(version);
  json displaced = json::array();
  for (auto const& by : one.displaced) displaced.push_back(displacement_json(about, text, by));
  json norms = json::array();
  for (auto const index : one.norms) norms.push_back(norm_json(about, about.found.norms[index]));
  return {{"binding", binding_json(about, version.scope, one.binding)},
          {"status", evaluate::words(one.status)},
          {"judged_on", one.judged_on ? json(source::to_iso(*one.judged_on)) : json(nullptr)},
          {"failing", labels_json(about, text.requirements, one.failing)},
          {"open", labels_json(about, text.requirements, one.open)},
          {"displaced", displaced},
          {"norms", norms}};
}

json sentences_json(article_entry const& shown) {
  json sentences = json::array();
  for (auto const& said : shown.passages) {
    json remarks = json::array();
    for (auto const& one : said.remarks) remarks.push_back(words(one));
    sentences.push_back({{"status", evaluate::words(said.status)},
                         {"text", said.sentence},
                         {"state", said.state},
                         {"remarks", remarks}});
  }
  return sentences;
}

}  // namespace

json provision_json(subject const& about, article_entry const& shown) {
  auto const& program = about.rules.program();
  auto const& version = program.provisions[shown.provision];
  auto const& found = about.found.provisions[shown.provision];
  auto const& period = program.text_of(version).in_force;
  json instances = json::array();
  for (auto const& one : found.instances) instances.push_back(instance_json(about, version, one));
  auto const day = [](std::optional<source::date> const& one) {
    return one ? json(source::to_iso(*one)) : json(nullptr);
  };
  return {{"id", version.id},
          {"title", version.title},
          {"instrument", version.instrument ? json(program.instruments[*version.instrument].title) : json(nullptr)},
          {"text_from", period ? day(period->from) : json(nullptr)},
          {"text_until", period ? day(period->until) : json(nullptr)},
          {"in_force", found.in_force},
          {"status", evaluate::words(found.status)},
          {"sentences", sentences_json(shown)},
          {"instances", instances}};
}

json questions_json(subject const& about) {
  auto const& program = about.rules.program();
  json all = json::array();
  for (auto const& found : about.found.questions) {
    auto const& asked = program.questions[found.question];
    json instances = json::array();
    for (auto const& one : found.instances) {
      json answers = json::array();
      for (auto const by : one.answered_by) answers.push_back(program.provisions[by].id);
      instances.push_back({{"binding", binding_json(about, asked.scope, one.binding)},
                           {"status", evaluate::words(one.status)},
                           {"answered_by", answers}});
    }
    all.push_back(
        {{"id", asked.id}, {"text", asked.text}, {"status", evaluate::words(found.status)}, {"instances", instances}});
  }
  return all;
}

json conflicts_json(subject const& about) {
  auto const& program = about.rules.program();
  auto const side = [&](std::uint32_t index) -> json {
    auto const& norm = about.found.norms[index];
    return {{"provision", program.provisions[norm.provision].id}, {"norm", norm_json(about, norm)}};
  };
  json all = json::array();
  for (auto const& one : about.found.conflicts)
    all.push_back({{"must", side(one.must)}, {"must_not", side(one.must_not)}});
  return all;
}

}  // namespace casus::report
