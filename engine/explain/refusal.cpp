#include "refusal.hpp"

#include "conjuncts.hpp"

#include <algorithm>

namespace casus::explain {
namespace {

constexpr int most_levels = 3;  // of defines whose conditions are named instead of them

}  // namespace

void refusal::look_at(model::expression_id conjunct, standpoint const& at) {
  if (!is_about_nothing(conjunct, at)) tell(conjunct, at, 0);
}

void refusal::look(model::expression_id condition, standpoint const& at, int level) {
  for (auto const conjunct : conjuncts_of(program_.rules, condition)) {
    if (level == 0 && is_about_nothing(conjunct, at)) continue;
    if (world_.truth_of(conjunct, at.slots, at.where) == wanted_) tell(conjunct, at, level);
  }
}

void refusal::tell(model::expression_id conjunct, standpoint const& at, int level) {
  if (level == most_levels || !look_within(conjunct, at, level)) visit_(conjunct, at);
}

// Of something that is not there, nothing more can be said.
bool refusal::is_about_nothing(model::expression_id conjunct, standpoint const& at) const {
  auto const slots = slots_in(program_, conjunct);
  return std::any_of(slots.begin(), slots.end(),
                     [&](std::uint32_t slot) { return slot < at.scope.parameters && !at.slots[slot].is_known(); });
}

bool refusal::look_within(model::expression_id conjunct, standpoint const& at, int level) {
  auto const* applied = std::get_if<model::application>(&program_.rules[conjunct].node);
  if (applied == nullptr) return false;
  auto const& relation = program_.relations[program_.resolved[conjunct].index];
  if (relation.definitions.size() != 1) return false;
  auto const& definition = relation.definitions.front();
  evaluate::binding slots;
  for (std::size_t i = 0; i < applied->arguments.size(); ++i) {
    slots.push_back(world_.value_of(applied->arguments[i], at.slots, at.where));
    if (!fits(world_, slots.back(), relation.parameters[i])) return false;
  }
  slots.resize(definition.scope.variables.size());
  look(definition.body, {definition.scope, slots, at.where}, level + 1);
  return true;
}

}  // namespace casus::explain
