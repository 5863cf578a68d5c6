#include "reading_list.hpp"

#include "conditions.hpp"

#include <algorithm>
#include <set>

namespace casus::suite {
namespace {

using model::expression_id;
using kind = check::resolution::kind;

class reader {
 public:
  explicit reader(check::program const& program) : program_(program) {}

  void expression(expression_id id, int distance) {
    auto const& node = program_.rules[id].node;
    auto const& means = program_.resolved[id];
    if (auto const* field = std::get_if<model::field_access>(&node)) {
      auto const& object = program_.types[field->object];
      if (means.of == kind::event_declared_field) nearer(read_.fields, {object.index, means.index}, distance);
      if (object.base == check::base_type::event) nearer(read_.events, object.index, distance);
    }
    if (auto const* day = std::get_if<model::date_literal>(&node)) read_.dates.push_back(day->value);
    if (means.of == kind::relation) relation(means.index, distance);
    if (means.of == kind::interpretation) nearer(read_.interpretations, means.index, distance);
    if (means.of == kind::individual)
      read_.values.push_back(facts::of_entity(program_.individuals[means.index].kind, means.index));
    if (means.of == kind::enumerator)
      read_.values.push_back(facts::of_enumerator(program_.types[id].index, means.index));
    if (auto const* number = std::get_if<model::integer_literal>(&node))
      read_.values.push_back(facts::of_integer(number->value));
    auto const& type = program_.types[id];
    if (means.of == kind::variable && type.base == check::base_type::event) nearer(read_.events, type.index, distance);
    for (auto const child : model::children(program_.rules[id])) expression(child, distance);
  }

  void period(model::fixed_period const& of) {
    if (of.from) read_.dates.push_back(*of.from);
    if (of.until) read_.dates.push_back(*of.until);
  }

  // With what the definitions read, the nearest first.
  [[nodiscard]] reading_list take() {
    while (!defined_.empty()) {
      auto const [distance, index] = *defined_.begin();
      defined_.erase(defined_.begin());
      if (!seen_.insert(index).second) continue;
      for (auto const& definition : program_.relations[index].definitions) expression(definition.body, distance);
    }
    return std::move(read_);
  }

 private:
  template <class Key>
  static void nearer(std::map<Key, int>& in, Key const& key, int distance) {
    auto const [place, is_new] = in.emplace(key, distance);
    if (!is_new) place->second = std::min(place->second, distance);
  }

  void relation(check::relation_index index, int distance) {
    auto const& of = program_.relations[index];
    if (of.is_fact) nearer(read_.facts, index, distance);
    if (!of.definitions.empty()) defined_.emplace(distance + 1, index);
  }

  check::program const& program_;
  reading_list read_;
  std::set<std::pair<int, check::relation_index>> defined_;  // to be read, by distance
  std::set<check::relation_index> seen_;
};

}  // namespace

reading_list read_by(check::program const& program, std::uint32_t of, nearest_expressions const& nearest) {
  reader all{program};
  constexpr int elsewhere = 4;  // farther than what is nearest reads by way of two definitions
  for (auto const& [expression, distance] : nearest) all.expression(expression, distance);
  auto const& declaration = program.rules.declarations[of];
  for (auto const root : roots_of(declaration)) all.expression(root, elsewhere);
  if (auto const* provision = std::get_if<model::provision>(&declaration); provision != nullptr && provision->in_force)
    all.period(*provision->in_force);
  if (auto const* instrument = std::get_if<model::instrument>(&declaration)) {
    for (auto const& each : instrument->in_force) all.period(each);
    for (auto const& each : program.provisions) {
      if (!each.instrument || program.instruments[*each.instrument].declaration != of) continue;
      for (auto const root : roots_of(program.rules.declarations[each.declaration])) all.expression(root, elsewhere);
    }
  }
  return all.take();
}

reading_list read_by(check::program const& program, mutant const& of) {
  return read_by(program, of.declaration, of.root ? nearest_expressions{{*of.root, 0}} : nearest_expressions{});
}

}  // namespace casus::suite
