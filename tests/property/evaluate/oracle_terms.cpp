// What terms stand for.
#include "engine/source/overloaded.hpp"
#include "tests/property/evaluate/oracle_choices.hpp"

namespace casus::oracle {
namespace {

value date_or_unknown(std::optional<source::date> const& found) {
  return found ? facts::of_date(*found) : facts::unknown;
}

}  // namespace

value evaluator::single(model::expression_id id, values& slots, moment const& on) {
  return evaluate(id, slots, on).what;
}

term evaluator::evaluate(model::expression_id id, values& slots, moment const& on) {
  auto const plain = [](value const& of) { return term{of, std::nullopt}; };
  auto const none = [](auto const&) { return term{}; };  // conditions, which are no terms
  return std::visit(
      source::overloaded{
          [&](model::boolean_literal const& it) { return plain(facts::of_boolean(it.value)); },
          [&](model::integer_literal const& it) { return plain(facts::of_integer(it.value)); },
          [&](model::text_literal const& it) { return plain(facts::of_text(texts_.intern(it.value))); },
          [&](model::date_literal const& it) { return plain(facts::of_date(it.value)); },
          [&](model::duration_literal const& it) { return plain(facts::of_duration(it.value)); },
          [&](model::today const&) { return plain(on.is_unknown ? facts::unknown : facts::of_date(on.date)); },
          [&](model::reference const&) {
            auto const meant = rules_.resolved[id];
            bool const is_variable = meant.of == check::resolution::kind::variable;
            return plain(is_variable ? slots[meant.index] : reference(id));
          },
          [&](model::field_access const& it) { return plain(field(id, single(it.object, slots, on))); },
          [&](model::application const& it) {
            values arguments;
            for (model::expression_id const each : it.arguments) arguments.push_back(single(each, slots, on));
            return plain(stated_value(rules_.resolved[id].index, arguments, on));
          },
          [&](model::arithmetic const& it) { return sum(it, slots, on); },
          [&](model::count const& it) { return count(id, it, slots, on); },
          [&](model::selection const& it) { return plain(select(id, it, slots, on)); },
          [&](model::extreme_date const& it) { return plain(extreme(it, slots, on)); },
          none,
      },
      rules_.rules[id].node);
}

value evaluator::reference(model::expression_id id) const {
  auto const meant = rules_.resolved[id];
  switch (meant.of) {
    case check::resolution::kind::individual:
      return facts::of_entity(rules_.individuals[meant.index].kind, meant.index);
    case check::resolution::kind::enumerator: return facts::of_enumerator(rules_.types[id].index, meant.index);
    case check::resolution::kind::interpretation: {
      check::interpretation const& point = rules_.interpretations[meant.index];
      auto const chosen = how_.readings.find(meant.index);
      if (chosen == how_.readings.end()) return facts::of_enumerator(point.values, point.default_value);
      return chosen->second ? facts::of_enumerator(point.values, *chosen->second) : facts::unknown;
    }
    default: return facts::unknown;
  }
}

value evaluator::field(model::expression_id id, value const& object) const {
  if (object == facts::absent) return facts::absent;
  if (object.tag != facts::tag::entity && object.tag != facts::tag::event) return facts::unknown;
  auto const meant = rules_.resolved[id];
  std::uint32_t const index = facts::index_of(object);
  if (meant.of == check::resolution::kind::entity_field) {
    // What `next` starts from may be of another kind.
    auto const& access = std::get<model::field_access>(rules_.rules[id].node);
    bool const has_it = within(object, rules_.types[access.object].index) == truth::yes;
    return has_it ? facts_.entities[index].fields[meant.index] : facts::unknown;
  }
  facts::event const& event = facts_.events[index];
  if (meant.of == check::resolution::kind::event_date) return event.date;
  if (meant.of == check::resolution::kind::event_effective) return event.effective;
  if (meant.of == check::resolution::kind::event_known) return event.known ? facts::of_date(*event.known) : event.date;
  return event.fields[meant.index];
}

term evaluator::sum(model::arithmetic const& node, values& slots, moment const& on) {
  term const left = evaluate(node.left, slots, on);
  term const right = evaluate(node.right, slots, on);
  if (left.what == facts::absent || right.what == facts::absent) return {facts::absent, std::nullopt};
  bool const is_plus = node.op == model::arithmetic_operator::plus;
  auto const a = range_of(left);
  auto const b = range_of(right);
  if (a && b) {
    number_range const found = is_plus ? number_range{a->least + b->least, a->most + b->most}
                                       : number_range{a->least - b->most, a->most - b->least};
    bool const is_known = found.least == found.most;
    return {is_known ? facts::of_integer(found.least) : facts::unknown, found};
  }
  if (!left.what.is_known() || !right.what.is_known()) return {};
  source::duration const length = facts::duration_of(right.what);
  if (left.what.tag == facts::tag::date) {
    source::date const day = facts::date_of(left.what);
    return {date_or_unknown(is_plus ? source::add(day, length) : source::subtract(day, length)), std::nullopt};
  }
  source::duration const first = facts::duration_of(left.what);
  int const sign = is_plus ? 1 : -1;
  return {facts::of_duration({first.months + sign * length.months, first.days + sign * length.days}), std::nullopt};
}

value evaluator::extreme(model::extreme_date const& node, values& slots, moment const& on) {
  value const left = single(node.left, slots, on);
  value const right = single(node.right, slots, on);
  if (left == facts::absent || right == facts::absent) return facts::absent;
  if (!left.is_known() || !right.is_known()) return facts::unknown;
  bool const take_left = (left.payload < right.payload) == (node.which == model::extreme::earlier);
  return take_left ? left : right;
}

term evaluator::count(model::expression_id id, model::count const& node, values& slots, moment const& on) {
  number_range found;
  each_choice(types_of(node.variables), rules_.bound[id], 0, truth::yes, slots, on, [&](truth visible) {
    truth const here = node.body ? facts::both(visible, condition(*node.body, slots, on)) : visible;
    if (here == truth::yes) ++found.least;
    if (here != truth::no) ++found.most;
  });
  bool const is_known = found.least == found.most;
  return {is_known ? facts::of_integer(found.least) : facts::unknown, found};
}

}  // namespace casus::oracle
