#include "changeable.hpp"

#include "open_facts.hpp"

#include <algorithm>

namespace casus::explain {
namespace {

using facts::tag;
using kind = change::kind;

class collector {
 public:
  collector(evaluate::world& world, std::size_t own_events)
      : world_(world), facts_(world.facts()), own_events_(own_events) {}

  void look(step const& at) {
    std::vector<change> read;
    for (auto const& one : at.cites) cited(one, read);
    if (at.of == step::kind::tuple) tuple(at.subject, at.values, read);
    auto const compared = compared_in(at);
    is_partial_ = is_partial_ || asks_about_unknown(at);
    for (auto& one : read) add(std::move(one), compared);
  }

  [[nodiscard]] facts_read_by take() { return {std::move(found_), is_partial_}; }

 private:
  void cited(cited_fact const& one, std::vector<change>& into) const {
    switch (one.of) {
      case cited_fact::kind::event:
        if (one.subject < own_events_) into.push_back({kind::presence, one.subject, 0, {}, {facts::unknown}});
        return;
      case cited_fact::kind::event_field:
        if (one.subject < own_events_) into.push_back({kind::field, one.subject, one.field, {}, {facts::unknown}});
        return;
      case cited_fact::kind::statement: {
        auto const& said = facts_.statements[one.subject];
        tuple(said.relation, said.arguments, into);
        return;
      }
      case cited_fact::kind::entity_field:  // who somebody is, and how the law is read, are no facts of the case
      case cited_fact::kind::reading: return;
    }
  }

  void tuple(check::relation_index relation, std::vector<facts::value> const& arguments,
             std::vector<change>& into) const {
    auto const& meant = world_.program().relations[relation];
    bool const is_writable = std::all_of(arguments.begin(), arguments.end(), [&](facts::value const& one) {
      return one.is_known() && one.tag != tag::unnamed && one.tag != tag::absent &&
             (one.tag != tag::event || facts::index_of(one) < own_events_);
    });
    if (!meant.is_fact || !is_writable) return;
    into.push_back({meant.value ? kind::value : kind::tuple, relation, 0, arguments, {facts::unknown}});
  }

  // Of something unknown the tuples of all that it could be are read, and a proof does not show them.
  [[nodiscard]] bool asks_about_unknown(step const& at) {
    if (at.of != step::kind::condition) return false;
    auto const* applied = std::get_if<model::application>(&world_.program().rules[at.expression].node);
    if (applied == nullptr) return false;
    auto slots = at.values;
    return std::any_of(applied->arguments.begin(), applied->arguments.end(),
                       [&](auto const one) { return !world_.value_of(one, slots, at.where).is_known(); });
  }

  // What the two sides of a comparison are, and what lies next to them.
  [[nodiscard]] std::vector<facts::value> compared_in(step const& at) {
    if (at.of != step::kind::condition) return {};
    auto const* compared = std::get_if<model::comparison>(&world_.program().rules[at.expression].node);
    if (compared == nullptr) return {};
    std::vector<facts::value> values;
    auto slots = at.values;
    for (auto const side : {compared->left, compared->right}) {
      auto const value = world_.value_of(side, slots, at.where);
      if (!value.is_known() || value.tag == tag::absent) continue;
      values.push_back(value);
      if (value.tag != tag::integer && value.tag != tag::date && value.tag != tag::duration) continue;
      for (std::int64_t const step : {-1, 1}) {
        auto next = value;
        if (!__builtin_add_overflow(value.payload, step, &next.payload)) values.push_back(next);
      }
    }
    return values;
  }

  void add(change fact, std::vector<facts::value> const& compared) {
    auto known = std::find_if(found_.begin(), found_.end(), [&](auto const& one) { return one.fact == fact; });
    if (known == found_.end()) known = found_.insert(found_.end(), {std::move(fact), {}});
    known->compared.insert(known->compared.end(), compared.begin(), compared.end());
  }

