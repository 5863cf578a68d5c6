#include "vocabulary.hpp"

#include "engine/check/dependency.hpp"

#include <algorithm>

namespace casus::suite {
namespace {

using check::node;
using kind = check::resolution::kind;

std::set<node> needed_by(check::program const& program, std::string const& id) {
  std::set<node> found;
  for (std::uint32_t i = 0; i < program.provisions.size(); ++i)
    if (program.provisions[i].id == id) found.insert({node::kind::provision, i});
  for (std::uint32_t i = 0; i < program.questions.size(); ++i)
    if (program.questions[i].id == id) found.insert({node::kind::question, i});
  std::map<node, std::vector<node>> needs;
  for (auto const& one : check::dependencies(program)) needs[one.from].push_back(one.to);
  std::vector<node> open(found.begin(), found.end());
  while (!open.empty()) {
    auto const next = needs.find(open.back());
    open.pop_back();
    if (next == needs.end()) continue;
    for (auto const& one : next->second)
      if (found.insert(one).second) open.push_back(one);
  }
  return found;
}

class reader {
 public:
  explicit reader(check::program const& program) : program_(program) {}

  void read(node const& one) {
    if (one.of == node::kind::question) declaration(program_.questions[one.index].declaration);
    if (one.of == node::kind::relation) relation(one.index);
    if (one.of == node::kind::provision) provision(program_.provisions[one.index]);
  }

  // An expression and a variable belong to the declaration that they stand in.
  [[nodiscard]] vocabulary take() {
    auto const& expressions = program_.rules.expressions;
    for (std::uint32_t i = 0; i < expressions.size(); ++i)
      if (is_inside(expressions[i].where)) expression({i});
    for (auto const& one : program_.variables)
      if (is_inside(one.where)) type(one.type);
    return std::move(made_);
  }

 private:
  void declaration(std::uint32_t index) {
    places_.push_back(
        std::visit([](model::declared const& it) { return it.where; }, program_.rules.declarations[index]));
  }

  [[nodiscard]] bool is_inside(source::span where) const {
    return std::any_of(places_.begin(), places_.end(), [&](source::span const& in) {
      return in.file == where.file && in.begin <= where.begin && where.end <= in.end;
    });
  }

  void relation(check::relation_index index) {
    auto const& of = program_.relations[index];
    if (of.is_fact) made_.facts.insert(index);
    for (auto const& one : of.parameters) type(one);
    if (of.value) type(*of.value);
    for (auto const& one : of.definitions) declaration(one.declaration);
  }

  void provision(check::provision const& of) {
    declaration(of.declaration);
    auto const& text = program_.text_of(of);
    if (text.in_force) period(*text.in_force);
    if (of.instrument)
      for (auto const& each : program_.instruments[*of.instrument].in_force) period(each);
    for (std::size_t i = 0; i < text.consequences.size(); ++i) {
      if (!std::holds_alternative<model::norm>(text.consequences[i].effect)) continue;
      auto const act = of.consequence_targets[i];
      for (std::uint32_t field = 0; field < program_.event_kinds[act].fields.size(); ++field) event_field(act, field);
    }
  }

  void period(model::fixed_period const& of) {
    if (of.from) made_.days.insert(*of.from);
    if (of.until) made_.days.insert(*of.until);
  }

  void event_field(check::event_kind_index event, std::uint32_t field) {
    made_.events[event].insert(field);
    type(program_.event_kinds[event].fields[field].type);
  }

  void type(check::type const& of) {
    if (of.base == check::base_type::entity) made_.kinds.insert(of.index);
    if (of.base == check::base_type::event) made_.events[of.index];
  }

