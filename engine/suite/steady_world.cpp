#include "steady_world.hpp"

namespace casus::suite {

using facts::truth;
using model::expression_id;
using place = evaluate::world::place;

steady_world::steady_world(evaluate::compiled const& rules, evaluate::world const& like)
    : rules_(rules), world_(rules, like.facts(), like.how()) {}

template <class Ask, class Answer>
Answer steady_world::answer(Ask const& ask, Answer otherwise, look_budget& budget) {
  try {
    return ask();
  } catch (evaluate::failure const& failure) {
    // A world that gave up half-way is not asked again.
    world_ = evaluate::world(rules_, world_.facts(), world_.how());
    constexpr std::uint64_t cost = 1'000;
    bool const can_go_on = failure.why.code == "not-earlier";
    budget.looks = can_go_on ? budget.looks + cost : look_budget::most;
    return otherwise;
  }
}

truth steady_world::truth_of(expression_id id, standpoint const& at, look_budget& budget) {
  return answer([&] { return world_.truth_of(id, at.slots, at.where); }, truth::open, budget);
}

facts::value steady_world::value_of(expression_id id, standpoint const& at, look_budget& budget) {
  return answer([&] { return world_.value_of(id, at.slots, at.where); }, facts::unknown, budget);
}

std::optional<place> steady_world::place_of(check::provision_index provision, evaluate::binding const& values,
                                            source::date date, look_budget& budget) {
  return answer([&] { return world_.place_of(provision, values, date); }, std::optional<place>{}, budget);
}

truth steady_world::in_force(check::provision_index provision, place const& where) {
  return world_.in_force(provision, where);
}

std::vector<facts::value> steady_world::range_of(check::type const& type, place const& where) {
  return world_.range_of(type, where);
}

std::optional<standpoint> steady_world::on_date(expression_id date, int days_before, standpoint const& at,
                                                look_budget& budget) {
  auto const day = value_of(date, at, budget);
  if (day.tag != facts::tag::date) return std::nullopt;
  return standpoint{at.scope, at.slots, {source::date{facts::date_of(day).days - days_before}, {}, false}};
}

}  // namespace casus::suite
