#include "places.hpp"

#include "engine/evaluate/interval.hpp"
#include "engine/source/overloaded.hpp"

#include <algorithm>

namespace casus::explain {
namespace {

using facts::tag;
using facts::truth;
using expression = model::expression_id;

constexpr std::size_t most_places = 8;
constexpr int most_levels = 6;  // of defines

class collector {
 public:
  explicit collector(evaluate::world& world) : world_(world), program_(world.program()), facts_(world.facts()) {}

  void collect(expression id, standpoint const& at, int level) {
    auto const all = [&](std::vector<expression> const& parts) {
      for (auto const part : parts) collect(part, at, level);
    };
    std::visit(source::overloaded{
                   [](model::boolean_literal const&) {},
                   [](model::integer_literal const&) {},
                   [](model::text_literal const&) {},
                   [](model::date_literal const&) {},
                   [](model::duration_literal const&) {},
                   [](model::today const&) {},
                   [](model::reference const&) {},
                   [&](model::field_access const& e) { field(id, e, at, level); },
                   [&](model::application const& e) { applied(id, e, at, level); },
                   [&](model::comparison const& e) {
                     all({e.left, e.right});
                   },
                   [&](model::arithmetic const& e) {
                     all({e.left, e.right});
                   },
                   [&](model::junction const& e) { parts(id, e, at, level); },
                   [&](model::negation const& e) { collect(e.operand, at, level); },
                   [&](model::in_set const& e) { collect(e.element, at, level), all(e.members); },
                   [&](model::in_kind const& e) { collect(e.element, at, level); },
                   [&](model::quantifier const& e) { witness(id, e, at, level); },
                   [](model::count const&) {},
                   [](model::selection const&) {},
                   [&](model::at_date const& e) { on_date(e.condition, e.date, 0, at, level); },
                   [&](model::before_date const& e) { on_date(e.condition, e.date, 1, at, level); },
                   [](model::provision_status const&) {},
                   [&](model::is_given const& e) { collect(e.term, at, level); },
                   [&](model::labelled const& e) { collect(e.condition, at, level); },
                   [&](model::extreme_date const& e) {
                     all({e.left, e.right});
                   },
               },
               program_.rules[id].node);
  }

  [[nodiscard]] std::vector<source::span> take() { return std::move(places_); }

 private:
  void add(source::span where) {
    bool const is_known = std::find(places_.begin(), places_.end(), where) != places_.end();
    if (!is_known && places_.size() < most_places) places_.push_back(where);
  }

  [[nodiscard]] truth truth_of(expression id, standpoint const& at) { return world_.truth_of(id, at.slots, at.where); }

  void field(expression id, model::field_access const& access, standpoint const& at, int level) {
    collect(access.object, at, level);
    auto const object = world_.value_of(access.object, at.slots, at.where);
    if (object.tag == tag::entity) add(facts_.entities[facts::index_of(object)].where);
    if (object.tag != tag::event) return;
    auto const& event = facts_.events[facts::index_of(object)];
    auto const& meant = program_.resolved[id];
    add(meant.of == check::resolution::kind::event_declared_field ? event.places[meant.index] : event.where);
  }

  void on_date(expression condition, expression date, int days_before, standpoint const& at, int level) {
    auto const day = world_.value_of(date, at.slots, at.where);
    collect(date, at, level);
    if (day.tag != tag::date) return;
    auto const there = source::subtract(facts::date_of(day), {0, days_before});
    if (there) collect(condition, {at.scope, at.slots, {*there, {}, false}}, level);
  }

  // Of `and` and `or`, the parts that come to the same as the whole.
  void parts(expression id, model::junction const& of, standpoint const& at, int level) {
    auto const whole = truth_of(id, at);
    for (auto const part : of.operands)
      if (truth_of(part, at) == whole) collect(part, at, level);
  }

  void applied(expression id, model::application const& of, standpoint const& at, int level) {
    evaluate::few_values values;
    for (auto const argument : of.arguments) {
      collect(argument, at, level);
      values.push_back(world_.value_of(argument, at.slots, at.where));
      if (!values.back().is_known() || values.back().tag == tag::absent) return;
    }
    auto const index = program_.resolved[id].index;
    auto const& relation = program_.relations[index];
    if (relation.is_fact) {
      statements(index, values, at.where);
      return;
    }
    if (level == most_levels) return;
    auto const whole = truth_of(id, at);
    for (auto const& definition : relation.definitions) {
      auto slots = values;
      slots.resize(definition.scope.variables.size());
      standpoint const inside{definition.scope, slots, at.where};
      if (truth_of(definition.body, inside) == whole) collect(definition.body, inside, level + 1);
    }
  }

  // Those that speak of the date; where there are none, those that speak of other dates.
  void statements(check::relation_index relation, evaluate::few_values const& values,
                  evaluate::world::place const& where) {
    if (where.is_unknown) return;
    std::vector<source::span> here, elsewhere;
    for (auto const& said : facts_.statements) {
      if (said.relation != relation || said.arguments != values) continue;
      auto const inside =
          evaluate::within(said.from.value_or(facts::absent), said.until.value_or(facts::absent), where.date);
      (inside == truth::no ? elsewhere : here).push_back(said.where);
    }
    for (auto const& place : here.empty() ? elsewhere : here) add(place);
  }

  // What there is, or is not: the first combination that shows it.
  void witness(expression id, model::quantifier const& of, standpoint const& at, int level) {
    auto const& slots = program_.bound[id];
    bool const is_every = of.kind == model::quantity::every;
    bool const shows = truth_of(id, at) == (of.kind == model::quantity::some ? truth::yes : truth::no);
    if (!shows) return;
    each_combination(world_, at, slots, of.body, [&] {
      if (of.body && truth_of(*of.body, at) != truth::yes) return true;
      if (is_every && of.satisfies && truth_of(*of.satisfies, at) != truth::no) return true;
      for (auto const slot : slots)
        if (at.slots[slot].tag == tag::event) add(facts_.events[facts::index_of(at.slots[slot])].where);
      if (of.body) collect(*of.body, at, level);
      if (of.satisfies) collect(*of.satisfies, at, level);
      return false;
    });
  }

  evaluate::world& world_;
  check::program const& program_;
  facts::base const& facts_;
  std::vector<source::span> places_;
};

}  // namespace

std::vector<source::span> places_behind(evaluate::world& world, model::expression_id condition, standpoint const& at) {
  collector places(world);
  places.collect(condition, at, 0);
  return places.take();
}

}  // namespace casus::explain
