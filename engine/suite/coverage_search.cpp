#include "coverage_search.hpp"

#include "conditions.hpp"

#include <algorithm>

namespace casus::suite {

using facts::truth;
using model::expression_id;

condition_search::condition_search(evaluate::compiled const& rules, evaluate::world const& like, sightings& seen)
    : rules_(rules), world_(rules, like.facts(), like.how()), program_(rules.program()), seen_(seen) {}

template <class Ask, class Answer>
Answer condition_search::answer(Ask const& ask, Answer otherwise) {
  try {
    return ask();
  } catch (evaluate::failure const& failure) {
    // A world that gave up half-way is not asked again.
    world_ = evaluate::world(rules_, world_.facts(), world_.how());
    constexpr std::uint64_t cost = 1'000;
    bool const can_go_on = failure.why.code == "not-earlier";
    seen_.looks = can_go_on ? seen_.looks + cost : sightings::most_looks;
    return otherwise;
  }
}

truth condition_search::truth_of(expression_id id, standpoint const& at) {
  return answer([&] { return world_.truth_of(id, at.slots, at.where); }, truth::open);
}

facts::value condition_search::value_of(expression_id id, standpoint const& at) {
  return answer([&] { return world_.value_of(id, at.slots, at.where); }, facts::unknown);
}

std::optional<condition_search::place> condition_search::place_of(check::provision_index provision,
                                                                  evaluate::binding const& values, source::date date) {
  return answer([&] { return world_.place_of(provision, values, date); }, std::optional<place>{});
}

truth condition_search::note(expression_id id, standpoint const& at) {
  ++seen_.looks;
  auto const found = truth_of(id, at);
  if (is_connective(program_.rules[id].node)) return found;
  if (found == truth::yes) seen_.seen_true[id.index] = true;
  if (found == truth::no) seen_.seen_false[id.index] = true;
  return found;
}

truth condition_search::condition(expression_id id, standpoint const& at) {
  auto const found = note(id, at);
  if (seen_.is_partial()) return found;
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
  auto const day = value_of(date, at);
  if (day.tag != facts::tag::date) return;
  condition(inner, {at.scope, at.slots, {source::date{facts::date_of(day).days - days_before}, {}, false}});
}

void condition_search::applied(expression_id id, model::application const& of, standpoint const& at) {
  auto const index = program_.resolved[id].index;
  auto const& relation = program_.relations[index];
  if (relation.definitions.empty()) return;
  evaluate::binding arguments;
  for (auto const argument : of.arguments) {
    arguments.push_back(value_of(argument, at));
    if (!arguments.back().is_known() || arguments.back().tag == facts::tag::absent) return;
  }
  moment const when{at.where.date.days, at.where.is_unknown, at.where.visible};
  if (!read_.insert({index, arguments, when}).second) return;
  for (auto const& definition : relation.definitions) {
    auto slots = arguments;
    slots.resize(definition.scope.variables.size());
    condition(definition.body, {definition.scope, slots, at.where});
  }
}

condition_search::search condition_search::planned(std::vector<std::uint32_t> order,
                                                   std::optional<expression_id> condition, std::size_t earliest) const {
  search made{std::move(order), {}};
  made.due.resize(made.order.size() + 1);
  if (!condition) return made;
  for (auto const conjunct : conjuncts_of(program_.rules, *condition)) {
    auto level = earliest;
    for (auto const slot : slots_in(program_, conjunct)) {
      auto const at = std::find(made.order.begin(), made.order.end(), slot) - made.order.begin();
      if (static_cast<std::size_t>(at) < made.order.size()) level = std::max(level, static_cast<std::size_t>(at) + 1);
    }
    made.due[level].push_back(conjunct);
  }
  return made;
}

bool condition_search::possible(std::vector<expression_id> const& due, standpoint const& at) {
  bool is_possible = true;
  for (auto const conjunct : due) is_possible = condition(conjunct, at) != truth::no && is_possible;
  return is_possible;
}

void condition_search::bind(search const& over, standpoint const& at, std::size_t level,
                            std::function<void()> const& visit) {
  if (seen_.is_partial() || !possible(over.due[level], at)) return;
  if (level == over.order.size()) return visit();
  auto const slot = over.order[level];
  auto const& type = program_.variables[at.scope.variables[slot]].type;
  for (auto const& value : world_.range_of(type, at.where)) {
    at.slots[slot] = value;
    bind(over, at, level + 1, visit);
  }
}

void condition_search::quantified(expression_id id, std::optional<expression_id> body,
                                  std::optional<expression_id> satisfies, standpoint const& at) {
  bind(planned(program_.bound[id], body, 0), at, 0, [&] {
    if (satisfies) condition(*satisfies, at);
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
bool condition_search::bind_instance(search const& over, standpoint& at, std::size_t level, std::size_t judged_from,
                                     check::provision_index provision, source::date date) {
  if (seen_.is_partial()) return false;
  if (level == judged_from) {
    auto const where = judged(provision, at, date);
    if (!where) return false;
    at.where = *where;
  }
  if (level >= judged_from && !possible(over.due[level], at)) return true;
  if (level == over.order.size()) return false;
  auto const slot = over.order[level];
  auto const& type = program_.variables[at.scope.variables[slot]].type;
  bool any_false = false;
  auto const before = at.where;
  for (auto const& value : world_.range_of(type, at.where)) {
    at.slots[slot] = value;
    at.where = before;
    any_false = bind_instance(over, at, level + 1, judged_from, provision, date) || any_false;
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
  return bind_instance(planned(std::move(order), text.when, judged_from), at, 0, judged_from, provision, date);
}

void condition_search::question(check::question_index index, source::date date) {
  auto const& of = program_.questions[index];
  std::vector<std::uint32_t> order(of.scope.parameters);
  for (std::uint32_t slot = 0; slot < order.size(); ++slot) order[slot] = slot;
  evaluate::binding slots(of.scope.variables.size());
  bind(planned(std::move(order), program_.text_of(of).arises, 0), {of.scope, slots, {date, {}, false}}, 0, [] {});
}

}  // namespace casus::suite