  evaluate::world& world_;
  facts::base const& facts_;
  std::size_t own_events_;
  std::vector<changeable> found_;
  bool is_partial_ = false;
};

std::vector<facts::value> of_type(evaluate::world const& world, check::type const& type,
                                  std::vector<facts::value> const& compared) {
  auto const matches = [&](facts::value const& value) {
    switch (type.base) {
      case check::base_type::integer: return value.tag == tag::integer;
      case check::base_type::text: return value.tag == tag::text;
      case check::base_type::date: return value.tag == tag::date;
      case check::base_type::duration: return value.tag == tag::duration;
      case check::base_type::unknown:
      case check::base_type::boolean:
      case check::base_type::enumeration:
      case check::base_type::entity:
      case check::base_type::event: break;
    }
    return false;
  };
  auto all = values_of(world, type);
  for (auto const& value : compared)
    if (matches(value) && std::find(all.begin(), all.end(), value) == all.end()) all.push_back(value);
  auto const& events = world.facts().events;
  auto const is_unwritable = [&](facts::value const& value) {
    return value.tag == tag::unnamed || (value.tag == tag::event && events[facts::index_of(value)].id.empty());
  };
  all.erase(std::remove_if(all.begin(), all.end(), is_unwritable), all.end());
  return all;
}

std::vector<facts::value> but(facts::value const& present, std::vector<facts::value> values) {
  values.erase(std::remove(values.begin(), values.end(), present), values.end());
  return values;
}

facts::value boolean_of(facts::truth truth) {
  return truth == facts::truth::open ? facts::unknown : facts::of_boolean(truth == facts::truth::yes);
}

// The days of what happened before, the last first, after the day that is asked about.
std::vector<facts::value> days(evaluate::world const& world, std::vector<facts::value> const& first) {
  constexpr std::size_t most_days = 8;
  std::vector<facts::value> all;
  for (auto const& event : world.facts().events)
    if (event.date.is_known() && event.date < first.front()) all.push_back(event.date);
  std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return b < a; });
  all.erase(std::unique(all.begin(), all.end()), all.end());
  all.insert(all.begin(), first.begin(), first.end());
  if (all.size() > most_days) all.resize(most_days);
  return all;
}

// The value of a fact over the whole of time, where that is how it is stated.
facts::value stated_value(facts::base const& facts, change const& of) {
  for (auto const& said : facts.statements) {
    if (said.relation != of.subject || said.arguments != of.arguments) continue;
    return said.holds == facts::truth::yes && !said.from && !said.until ? said.held : facts::unknown;
  }
  return facts::unknown;
}

facts::value literal(check::program const& program, facts::base const& facts, model::expression_id id) {
  auto const& node = program.rules[id].node;
  if (auto const* it = std::get_if<model::boolean_literal>(&node)) return facts::of_boolean(it->value);
  if (auto const* it = std::get_if<model::integer_literal>(&node)) return facts::of_integer(it->value);
  if (auto const* it = std::get_if<model::date_literal>(&node)) return facts::of_date(it->value);
  if (auto const* it = std::get_if<model::duration_literal>(&node)) return facts::of_duration(it->value);
  if (auto const* it = std::get_if<model::text_literal>(&node)) {
    auto const known = facts.texts.find(it->value);
    return known ? facts::of_text(*known) : facts::unknown;
  }
  auto const& meant = program.resolved[id];
  if (meant.of == check::resolution::kind::enumerator)
    return facts::of_enumerator(program.types[id].index, meant.index);
  if (meant.of == check::resolution::kind::individual) {
    return facts::of_entity(program.individuals[meant.index].kind, meant.index);
  }
  return facts::unknown;
}

}  // namespace

facts_read_by facts_read(evaluate::world& world, proof const& of, std::size_t own_events) {
  collector read(world, own_events);
  for (auto const& step : of.steps) read.look(step);
  auto made = read.take();
  made.is_partial = made.is_partial || of.is_partial;
  return made;
}

changeable one_more(check::program const& program, check::event_kind_index event_kind, source::date date) {
  auto const parts = part_fields + program.event_kinds[event_kind].fields.size();
  return {{kind::addition, event_kind, 0, {}, std::vector<facts::value>(parts, facts::unknown)},
          {facts::of_date(date)}};
}

std::optional<facts::value> value_left_out(evaluate::world const& world, change const& of, std::size_t part) {
  if (of.of != kind::addition || part < part_fields) return std::nullopt;
  auto const& field = world.program().event_kinds[of.subject].fields[part - part_fields];
  if (field.default_value) return literal(world.program(), world.facts(), *field.default_value);
  if (field.type.optional) return facts::absent;
  return std::nullopt;
}

std::vector<facts::value> values_for(evaluate::world const& world, changeable const& of, std::size_t part) {
  auto const& program = world.program();
  auto const& known = world.facts();
  std::vector const booleans{facts::of_boolean(true), facts::of_boolean(false)};
  switch (of.fact.of) {
    case kind::field: {
      auto const& event = known.events[of.fact.subject];
      auto const& type = program.event_kinds[event.kind].fields[of.fact.field].type;
      return but(event.fields[of.fact.field], of_type(world, type, of.compared));
    }
    case kind::presence: return but(boolean_of(known.events[of.fact.subject].holds), booleans);
    case kind::tuple: return booleans;
    case kind::value:
      return but(stated_value(known, of.fact), of_type(world, *program.relations[of.fact.subject].value, of.compared));
    case kind::addition: break;
  }
  if (part == part_holds) return {facts::of_boolean(true)};
  if (part == part_date) return days(world, of.compared);
  auto all = of_type(world, program.event_kinds[of.fact.subject].fields[part - part_fields].type, {});
  if (auto const first = value_left_out(world, of.fact, part)) {
    all = but(*first, std::move(all));
    all.insert(all.begin(), *first);
  }
  return all;
}

}  // namespace casus::explain
