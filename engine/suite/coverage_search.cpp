#include "coverage_search.hpp"

#include "conditions.hpp"

#include <algorithm>

namespace casus::suite {

using facts::truth;
using model::expression_id;

condition_search::condition_search(evaluate::compiled const& rules, evaluate::world const& like, sightings& seen)
    : program_(rules.program()), seen_(seen), world_(rules, like) {
  if (seen.deciding) deciding_.emplace(program_, world_, *seen.deciding);
}

std::optional<condition_search::place> condition_search::place_of(check::provision_index provision,
                                                                  evaluate::binding const& values, source::date date) {
  return world_.place_of(provision, values, date, seen_.budget);
}

truth condition_search::truth_of(expression_id id, standpoint const& at) {
  return world_.truth_of(id, at, seen_.budget);
}

truth condition_search::decision(expression_id id, standpoint const& at) {
  auto const found = condition(id, at);
  if (deciding_) deciding_->evaluated(id, at);
  return found;
}

truth condition_search::note(expression_id id, standpoint const& at) {
  ++seen_.budget.looks;
  auto const found = truth_of(id, at);
  if (is_connective(program_.rules[id].node)) return found;
  if (found == truth::yes) seen_.seen_true[id.index] = true;
  if (found == truth::no) seen_.seen_false[id.index] = true;
  return found;
}

truth condition_search::condition(expression_id id, standpoint const& at) {
  auto const found = note(id, at);
  if (seen_.budget.is_spent()) return found;
  auto const& node = program_.rules[id].node;
  if (auto const* dated = std::get_if<model::at_date>(&node)) {
    on_date(dated->condition, dated->date, 0, at);
  } else if (auto const* earlier = std::get_if<model::before_date>(&node)) {
    on_date(earlier->condition, earlier->date, 1, at);
  } else if (auto const* of = std::get_if<model::quantifier>(&node)) {
    quantified(id, of->body, of->satisfies, at);
  } else if (is_connective(node)) {
    for (auto const child : model::children(program_.rules[id])) condition(child, at);
  } else {
    term(id, at);
  }
  return found;
}

// Also a condition whose parts are terms.
void condition_search::term(expression_id id, standpoint const& at) {
  auto const& node = program_.rules[id].node;
  if (auto const* counted = std::get_if<model::count>(&node)) {
    quantified(id, counted->body, std::nullopt, at);
  } else if (auto const* selected = std::get_if<model::selection>(&node)) {
    if (selected->after) term(*selected->after, at);
    quantified(id, selected->body, std::nullopt, at);
  } else {
    if (auto const* of = std::get_if<model::application>(&node)) applied(id, *of, at);
    for (auto const child : model::children(program_.rules[id])) term(child, at);
  }
}

void condition_search::on_date(expression_id inner, expression_id date, int days_before, standpoint const& at) {
  term(date, at);
  if (auto const there = world_.on_date(date, days_before, at, seen_.budget)) condition(inner, *there);
}

void condition_search::applied(expression_id id, model::application const& of, standpoint const& at) {
  auto const index = program_.resolved[id].index;
  auto const& relation = program_.relations[index];
  if (relation.definitions.empty()) return;
  evaluate::binding arguments;
  for (auto const argument : of.arguments) {
    arguments.push_back(world_.value_of(argument, at, seen_.budget));
    if (!arguments.back().is_known() || arguments.back().tag == facts::tag::absent) return;
  }
  moment const when{at.where.date.days, at.where.is_unknown, at.where.visible};
  if (!read_.insert({index, arguments, when}).second) return;
  for (auto const& definition : relation.definitions) {
    auto slots = arguments;
    slots.resize(definition.scope.variables.size());
    decision(definition.body, {definition.scope, slots, at.where});
  }
}

condition_search::reading condition_search::read(std::vector<expression_id> const& conjuncts, standpoint const& at) {
  reading made;
  for (auto const conjunct : conjuncts) {
    auto const found = condition(conjunct, at);
    if (found == truth::open) ++made.open;
    if (found == truth::no) made.failed.push_back(conjunct);
  }
  return made;
}

bool condition_search::go_on(binding_order const& over, progress& so_far, standpoint const& at) {
  auto const found = read(over.due[so_far.bound], at);
  if (!found.failed.empty()) {
    bool const is_alone = so_far.all_true && found.open == 0 && found.failed.size() == 1;
    if (deciding_ && is_alone) deciding_->one_false(over, so_far.bound, found.failed.front(), at);
    return false;
  }
  so_far.all_true = so_far.all_true && found.open == 0;
  if (deciding_ && so_far.all_true && so_far.bound == over.slots.size()) deciding_->all_true(over, at);
  return true;
}

void condition_search::bind(binding_order const& over, standpoint const& at, progress so_far,
                            std::function<void()> const& visit) {
  if (seen_.budget.is_spent() || !go_on(over, so_far, at)) return;
  if (so_far.bound == over.slots.size()) return visit();
  auto const slot = over.slots[so_far.bound];
  auto const& type = program_.variables[at.scope.variables[slot]].type;
  for (auto const& value : world_.range_of(type, at.where)) {
    at.slots[slot] = value;
    bind(over, at, so_far.next(), visit);
  }
}

void condition_search::quantified(expression_id id, std::optional<expression_id> body,
                                  std::optional<expression_id> satisfies, standpoint const& at) {
  bind(order_of(program_, program_.bound[id], body, 0), at, {}, [&] {
    if (satisfies) decision(*satisfies, at);
  });
}

std::optional<condition_search::place> condition_search::judged(check::provision_index provision, standpoint const& at,
                                                                source::date date) {
  auto const where = place_of(provision, {at.slots.begin(), at.slots.begin() + at.scope.parameters}, date);
  if (!where || (!where->is_unknown && date < where->date)) return std::nullopt;
  if (world_.in_force(provision, *where) == truth::no) return std::nullopt;
  return where;
}

// Whether `when` was false of some.
bool condition_search::bind_instance(binding_order const& over, standpoint& at, progress so_far,
                                     std::size_t judged_from, check::provision_index provision, source::date date) {
  if (seen_.budget.is_spent()) return false;
  if (so_far.bound == judged_from) {
    auto const where = judged(provision, at, date);
    if (!where) return false;
    at.where = *where;
  }
  if (so_far.bound >= judged_from && !go_on(over, so_far, at)) return true;
  if (so_far.bound == over.slots.size()) return false;
  auto const slot = over.slots[so_far.bound];
  auto const& type = program_.variables[at.scope.variables[slot]].type;
  bool any_false = false;
  auto const before = at.where;
  for (auto const& value : world_.range_of(type, at.where)) {
    at.slots[slot] = value;
    at.where = before;
    any_false = bind_instance(over, at, so_far.next(), judged_from, provision, date) || any_false;
  }
  at.where = before;
  return any_false;
}

bool condition_search::candidates(check::provision_index provision, source::date date) {
  auto const& version = program_.provisions[provision];
  auto const& text = program_.text_of(version);
  if (!text.when) return false;
  // What the day of judgment hangs on comes first, and events, which that day sees: nothing can be read before.
  auto const early = text.judged_at ? slots_in(program_, *text.judged_at) : std::vector<std::uint32_t>{};
  auto const is_early = [&](std::uint32_t slot) {
    auto const& type = program_.variables[version.scope.variables[slot]].type;
    return text.judged_at &&
           (type.base == check::base_type::event || std::find(early.begin(), early.end(), slot) != early.end());
  };
  std::vector<std::uint32_t> order(version.scope.parameters);
  for (std::uint32_t slot = 0; slot < order.size(); ++slot) order[slot] = slot;
  auto const later = std::stable_partition(order.begin(), order.end(), is_early);
  auto const judged_from = static_cast<std::size_t>(later - order.begin());
  evaluate::binding slots(version.scope.variables.size());
  standpoint at{version.scope, slots, {date, {}, false}};
  return bind_instance(order_of(program_, std::move(order), text.when, judged_from), at, {}, judged_from, provision,
                       date);
}

void condition_search::question(check::question_index index, source::date date) {
  auto const& of = program_.questions[index];
  std::vector<std::uint32_t> order(of.scope.parameters);
  for (std::uint32_t slot = 0; slot < order.size(); ++slot) order[slot] = slot;
  evaluate::binding slots(of.scope.variables.size());
  bind(order_of(program_, std::move(order), program_.text_of(of).arises, 0), {of.scope, slots, {date, {}, false}}, {},
       [] {});
}

}  // namespace casus::suite
