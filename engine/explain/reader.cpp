#include "reader.hpp"

#include "engine/source/overloaded.hpp"

namespace casus::explain {

using facts::tag;
using facts::truth;

reader::reader(evaluate::world& world)
    : world_(world), program_(world.program()), facts_(world.facts()), leaves_(world), statements_(world) {}

bool reader::is_open(expression id, standpoint const& at) {
  if (++looks_ > most_looks) return false;
  if (program_.types[id].base == check::base_type::boolean) {
    return world_.truth_of(id, at.slots, at.where) == truth::open;
  }
  return !world_.value_of(id, at.slots, at.where).is_known();
}

void reader::read(expression id, standpoint const& at) {
  if (auto const* const parts = std::get_if<model::junction>(&program_.rules[id].node)) {
    if (++looks_ <= most_looks) junction(*parts, at);
  } else if (is_open(id, at)) {
    read_open(id, at);
  }
}

// It is open where a part is and none decides it: to know that of the parts is enough.
void reader::junction(model::junction const& of, standpoint const& at) {
  auto const deciding = of.op == model::connective::conjunction ? truth::no : truth::yes;
  std::vector<truth> found;
  for (auto const part : of.operands) {
    found.push_back(world_.truth_of(part, at.slots, at.where));
    if (found.back() == deciding) return;
  }
  for (std::size_t i = 0; i < found.size(); ++i)
    if (++looks_ <= most_looks && found[i] == truth::open) read_open(of.operands[i], at);
}

void reader::read_open(expression id, standpoint const& at) {
  auto const both = [&](expression left, expression right) { read(left, at), read(right, at); };
  auto const all = [&](std::vector<expression> const& parts) {
    for (auto const part : parts) read(part, at);
  };
  std::visit(source::overloaded{
                 [](model::boolean_literal const&) {},
                 [](model::integer_literal const&) {},
                 [](model::text_literal const&) {},
                 [](model::date_literal const&) {},
                 [](model::duration_literal const&) {},
                 [](model::today const&) {},
                 [&](model::reference const&) {
                   auto const& meant = program_.resolved[id];
                   if (meant.of == check::resolution::kind::interpretation) leaves_.reading(meant.index);
                 },
                 [&](model::field_access const& e) { field(id, e, at); },
                 [&](model::application const& e) { applied(id, e, at); },
                 [&](model::comparison const& e) { both(e.left, e.right); },
                 [&](model::arithmetic const& e) { both(e.left, e.right); },
                 [&](model::junction const& e) { junction(e, at); },
                 [&](model::negation const& e) { read(e.operand, at); },
                 [&](model::in_set const& e) { read(e.element, at), all(e.members); },
                 [&](model::in_kind const& e) { read(e.element, at); },
                 [&](model::quantifier const& e) {
                   auto more = e.satisfies ? std::vector{*e.satisfies} : std::vector<expression>{};
                   quantified(id, at, e.body, std::move(more), e.satisfies);
                 },
                 [&](model::count const& e) { quantified(id, at, e.body, {}, {}); },
                 [&](model::selection const& e) { selection(id, e, at); },
                 [&](model::at_date const& e) { on_date(e.condition, e.date, 0, at); },
                 [&](model::before_date const& e) { on_date(e.condition, e.date, 1, at); },
                 [&](model::provision_status const& e) { status(id, e, at); },
                 [&](model::is_given const& e) { read(e.term, at); },
                 [&](model::labelled const& e) { read(e.condition, at); },
                 [&](model::extreme_date const& e) { both(e.left, e.right); },
             },
             program_.rules[id].node);
}

void reader::field_of(facts::value object, check::resolution const& field) {
  auto const index = facts::index_of(object);
  switch (field.of) {
    case check::resolution::kind::entity_field:
      if (object.tag == tag::entity) leaves_.entity_field(index, field.index);
      return;
    case check::resolution::kind::event_declared_field:
      if (object.tag == tag::event) leaves_.event_field(index, field.index);
      return;
    case check::resolution::kind::event_date:
    case check::resolution::kind::event_effective:
    case check::resolution::kind::event_known:
      if (object.tag == tag::event) leaves_.event_date(index);
      return;
    case check::resolution::kind::none:
    case check::resolution::kind::variable:
    case check::resolution::kind::individual:
    case check::resolution::kind::enumerator:
    case check::resolution::kind::interpretation:
    case check::resolution::kind::relation:
    case check::resolution::kind::article: return;
  }
}

void reader::field(expression id, model::field_access const& access, standpoint const& at) {
  auto const& meant = program_.resolved[id];
  auto const object = world_.value_of(access.object, at.slots, at.where);
  if (object.is_known()) {
    field_of(object, meant);
    return;
  }
  read(access.object, at);
  // Whatever the object turns out to be, its field is named.
  for (auto const& candidate : world_.range_of(program_.types[access.object], at.where)) field_of(candidate, meant);
}

void reader::event(std::uint32_t event, place const& where) {
  if (world_.visible(event, where) != truth::open) return;
  leaves_.event_holds(event);
  if (!facts_.events[event].effective.is_known()) leaves_.event_date(event);
}

void reader::events_in(standpoint const& at, std::vector<std::uint32_t> const& slots) {
  for (auto const slot : slots)
    if (at.slots[slot].tag == tag::event) event(facts::index_of(at.slots[slot]), at.where);
}

// Every combination that may count: whether its events are there, its body, and what else is asked of it; but not where
// `unless` holds, since the combination then makes no difference.
void reader::quantified(expression id, standpoint const& at, std::optional<expression> body,
                        std::vector<expression> more, std::optional<expression> unless) {
  auto const& slots = program_.bound[id];
  each_combination(world_, at, slots, body, [&] {
    if (++looks_ > most_looks) return false;
    if (unless && world_.truth_of(*unless, at.slots, at.where) == truth::yes) return true;
    events_in(at, slots);
    read_if(body, at);
    for (auto const part : more) read(part, at);
    return true;
  });
}

void reader::selection(expression id, model::selection const& of, standpoint const& at) {
  auto const slot = program_.bound[id].at(0);
  if (of.after) {
    read(*of.after, at);
    auto const start = world_.value_of(*of.after, at.slots, at.where);
    if (fits(world_, start, type_of(program_, at.scope, slot))) {
      at.slots[slot] = start;
      read(of.key, at);
    }
  }
  quantified(id, at, of.body, {of.key}, {});
}

void reader::on_date(expression condition, expression date, int days_before, standpoint const& at) {
  auto const day = world_.value_of(date, at.slots, at.where);
  read(date, at);
  if (day.tag == tag::absent) return;
  if (!day.is_known()) {
    read(condition, {at.scope, at.slots, {{}, {}, true}});
    return;
  }
  if (auto const there = source::subtract(facts::date_of(day), {0, days_before})) {
    read(condition, {at.scope, at.slots, {*there, {}, false}});
  }
}

}  // namespace casus::explain
