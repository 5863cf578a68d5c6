#include "small_worlds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace casus::suite {
namespace {

using check::base_type;
using facts::value;

std::string lower(std::string name) {
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return name;
}

std::vector<source::date> days_in(vocabulary const& of) {
  std::set<source::date> named = of.days;
  if (named.empty()) named.insert(*source::make_date({.year = 2020, .month = 1, .day = 1}));
  std::set<source::date> found;
  auto const add = [&](std::optional<source::date> const& day) {
    if (day) found.insert(*day);
  };
  for (auto const day : named) {
    add(day);
    if (!of.days.empty()) add(source::add(day, {0, -1}));
    for (auto const& [months, days] : of.durations) {
      auto const later = source::add(day, {months, days});
      add(later);
      if (later) add(source::add(*later, {0, 1}));
    }
  }
  return {found.begin(), found.end()};
}

std::vector<std::int64_t> numbers_in(vocabulary const& of) {
  std::set<std::int64_t> found{0, 1};
  constexpr auto least = std::numeric_limits<std::int64_t>::min();
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  for (auto const one : of.numbers) {
    found.insert(one);
    if (one > least) found.insert(one - 1);
    if (one < most) found.insert(one + 1);
  }
  return {found.begin(), found.end()};
}

}  // namespace

small_worlds::small_worlds(check::program const& program, vocabulary const& of, world_size size,
                           facts::base const* known)
    : program_(program), days_(days_in(of)), numbers_(numbers_in(of)) {
  base_.title = "A small world";
  add(days_.size(), [days = days_](std::size_t way, facts::scenario& in) { in.as_of = days[days.size() - 1 - way]; });
  add_individuals(known);
  add_entities(of, size.entities);
  add_entity_fields(of);
  add_events(of, size.events);
  add_facts(of);
  add_points(of);
}

void small_worlds::add(std::size_t ways, std::function<void(std::size_t, facts::scenario&)> take) {
  if (ways == 0) return;
  count_ = ways > most / count_ ? most : count_ * ways;
  choices_.push_back({ways, std::move(take)});
}

void small_worlds::add_individuals(facts::base const* known) {
  auto& entities = base_.agreed.entities;
  if (known != nullptr) {
    base_.agreed.texts = known->texts;
    entities.assign(known->entities.begin(),
                    known->entities.begin() + static_cast<std::ptrdiff_t>(program_.individuals.size()));
    return;
  }
  for (auto const& one : program_.individuals) {
    facts::entity made;
    made.id = one.id;
    made.title = one.title;
    made.kind = one.kind;
    made.fields.assign(program_.kinds[one.kind].fields.size(), facts::unknown);
    entities.push_back(std::move(made));
  }
}

// Where the rules have fewer individuals of a kind, as many more as are wanted.
void small_worlds::add_entities(vocabulary const& of, std::size_t each) {
  for (auto const kind : of.kinds) {
    auto const& family = program_.kinds[kind].family;
    auto const is_of = [&](check::individual const& one) {
      return std::find(family.begin(), family.end(), one.kind) != family.end();
    };
    auto const known =
        static_cast<std::size_t>(std::count_if(program_.individuals.begin(), program_.individuals.end(), is_of));
    for (auto i = known; i < each; ++i) {
      facts::entity made;
      made.id = fmt::format("{}_{}", lower(program_.kinds[kind].name), i + 1);
      made.title = fmt::format("{} {}", program_.kinds[kind].name, i + 1);
      made.kind = kind;
      made.fields.assign(program_.kinds[kind].fields.size(), facts::unknown);
      base_.agreed.entities.push_back(std::move(made));
    }
  }
}

void small_worlds::add_entity_fields(vocabulary const& of) {
  for (auto i = program_.individuals.size(); i < base_.agreed.entities.size(); ++i) {
    auto const read = of.entity_fields.find(base_.agreed.entities[i].kind);
    if (read == of.entity_fields.end()) continue;
    for (auto const field : read->second) {
      auto values = values_of(program_.kinds[read->first].fields[field].type);
      add(values.size(), [i, field, values](std::size_t way, facts::scenario& in) {
        in.agreed.entities[i].fields[field] = values[way];
      });
    }
  }
}

// All of them stand in every scenario, so that they keep their places; which of them take place is a choice.
void small_worlds::add_events(vocabulary const& of, std::size_t each) {
  for (auto const& [kind, fields] : of.events) {
    for (std::size_t i = 0; i < each; ++i) {
      facts::event made;
      made.id = fmt::format("{}_{}", lower(program_.event_kinds[kind].name), i + 1);
      made.kind = kind;
      made.fields.assign(program_.event_kinds[kind].fields.size(), facts::unknown);
      made.origins.assign(made.fields.size(), facts::origin::left_out);
      made.places.assign(made.fields.size(), {});
      made.date = facts::of_date(days_.front());
      made.effective = made.date;
      base_.agreed.events.push_back(std::move(made));
    }
  }
  for (std::uint32_t i = 0; i < base_.agreed.events.size(); ++i)
    add_event(i, of.events.at(base_.agreed.events[i].kind));
}

