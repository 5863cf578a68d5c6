#include "prover.hpp"

#include "conjuncts.hpp"

#include <algorithm>

namespace casus::explain {

using facts::tag;
using facts::truth;

namespace {

// In which order the variables of a provision are bound, and the conditions that can then be read. What the day of
// judgment hangs on comes first, since nothing can be read before that is known.
struct binding_order {
  std::vector<std::uint32_t> slots;
  std::vector<std::vector<model::expression_id>> due;  // by the number of variables bound
  std::size_t judged_from = 0;                         // with so many bound, the day of judgment is known

  binding_order(check::program const& program, check::provision_index provision,
                std::vector<evaluate::world::given> const& shared) {
    auto const& scope = program.provisions[provision].scope;
    auto const& text = program.text_of(program.provisions[provision]);
    auto const is_early = [&](std::uint32_t slot) {
      if (!text.judged_at) return false;
      auto const named = slots_in(program, *text.judged_at);
      return program.variables[scope.variables[slot]].type.base == check::base_type::event ||
             std::find(named.begin(), named.end(), slot) != named.end();
    };
    for (auto const& one : shared)
      if (std::find(slots.begin(), slots.end(), one.slot) == slots.end()) slots.push_back(one.slot);
    auto const given = slots.size();
    for (bool const early : {true, false}) {
      for (std::uint32_t slot = 0; slot < scope.parameters; ++slot) {
        bool const is_given = std::find(slots.begin(), slots.begin() + static_cast<std::ptrdiff_t>(given), slot) !=
                              slots.begin() + static_cast<std::ptrdiff_t>(given);
        if (!is_given && is_early(slot) == early) slots.push_back(slot);
      }
      if (early) judged_from = slots.size();
    }
    judged_from = std::max(judged_from, given);
    due.resize(slots.size() + 1);
    if (!text.when) return;
    for (auto const conjunct : conjuncts_of(program.rules, *text.when)) {
      auto level = judged_from;
      for (auto const slot : slots_in(program, conjunct)) {
        auto const at = static_cast<std::size_t>(std::find(slots.begin(), slots.end(), slot) - slots.begin());
        if (at < slots.size()) level = std::max(level, at + 1);
      }
      due[level].push_back(conjunct);
    }
  }
};

}  // namespace

bool prover::possibly_applies(check::provision_index p, evaluate::binding const& values, place const& where) {
  given all;
  for (std::uint32_t slot = 0; slot < program_.provisions[p].scope.parameters; ++slot) {
    all.push_back({slot, values[slot]});
  }
  auto const found = world_.instances_of(p, all, where);
  return std::any_of(found.begin(), found.end(), [](auto const& one) { return one.applies != truth::no; });
}

void prover::no_instance(check::provision_index p, given const& shared, place const& where, supports& into) {
  auto const& scope = program_.provisions[p].scope;
  binding_order const order(program_, p, shared);
  evaluate::binding slots(scope.variables.size());
  auto const parameters = [&] { return evaluate::binding(slots.begin(), slots.begin() + scope.parameters); };
  auto const refuted = [&](supports on) {
    auto const [index, is_new] = begin(step::kind::instance, p, parameters(), where, 1);
    if (is_new) {
      auto const judged = judged_at(p, parameters(), where);
      if (!judged.is_unknown) steps_[index].what.judged_on = judged.date;
      auto day = day_of_judgment(p, parameters(), where);
      steps_[index].what.cites = std::move(day.cites);
      add(on, routine(std::move(day.steps)));
      steps_[index].ways = {std::move(on)};
    }
    add(into, of(index));
  };
  auto const run = [&](auto&& self, std::size_t level) -> void {
    if (is_partial_) return;
    // The law alone says no, whatever the facts.
    bool const is_judged = level == order.judged_from && of_open_ == open_parts::all;
    if (is_judged && world_.in_force(p, judged_at(p, parameters(), where)) == truth::no) return;
    if (!order.due[level].empty()) {
      standpoint const judged{scope, slots, judged_at(p, parameters(), where)};
      for (auto const conjunct : order.due[level]) {
        if (truth_of(conjunct, judged) == truth::no) return refuted(show(conjunct, judged));
      }
    }
    if (level == order.slots.size()) {
      if (possibly_applies(p, parameters(), where)) return;
      return add(into, of(instance(p, parameters(), truth::no, where)));
    }
    auto const slot = order.slots[level];
    auto const fixed = std::find_if(shared.begin(), shared.end(), [&](auto const& one) { return one.slot == slot; });
    auto const range = fixed != shared.end() ? std::vector<facts::value>{fixed->value}
                                             : world_.range_of(type_of(program_, scope, slot), where);
    for (auto const& value : range) {
      if (!fits(world_, value, type_of(program_, scope, slot))) continue;
      slots[slot] = value;
      self(self, level + 1);
    }
    slots[slot] = facts::unknown;
  };
  run(run, 0);
}

void prover::none_applies(std::vector<asked_version> const& asked, source::date date) {
  place const where{date, {}, false};
  auto const index = begin(step::kind::instance, asked.front().provision, {}, where, 3).index;
  auto strongest = truth::no;
  supports all;
  for (auto const& [provision, values] : asked) {
    for (auto const& found : world_.instances_of(provision, values, where)) {
      if (found.applies == truth::no) continue;
      strongest = facts::either(strongest, found.applies);
      add(all, of(instance(provision, found.binding, found.applies, where)));
    }
    no_instance(provision, values, where, all);
  }
  steps_[index].what.truth = strongest;
  steps_[index].ways = {std::move(all)};
}

supports prover::status(expression id, model::provision_status const& asked, standpoint const& at) {
  auto const [index, is_new] = begin(step::kind::condition, id.index, free_values(id, at), at.where);
  if (!is_new) return of(index);
  auto const whole = truth_of(id, at);
  steps_[index].what.expression = id;
  steps_[index].what.values = at.slots;
  steps_[index].what.truth = whole;
  readings read;
  arguments values;
  for (auto const& binding : asked.bindings) {
    read_term(binding.value, at, read);
    values.push_back(value_of(binding.value, at));
  }
  steps_[index].what.cites = std::move(read.cites);
  is_partial_ = is_partial_ || asked.what == model::verdict::breached;  // what the acts are is not gone into
  std::vector<supports> ways;
  auto all = std::move(read.steps);
  auto const& versions = program_.articles[program_.resolved[id].index].versions;
  for (std::size_t v = 0; v < versions.size(); ++v) {
    given shared;
    for (std::size_t b = 0; b < values.size(); ++b) shared.push_back({program_.status_slots[id][v][b], values[b]});
    for (auto const& found : world_.instances_of(versions[v], shared, at.where)) {
      if (found.applies == truth::no) continue;
      auto shown = of(instance(versions[v], found.binding, found.applies, at.where));
      add(shown, denied(requirements_of(versions[v], found.binding, at.where)));
      if (facts::both(found.applies, facts::negate(found.outcome)) == truth::yes) ways.push_back(shown);
      add(all, std::move(shown));
    }
    supports refuted;
    if (whole == truth::no || shows_all_of(whole)) no_instance(versions[v], shared, at.where, refuted);
    add(all, routine(std::move(refuted)));
  }
  if (whole != truth::yes || ways.empty()) ways = {std::move(all)};
  steps_[index].ways = std::move(ways);
  return of(index);
}

}  // namespace casus::explain
