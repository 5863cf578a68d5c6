#include "reader.hpp"

#include <algorithm>

namespace casus::explain {

using facts::tag;
using facts::truth;

reader::place reader::judged_at(check::provision_index p, evaluate::binding const& values, place const& where) {
  if (!program_.text_of(program_.provisions[p]).judged_at) return where;
  return world_.place_of(p, values, where.date).value_or(where);
}

void reader::instance(check::provision_index p, evaluate::binding const& values, place const& where, extent how) {
  moment const when{where.date.days, where.is_unknown, where.visible};
  if (!instances_.emplace(p, values, when, how).second) return;
  auto const& scope = program_.provisions[p].scope;
  auto const& text = program_.text_of(program_.provisions[p]);
  auto slots = values;
  slots.resize(scope.variables.size());
  standpoint const judged{scope, slots, judged_at(p, values, where)};
  for (std::uint32_t slot = 0; slot < scope.parameters; ++slot) {
    if (slots[slot].tag == tag::event) event(facts::index_of(slots[slot]), where);
  }
  read_if(text.judged_at, {scope, slots, where});
  read_if(text.when, judged);
  for (auto const& exception : text.exceptions) read(exception.condition, judged);
  displacing(p, judged, false);
  if (how == extent::applying) return;
  for (auto const& requirement : text.requirements) read(requirement.condition, judged);
}

std::vector<evaluate::world::given> reader::shared_with(std::vector<check::shared_pair> const& pairs,
                                                        evaluate::binding const& values) const {
  std::vector<evaluate::world::given> shared;
  for (auto const& pair : pairs) shared.push_back({pair.own, values[pair.other]});
  return shared;
}

// The instances of provisions that override this one: those that displace it, or those that lift what it forbids.
void reader::displacing(check::provision_index p, standpoint const& at, bool by_permission) {
  auto const article = program_.provisions[p].article;
  auto const& versions = program_.articles[article].versions;
  auto const version = static_cast<std::size_t>(std::find(versions.begin(), versions.end(), p) - versions.begin());
  for (check::provision_index by = 0; by < program_.provisions.size(); ++by) {
    auto const& text = program_.text_of(program_.provisions[by]);
    for (auto const& clause : program_.provisions[by].overrides) {
      if (clause.target != article || only_permits(text) != by_permission) continue;
      auto const shared =
          clause.all ? std::vector<evaluate::world::given>{} : shared_with(clause.shared[version], at.slots);
      for (auto const& found : world_.instances_of(by, shared, at.where)) {
        if (found.applies == truth::no) continue;
        instance(by, found.binding, at.where, by_permission ? extent::outcome : extent::applying);
        auto slots = found.binding;
        slots.resize(program_.provisions[by].scope.variables.size());
        standpoint const other{program_.provisions[by].scope, slots, at.where};
        read_if(text.overrides[clause.clause].from, other);
        if (auto const& until = text.overrides[clause.clause].until) read(until->date, other);
      }
    }
  }
}

// --- `is violated`, `is breached` ---------------------------------------------------------------------------------

void reader::status(expression id, model::provision_status const& of, standpoint const& at) {
  arguments values;
  for (auto const& binding : of.bindings) {
    read(binding.value, at);
    values.push_back(world_.value_of(binding.value, at.slots, at.where));
  }
  auto const& versions = program_.articles[program_.resolved[id].index].versions;
  for (std::size_t v = 0; v < versions.size(); ++v) {
    std::vector<evaluate::world::given> shared;
    for (std::size_t b = 0; b < values.size(); ++b) shared.push_back({program_.status_slots[id][v][b], values[b]});
    if (of.what == model::verdict::breached) {
      breach(versions[v], shared, at.where);
      continue;
    }
    for (auto const& found : world_.instances_of(versions[v], shared, at.where)) {
      if (facts::both(found.applies, facts::negate(found.outcome)) != truth::open) continue;
      instance(versions[v], found.binding, at.where, extent::outcome);
    }
  }
}

void reader::breach(check::provision_index version, std::vector<evaluate::world::given> const& shared,
                    place const& where) {
  if (where.is_unknown) return;
  auto const look = [&](place const& there) {
    auto const& account = world_.account_of(version, there);
    for (auto const& of : account.norms) {
      auto const& held = account.found.instances[of.instance].binding;
      bool const is_meant = std::all_of(shared.begin(), shared.end(), [&](evaluate::world::given const& one) {
        return may_equal(held[one.slot], one.value);
      });
      if (!is_meant || of.state != evaluate::norm_state::open) continue;
      instance(of.provision, held, there, extent::outcome);
      state({account.found.instances, account.norms}, of, there);
    }
  };
  look(where);
  auto const& text = program_.text_of(program_.provisions[version]);
  if (text.judged_at) return;
  // Judged afresh: also as it stood on the days of earlier acts.
  for (std::size_t c = 0; c < text.consequences.size(); ++c) {
    if (!std::holds_alternative<model::norm>(text.consequences[c].effect)) continue;
    for (auto const& act : facts_.events) {
      if (act.kind != program_.provisions[version].consequence_targets[c]) continue;
      if (act.date.tag != tag::date || act.effective.tag != tag::date) continue;
      auto const counts_from = facts::date_of(std::max(act.date, act.effective));
      if (counts_from < where.date) look({counts_from, {}, false});
    }
  }
}

void reader::state(norms_of const& all, evaluate::norm const& of, place const& where) {
  terms(all, of, where);
  auto const& text = program_.text_of(program_.provisions[of.provision]).consequences[of.consequence].effect;
  if (!std::get<model::norm>(text).together) return;
  for (auto const& other : all.norms) {
    if (!may_be_joint(of, other)) continue;
    instance(other.provision, all.instances[other.instance].binding, where, extent::applying);
    terms(all, other, where);
  }
}

bool reader::may_be_joint(evaluate::norm const& one, evaluate::norm const& other) const {
  if (&one == &other || one.provision != other.provision || one.consequence != other.consequence) return false;
  auto const may_be_same = [&](facts::value a, facts::value b) { return a == b || may_equal(a, b); };
  bool may = may_be_same(one.from, other.from) && may_be_same(one.by, other.by) && may_be_same(one.until, other.until);
  for (std::size_t i = 0; i < one.arguments.size(); ++i) may = may && may_equal(one.arguments[i], other.arguments[i]);
  return may;
}

void reader::terms(norms_of const& all, evaluate::norm const& of, place const& where) {
  auto const& version = program_.provisions[of.provision];
  auto const& text = std::get<model::norm>(program_.text_of(version).consequences[of.consequence].effect);
  auto const& values = all.instances[of.instance].binding;
  auto slots = values;
  slots.resize(version.scope.variables.size());
  standpoint const judged{version.scope, slots, judged_at(of.provision, values, where)};
  read(text.actor, judged);
  for (auto const argument : text.arguments) read(argument, judged);
  read_if(text.from, judged);
  read_if(text.by, judged);
  read_if(text.within, judged);
  if (text.until) read(text.until->date, {version.scope, slots, where});
  acts(of, where);
  if (of.mode == model::modality::must_not) displacing(of.provision, {version.scope, slots, where}, true);
}

// What is unknown of the acts that may be the one meant.
void reader::acts(evaluate::norm const& of, place const& where) {
  auto const wanted = [&](std::size_t field) { return field == 0 ? of.actor : of.arguments[field - 1]; };
  for (std::uint32_t e = 0; e < facts_.events.size(); ++e) {
    auto const& act = facts_.events[e];
    if (act.kind != of.act || world_.visible(e, where) == truth::no) continue;
    bool matches = true;
    for (std::size_t i = 0; i <= of.arguments.size(); ++i) matches = matches && may_equal(act.fields[i], wanted(i));
    if (!matches) continue;
    event(e, where);
    for (std::size_t i = 0; i <= of.arguments.size(); ++i) leaves_.event_field(e, static_cast<std::uint32_t>(i));
    leaves_.event_date(e);
  }
}

}  // namespace casus::explain
