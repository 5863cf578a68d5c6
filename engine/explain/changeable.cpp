#include "changeable.hpp"

#include "open_facts.hpp"

#include <algorithm>
#include <map>
#include <span>

namespace casus::explain {
namespace {

using facts::tag;
using kind = change::kind;

class collector {
 public:
  collector(evaluate::world& world, std::size_t own_events)
      : world_(world), facts_(world.facts()), own_events_(own_events) {}

  void look(proof const& of, step const& at) {
    std::vector<change> read;
    for (auto const& one : at.cites) cited(one, read);
    if (at.of == step::kind::tuple) tuple(at.subject, at.values, read);
    auto const compared = compared_in(at);
    // The value of a fact is a step of its own.
    for (auto const& on : at.rests_on) {
      auto const& side = of.steps[on.step];
      if (!compared.empty() && side.of == step::kind::tuple) tuple(side.subject, side.values, read);
    }
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

  void tuple(check::relation_index relation, std::span<facts::value const> arguments, std::vector<change>& into) const {
    auto const& meant = world_.program().relations[relation];
    bool const is_writable = std::all_of(arguments.begin(), arguments.end(), [&](facts::value const& one) {
      return one.is_known() && one.tag != tag::unnamed && one.tag != tag::absent &&
             (one.tag != tag::event || facts::index_of(one) < own_events_);
    });
    if (!meant.is_fact || !is_writable) return;
    into.push_back(
        {meant.value ? kind::value : kind::tuple, relation, 0, {arguments.begin(), arguments.end()}, {facts::unknown}});
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
    auto const [place, is_new] = known_.try_emplace(fact, found_.size());
    if (is_new) found_.push_back({std::move(fact), {}});
    auto& with = found_[place->second].compared;
    for (auto const& value : compared)
      if (std::find(with.begin(), with.end(), value) == with.end()) with.push_back(value);
  }

  evaluate::world& world_;
  facts::base const& facts_;
  std::size_t own_events_;
  std::vector<changeable> found_;
  std::map<change, std::size_t> known_;
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

// The value of a fact over the whole of time, where that is how it is stated.
facts::value stated_value(facts::base const& facts, change const& of) {
  for (auto const& said : facts.statements) {
    if (said.relation != of.subject || said.arguments != of.arguments) continue;
    return said.holds == facts::truth::yes && !said.from && !said.until ? said.held : facts::unknown;
  }
  return facts::unknown;
}

}  // namespace

facts_read_by facts_read(evaluate::world& world, proof const& of, std::size_t own_events) {
  collector read(world, own_events);
  for (auto const& step : of.steps) read.look(of, step);
  auto made = read.take();
  made.is_partial = made.is_partial || of.is_partial;
  return made;
}

changeable one_more(check::program const& program, check::event_kind_index event_kind,
                    std::vector<facts::value> const& days) {
  auto const parts = part_fields + program.event_kinds[event_kind].fields.size();
  return {{kind::addition, event_kind, 0, {}, std::vector<facts::value>(parts, facts::unknown)}, days};
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
  if (part == part_date) return of.compared;
  auto all = of_type(world, program.event_kinds[of.fact.subject].fields[part - part_fields].type, {});
  if (auto const first = value_left_out(program, known, of.fact, part)) {
    all = but(*first, std::move(all));
    all.insert(all.begin(), *first);
  }
  return all;
}

}  // namespace casus::explain
