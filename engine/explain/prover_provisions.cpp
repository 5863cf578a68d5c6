#include "prover.hpp"

#include <algorithm>

namespace casus::explain {

using facts::tag;
using facts::truth;

prover::place prover::judged_at(check::provision_index p, evaluate::binding const& values, place const& where) {
  if (!program_.text_of(program_.provisions[p]).judged_at) return where;
  return world_.place_of(p, values, where.date).value_or(where);
}

prover::readings prover::day_of_judgment(check::provision_index p, evaluate::binding const& values,
                                         place const& where) {
  readings day;
  auto const& scope = program_.provisions[p].scope;
  auto slots = values;
  slots.resize(scope.variables.size());
  if (auto const& judged_on = program_.text_of(program_.provisions[p]).judged_at) {
    read_term(*judged_on, {scope, slots, where}, day);
  }
  return day;
}

// The instances of provisions that override this one.
void prover::overriding(check::provision_index p, standpoint const& judged, std::vector<part>& into) {
  auto const article = program_.provisions[p].article;
  auto const& versions = program_.articles[article].versions;
  auto const version = static_cast<std::size_t>(std::find(versions.begin(), versions.end(), p) - versions.begin());
  for (check::provision_index by = 0; by < program_.provisions.size(); ++by) {
    auto const& text = program_.text_of(program_.provisions[by]);
    for (auto const& clause : program_.provisions[by].overrides) {
      if (clause.target != article || only_permits(text)) continue;
      given shared;
      if (!clause.all) {
        for (auto const& pair : clause.shared[version]) shared.push_back({pair.own, judged.slots[pair.other]});
      }
      auto const& written = text.overrides[clause.clause];
      for (auto const& found : world_.instances_of(by, shared, judged.where)) {
        if (found.applies == truth::no) continue;
        is_partial_ = is_partial_ || written.from || written.until;
        auto shown = of(instance(by, found.binding, found.applies, judged.where));
        into.push_back({as(denied(std::move(shown)), support::role::overriding), facts::negate(found.applies)});
      }
      supports refuted;
      no_instance(by, shared, judged.where, refuted);
      into.push_back({as(routine(denied(std::move(refuted))), support::role::overriding), truth::yes});
    }
  }
}

std::vector<prover::part> prover::parts_of(check::provision_index p, standpoint const& judged, place const& where) {
  auto const& text = program_.text_of(program_.provisions[p]);
  std::vector<part> parts;
  for (std::uint32_t slot = 0; slot < judged.scope.parameters; ++slot) {
    if (judged.slots[slot].tag != tag::event) continue;
    auto const index = event(facts::index_of(judged.slots[slot]), where);
    parts.push_back({of(index), steps_[index].what.truth});
  }
  if (text.when) {
    // One part for each condition, so that each is told whatever becomes of the others.
    auto const conditions = std::get_if<model::junction>(&program_.rules[*text.when].node);
    bool const is_list = conditions != nullptr && conditions->op == model::connective::conjunction;
    for (auto const one : is_list ? conditions->operands : std::vector{*text.when}) {
      parts.push_back({show(one, judged), truth_of(one, judged)});
    }
  }
  for (auto const& exception : text.exceptions) {
    parts.push_back({as(denied(show(exception.condition, judged)), support::role::exception),
                     facts::negate(truth_of(exception.condition, judged))});
  }
  overriding(p, judged, parts);
  return parts;
}

supports prover::requirements_of(check::provision_index p, evaluate::binding const& values, place const& where) {
  auto const& scope = program_.provisions[p].scope;
  auto slots = values;
  slots.resize(scope.variables.size());
  standpoint const judged{scope, slots, judged_at(p, values, where)};
  supports shown;
  for (auto const& requirement : program_.text_of(program_.provisions[p]).requirements) {
    add(shown, as(show(requirement.condition, judged), support::role::requirement));
  }
  return shown;
}

step_index prover::instance(check::provision_index p, evaluate::binding const& values, truth applies,
                            place const& where) {
  auto const [index, is_new] = begin(step::kind::instance, p, values, where);
  if (!is_new) return index;
  steps_[index].what.truth = applies;
  auto const& scope = program_.provisions[p].scope;
  auto slots = values;
  slots.resize(scope.variables.size());
  auto day = day_of_judgment(p, values, where);
  steps_[index].what.cites = day.cites;
  std::vector<supports> ways;
  supports all;
  auto const judged = judged_at(p, values, where);
  if (!judged.is_unknown) steps_[index].what.judged_on = judged.date;
  for (auto& one : parts_of(p, {scope, slots, judged}, where)) {
    if (one.truth != applies && applies != truth::yes && !shows_all_of(applies)) continue;
    if (applies == truth::no) ways.push_back(one.shown);
    add(all, std::move(one.shown));
  }
  if (applies != truth::no || ways.empty()) ways = {std::move(all)};
  for (auto& way : ways) add(way, day.steps);
  steps_[index].ways = std::move(ways);
  return index;
}

void prover::instance_in_full(check::provision_index p, evaluate::binding const& values, source::date date) {
  place const where{date, {}, false};
  auto const [index, is_new] = begin(step::kind::instance, p, values, where, 2);
  steps_[index].what.truth = world_.instance_of(p, values, date).applies;
  auto const& scope = program_.provisions[p].scope;
  auto slots = values;
  slots.resize(scope.variables.size());
  auto day = day_of_judgment(p, values, where);
  steps_[index].what.cites = std::move(day.cites);
  supports all;
  auto const judged = judged_at(p, values, where);
  if (!judged.is_unknown) steps_[index].what.judged_on = judged.date;
  for (auto& one : parts_of(p, {scope, slots, judged}, where)) add(all, std::move(one.shown));
  add(all, requirements_of(p, values, where));
  add(all, routine(std::move(day.steps)));
  steps_[index].ways = {std::move(all)};
}

}  // namespace casus::explain
