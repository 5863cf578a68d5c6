#include "prover.hpp"

#include "conjuncts.hpp"

#include <algorithm>

namespace casus::explain {

using facts::tag;
using facts::truth;

step_index prover::event(std::uint32_t event, place const& where) {
  auto const [index, is_new] = begin(step::kind::event, event, {}, where);
  if (!is_new) return index;
  steps_[index].what.truth = world_.visible(event, where);
  steps_[index].what.cites = {citation_of_event(event)};
  steps_[index].ways = {{}};
  return index;
}

supports prover::events_in(standpoint const& at, std::vector<std::uint32_t> const& slots) {
  supports shown;
  for (auto const slot : slots)
    if (at.slots[slot].tag == tag::event) add(shown, of(event(facts::index_of(at.slots[slot]), at.where)));
  return shown;
}

step_index prover::combination(expression owner, standpoint const& at, truth truth, supports on) {
  auto values = free_values(owner, at);
  for (auto const slot : program_.bound[owner]) values.push_back(at.slots[slot]);
  auto const extra = static_cast<std::uint32_t>(truth);
  auto const [index, is_new] = begin(step::kind::combination, owner.index, values, at.where, extra);
  auto& made = steps_[index];
  if (!is_new) return index;
  made.what.expression = owner;
  made.what.values = at.slots;
  made.what.truth = truth;
  made.ways = {std::move(on)};
  return index;
}

void prover::each(search const& over, standpoint const& at, supports& into,
                  evaluate::function_ref<void(supports&)> visit) {
  std::vector<std::vector<expression>> due(over.variables.size() + 1);
  if (over.body) {
    for (auto const conjunct : conjuncts_of(program_.rules, *over.body)) {
      std::size_t level = 0;
      for (auto const slot : slots_in(program_, conjunct)) {
        auto const found = std::find(over.variables.begin(), over.variables.end(), slot);
        if (found != over.variables.end()) {
          level = std::max(level, static_cast<std::size_t>(found - over.variables.begin()) + 1);
        }
      }
      due[level].push_back(conjunct);
    }
  }
  auto const run = [&](auto&& self, std::size_t level) -> void {
    if (is_partial_) return;
    for (auto const conjunct : due[level]) {
      if (truth_of(conjunct, at) != truth::no) continue;
      add(into, of(combination(over.owner, at, truth::no, show(conjunct, at))));
      return;
    }
    if (level == over.variables.size()) {
      visit(into);
      return;
    }
    auto const slot = over.variables[level];
    for (auto const& value : world_.range_of(type_of(program_, at.scope, slot), at.where)) {
      at.slots[slot] = value;
      self(self, level + 1);
    }
    at.slots[slot] = facts::unknown;
  };
  run(run, 0);
}

supports prover::quantifier(expression id, model::quantifier const& quantified, standpoint const& at) {
  auto const [index, is_new] = begin(step::kind::condition, id.index, free_values(id, at), at.where);
  if (!is_new) return of(index);
  steps_[index].what.expression = id;
  steps_[index].what.truth = truth_of(id, at);
  auto slots = at.slots;
  for (auto const slot : program_.bound[id]) slots[slot] = facts::unknown;
  steps_[index].what.values = slots;
  auto ways = ways_of(id, quantified, {at.scope, slots, at.where});
  steps_[index].ways = std::move(ways);
  return of(index);
}

// `some` and `no` hang on a combination that fits, `every` on one that does not; what shows that there is such a one
// is any of them, what shows that there is none is all of them.
std::vector<supports> prover::ways_of(expression id, model::quantifier const& of_what, standpoint const& at) {
  bool const is_every = of_what.kind == model::quantity::every;
  bool const is_some = of_what.kind == model::quantity::some;
  auto const whole = truth_of(id, at);
  auto const witnessed = is_some ? whole : facts::negate(whole);
  std::vector<supports> ways;
  supports all;
  each({id, program_.bound[id], of_what.body}, at, all, [&](supports& into) {
    auto on = events_in(at, program_.bound[id]);
    auto fits = truth::yes;
    for (auto const& one : on) fits = facts::both(fits, steps_[one.step].what.truth);
    if (of_what.body) {
      fits = facts::both(fits, truth_of(*of_what.body, at));
      add(on, show(*of_what.body, at));
    }
    if (is_every) {
      auto const satisfied = truth_of(*of_what.satisfies, at);
      if (satisfied == truth::yes) on.clear();  // whether it is one of them makes no difference
      fits = facts::both(fits, facts::negate(satisfied));
      add(on, denied(show(*of_what.satisfies, at)));
    }
    auto const found = of(combination(id, at, fits, std::move(on)));
    if (fits == witnessed && witnessed != truth::no && ways.size() < most_ways) ways.push_back(found);
    add(into, found);
  });
  if (!is_some) {
    all = denied(std::move(all));
    for (auto& way : ways) way = denied(std::move(way));
  }
  if (witnessed == truth::yes) return ways;
  if (witnessed == truth::no || shows_all_of(witnessed)) return {std::move(all)};
  supports open;  // what leaves it open
  for (auto const& way : ways) add(open, way);
  return {std::move(open)};
}

// Those that count for certain or possibly; that the others do not is routine.
void prover::counted(expression id, std::optional<expression> body, standpoint const& at, readings& into) {
  auto slots = at.slots;
  for (auto const slot : program_.bound[id]) slots[slot] = facts::unknown;
  standpoint const inside{at.scope, slots, at.where};
  supports refuted, found;
  each({id, program_.bound[id], body}, inside, refuted, [&](supports&) {
    auto on = events_in(inside, program_.bound[id]);
    auto fits = truth::yes;
    for (auto const& one : on) fits = facts::both(fits, steps_[one.step].what.truth);
    if (body) {
      fits = facts::both(fits, truth_of(*body, inside));
      add(on, show(*body, inside));
    }
    add(found, of(combination(id, inside, fits, std::move(on))));
  });
  add(into.steps, std::move(found));
  add(into.steps, routine(std::move(refuted)));
}

// Every candidate with its key, since any of them may be the one that comes first.
void prover::selected(expression id, model::selection const& selection, standpoint const& at, readings& into) {
  auto slots = at.slots;
  auto const slot = program_.bound[id].at(0);
  slots[slot] = facts::unknown;
  standpoint const inside{at.scope, slots, at.where};
  if (selection.after) {
    read_term(*selection.after, inside, into);
    auto const start = value_of(*selection.after, inside);
    if (fits(world_, start, type_of(program_, at.scope, slot))) {
      slots[slot] = start;
      read_term(selection.key, inside, into);
      slots[slot] = facts::unknown;
    }
  }
  auto const chosen = value_of(id, at);
  supports refuted, others, taken;
  each({id, {slot}, selection.body}, inside, refuted, [&](supports&) {
    auto on = events_in(inside, {slot});
    if (selection.body) add(on, show(*selection.body, inside));
    readings read;
    read_term(selection.key, inside, read);
    add(on, std::move(read.steps));
    auto const fits = selection.body ? truth_of(*selection.body, inside) : truth::yes;
    auto const index = combination(id, inside, fits, std::move(on));
    if (steps_[index].what.cites.empty()) steps_[index].what.cites = std::move(read.cites);
    add(slots[slot] == chosen ? taken : others, of(index));
  });
  add(into.steps, std::move(taken));
  add(into.steps, routine(std::move(others)));
  add(into.steps, routine(std::move(refuted)));
}

}  // namespace casus::explain