  void expression(model::expression_id id) {
    auto const& node = program_.rules[id].node;
    auto const& means = program_.resolved[id];
    type(program_.types[id]);
    if (means.of == kind::interpretation) made_.points.insert(means.index);
    if (auto const* field = std::get_if<model::field_access>(&node)) {
      auto const& object = program_.types[field->object];
      if (means.of == kind::event_declared_field) event_field(object.index, means.index);
      if (means.of == kind::entity_field) {
        made_.entity_fields[object.index].insert(means.index);
        type(program_.kinds[object.index].fields[means.index].type);
      }
    }
    if (std::holds_alternative<model::in_kind>(node)) made_.kinds.insert(program_.bound[id][0]);
    if (auto const* day = std::get_if<model::date_literal>(&node)) made_.days.insert(day->value);
    if (auto const* number = std::get_if<model::integer_literal>(&node)) made_.numbers.insert(number->value);
    if (auto const* length = std::get_if<model::duration_literal>(&node))
      made_.durations.insert({length->value.months, length->value.days});
  }

  check::program const& program_;
  std::vector<source::span> places_;
  vocabulary made_;
};

// By its name, where there is one; the tables are short.
template <class Things, class Name>
std::optional<std::uint32_t> find(Things const& in, std::string const& wanted, Name const& name) {
  for (std::uint32_t i = 0; i < in.size(); ++i)
    if (name(in[i]) == wanted) return i;
  return std::nullopt;
}

constexpr auto by_name = [](auto const& one) -> std::string const& { return one.name; };
constexpr auto by_id = [](auto const& one) -> std::string const& { return one.id; };

// Which of their fields there are, by the names that they have here.
template <class Kinds>
std::map<std::uint32_t, std::set<std::uint32_t>> known_fields(
    Kinds const& here, Kinds const& there, std::map<std::uint32_t, std::set<std::uint32_t>> const& theirs) {
  std::map<std::uint32_t, std::set<std::uint32_t>> made;
  for (auto const& [index, fields] : theirs) {
    auto const own = find(here, there[index].name, by_name);
    if (!own) continue;
    auto& known = made[*own];
    for (auto const field : fields)
      if (auto const at = find(here[*own].fields, there[index].fields[field].name, by_name)) known.insert(*at);
  }
  return made;
}

template <class Table, class Name>
std::set<std::uint32_t> known_things(Table const& here, Table const& there, std::set<std::uint32_t> const& theirs,
                                     Name const& name) {
  std::set<std::uint32_t> made;
  for (auto const index : theirs)
    if (auto const own = find(here, name(there[index]), name)) made.insert(*own);
  return made;
}

vocabulary known_here(check::program const& here, check::program const& there, vocabulary const& theirs) {
  auto made = theirs;
  made.kinds = known_things(here.kinds, there.kinds, theirs.kinds, by_name);
  made.entity_fields = known_fields(here.kinds, there.kinds, theirs.entity_fields);
  made.events = known_fields(here.event_kinds, there.event_kinds, theirs.events);
  made.facts = known_things(here.relations, there.relations, theirs.facts, by_name);
  made.points = known_things(here.interpretations, there.interpretations, theirs.points, by_id);
  return made;
}

template <class Map>
void add_fields(Map& to, Map const& more) {
  for (auto const& [index, fields] : more) to[index].insert(fields.begin(), fields.end());
}

}  // namespace

vocabulary read_by(check::program const& program, std::string const& provision_or_question) {
  reader all{program};
  for (auto const& one : needed_by(program, provision_or_question)) all.read(one);
  return all.take();
}

vocabulary shared(check::program const& program, vocabulary const& own, check::program const& other,
                  vocabulary const& others) {
  // There and back again: what only this one knows does not come back.
  auto made = known_here(program, other, known_here(other, program, own));
  auto const more = known_here(program, other, others);
  made.kinds.insert(more.kinds.begin(), more.kinds.end());
  add_fields(made.entity_fields, more.entity_fields);
  add_fields(made.events, more.events);
  made.facts.insert(more.facts.begin(), more.facts.end());
  made.points.insert(more.points.begin(), more.points.end());
  made.days.insert(more.days.begin(), more.days.end());
  made.numbers.insert(more.numbers.begin(), more.numbers.end());
  made.durations.insert(more.durations.begin(), more.durations.end());
  return made;
}

}  // namespace casus::suite