// One choice: not at all, or on each of the days with each combination of values.
void small_worlds::add_event(std::uint32_t index, std::set<std::uint32_t> const& fields) {
  std::vector<std::pair<std::uint32_t, std::vector<value>>> varied;
  auto combinations = days_.size();
  for (auto const field : fields) {
    auto values = values_of(program_.event_kinds[base_.agreed.events[index].kind].fields[field].type);
    if (values.empty()) continue;
    combinations = values.size() > most / combinations ? most : combinations * values.size();
    varied.emplace_back(field, std::move(values));
  }
  add(combinations + 1, [index, varied, days = days_](std::size_t way, facts::scenario& in) {
    auto& event = in.agreed.events[index];
    event.holds = way == 0 ? facts::truth::no : facts::truth::yes;
    if (way == 0) return;
    auto rest = way - 1;
    event.date = facts::of_date(days[rest % days.size()]);
    event.effective = event.date;
    rest /= days.size();
    for (auto const& [field, values] : varied) {
      event.fields[field] = values[rest % values.size()];
      event.origins[field] = facts::origin::stated;
      rest /= values.size();
    }
  });
  choices_.back().is_presence = true;
}

void small_worlds::add_facts(vocabulary const& of) {
  for (auto const index : of.facts) {
    auto const& relation = program_.relations[index];
    std::vector<std::vector<value>> tuples{{}};
    for (auto const& type : relation.parameters) {
      std::vector<std::vector<value>> longer;
      for (auto const& tuple : tuples) {
        for (auto const& last : values_of(type)) {
          longer.push_back(tuple);
          longer.back().push_back(last);
        }
      }
      tuples = std::move(longer);
    }
    auto const held = relation.value ? values_of(*relation.value) : std::vector<value>{facts::unknown};
    for (auto const& tuple : tuples) {
      facts::statement made;
      made.relation = index;
      made.arguments = tuple;
      auto const denied = relation.open && !relation.value ? std::size_t{1} : std::size_t{0};
      add(1 + denied + held.size(), [made, held, denied](std::size_t way, facts::scenario& in) {
        if (way == 0) return;  // nothing is said
        in.agreed.statements.push_back(made);
        auto& said = in.agreed.statements.back();
        said.holds = way <= denied ? facts::truth::no : facts::truth::yes;
        if (way > denied) said.held = held[way - 1 - denied];
      });
    }
  }
}

void small_worlds::add_points(vocabulary const& of) {
  for (auto const point : of.points) {
    auto const& one = program_.interpretations[point];
    auto const count = program_.enumerations[one.values].values.size();
    add(count + 1, [point](std::size_t way, facts::scenario& in) {
      in.readings[point] = way == 0 ? std::nullopt : std::optional{static_cast<std::uint32_t>(way - 1)};
    });
  }
}

std::vector<value> small_worlds::values_of(check::type const& type) const {
  std::vector<value> found;
  auto const& base = base_.agreed;
  switch (type.base) {
    case base_type::boolean: found = {facts::of_boolean(false), facts::of_boolean(true)}; break;
    case base_type::enumeration:
      for (std::uint32_t i = 0; i < program_.enumerations[type.index].values.size(); ++i)
        found.push_back(facts::of_enumerator(type.index, i));
      break;
    case base_type::integer:
      for (auto const one : numbers_) found.push_back(facts::of_integer(one));
      break;
    case base_type::date:
      for (auto const day : days_) found.push_back(facts::of_date(day));
      break;
    case base_type::entity: {
      auto const& family = program_.kinds[type.index].family;
      for (std::uint32_t i = 0; i < base.entities.size(); ++i)
        if (std::find(family.begin(), family.end(), base.entities[i].kind) != family.end())
          found.push_back(facts::of_entity(base.entities[i].kind, i));
      break;
    }
    case base_type::event:
      for (std::uint32_t i = 0; i < base.events.size(); ++i)
        if (base.events[i].kind == type.index) found.push_back(facts::of_event(type.index, i));
      break;
    case base_type::duration:
    case base_type::text:
    case base_type::unknown: break;
  }
  if (type.optional) found.push_back(facts::absent);
  return found;
}

facts::scenario small_worlds::at(std::size_t number) const {
  auto made = base_;
  for (auto const& one : choices_) {
    one.take(number % one.ways, made);
    number /= one.ways;
  }
  return made;
}

facts::scenario small_worlds::fullest() const {
  auto made = base_;
  std::size_t nth = 0;  // so that not all events are alike
  for (auto const& one : choices_) one.take(one.is_presence ? 1 + nth++ % (one.ways - 1) : one.ways - 1, made);
  made.as_of = days_.back();
  return made;
}

}  // namespace casus::suite
