#include "fact_edits.hpp"

#include "engine/facts/print.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace casus::suite {
namespace {

using facts::value;

class editor {
 public:
  editor(check::program const& program, facts::scenario const& told, reading_list const& read)
      : program_(program), told_(told), read_(read) {
    days_ = read.dates;
    for (auto const& event : told.agreed.events)
      if (event.date.tag == facts::tag::date && read.events.count(event.kind) > 0)
        days_.push_back(facts::date_of(event.date));
    note_own();
    std::sort(days_.begin(), days_.end());
    days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
  }

  [[nodiscard]] std::vector<fact_edit> edits(std::size_t most) {
    for (std::uint32_t i = 0; i < told_.agreed.events.size(); ++i) of_event(i);
    for (std::uint32_t i = 0; i < told_.agreed.statements.size(); ++i) of_statement(i);
    for (auto const& [relation, distance] : read_.facts) of_unstated(relation, distance + 1);
    for (auto const& [point, distance] : read_.interpretations) of_reading(point, distance);
    for (auto const day : other_days(facts::unknown)) {
      add(3, {told_.where, fmt::format("`as_of: {}`", source::to_iso(day)),
              [=](facts::scenario& in) { in.as_of = day; }, "as_of"});
    }
    return nearest(most);
  }

  [[nodiscard]] std::vector<fact_edit> additions() {
    constexpr std::size_t of_each_kind = 6;
    for (auto const& [kind, distance] : read_.events)
      for (std::size_t turn = 0; turn < of_each_kind; ++turn) of_more(kind, turn, distance);
    return nearest(found_.size());
  }

 private:
  [[nodiscard]] std::vector<fact_edit> nearest(std::size_t most) {
    std::stable_sort(found_.begin(), found_.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
    std::vector<fact_edit> all;
    for (auto& [distance, one] : found_)
      if (all.size() < most) all.push_back(std::move(one));
    return all;
  }

  // What can stand in a field, the likeliest first: what the rule names, what the scenario's own file names.
  [[nodiscard]] std::vector<value> choices(check::type const& type) const {
    if (type.base == check::base_type::date) return {facts::of_date(*told_.as_of)};
    auto found = others(type, facts::unknown);
    auto const rank = [&](value const& one) {
      if (std::find(read_.values.begin(), read_.values.end(), one) != read_.values.end()) return 0;
      return std::find(own_.begin(), own_.end(), one) != own_.end() ? 1 : 2;
    };
    std::stable_sort(found.begin(), found.end(), [&](auto const& a, auto const& b) { return rank(a) < rank(b); });
    return found;
  }

  // Fields of one type get different values: who acts is seldom whom it concerns.
  void of_more(check::event_kind_index kind, std::size_t turn, int distance) {
    auto const& of = program_.event_kinds[kind];
    facts::event made;
    made.kind = kind;
    std::map<std::pair<check::base_type, std::uint32_t>, std::size_t> taken;
    std::string words;
    for (auto const& field : of.fields) {
      auto const all = choices(field.type);
      auto const one =
          all.empty() ? facts::unknown : all[(turn + taken[{field.type.base, field.type.index}]++) % all.size()];
      made.fields.push_back(one);
      made.origins.push_back(one.is_known() ? facts::origin::stated : facts::origin::stated_unknown);
      words += fmt::format("{}: {}, ", field.name, written(one));
    }
    made.places.assign(of.fields.size(), told_.where);
    made.date = made.effective = facts::of_date(*told_.as_of);
    made.where = told_.where;
    add(distance, {told_.where, fmt::format("`{}: {{{}date: {}}}`", of.name, words, source::to_iso(*told_.as_of)),
                   [made](facts::scenario& in) { in.agreed.events.push_back(made); }, "more " + of.name});
  }

  void add(int distance, fact_edit one) { found_.emplace_back(distance, std::move(one)); }

  void of_event(std::uint32_t index) {
    auto const& event = told_.agreed.events[index];
    auto const& of = program_.event_kinds[event.kind];
    auto const name = event.id.empty() ? of.name : event.id;
    auto const remoteness = remoteness_of(event.where, event.fields);
    for (std::uint32_t field = 0; field < event.fields.size(); ++field) {
      auto const near = read_.fields.find({event.kind, field});
      if (near == read_.fields.end()) continue;
      for (auto const& other : others(of.fields[field].type, event.fields[field])) {
        add(near->second,
            {event.places[field], fmt::format("`{}: {}` of `{}`", of.fields[field].name, written(other), name),
             [=](facts::scenario& in) {
               in.agreed.events[index].fields[field] = other;
               in.agreed.events[index].origins[field] = facts::origin::stated;
             },
             of.fields[field].name, remoteness});
      }
    }
    auto const near = read_.events.find(event.kind);
    if (near == read_.events.end()) return;
    for (auto const day : other_days(event.date)) {
      bool const is_effective_then = event.effective == event.date;
      add(near->second + 1, {event.where, fmt::format("`date: {}` of `{}`", source::to_iso(day), name),
                             [=](facts::scenario& in) {
                               in.agreed.events[index].date = facts::of_date(day);
                               if (is_effective_then) in.agreed.events[index].effective = facts::of_date(day);
                             },
                             "date", remoteness});
    }
    add(near->second + 2,
        {event.where, fmt::format("without `{}`", name),
         [=](facts::scenario& in) { in.agreed.events[index].holds = facts::truth::no; }, "without", remoteness});
  }

  void of_statement(std::uint32_t index) {
    auto const& one = told_.agreed.statements[index];
    auto const near = read_.facts.find(one.relation);
    if (near == read_.facts.end()) return;
    auto const& name = program_.relations[one.relation].name;
    auto const remoteness = remoteness_of(one.where, one.arguments);
    add(near->second + 1, {one.where, fmt::format("without this statement of `{}`", name),
                           [=](facts::scenario& in) {
                             in.agreed.statements[index].holds = facts::negate(in.agreed.statements[index].holds);
                           },
                           "without", remoteness});
    for (auto const day : one.from ? other_days(*one.from) : std::vector<source::date>{}) {
      add(near->second + 2,
          {one.where, fmt::format("`from: {}` of `{}`", source::to_iso(day), name),
           [=](facts::scenario& in) { in.agreed.statements[index].from = facts::of_date(day); }, "from", remoteness});
    }
  }

  void of_reading(check::interpretation_index point, int distance) {
    auto const& of = program_.interpretations[point];
    auto const said = told_.readings.find(point);
    auto const now = said == told_.readings.end() ? std::optional{of.default_value} : said->second;
    auto const& values = program_.enumerations[of.values].values;
    for (std::uint32_t i = 0; i < values.size(); ++i) {
      if (now == i) continue;
      add(distance, {told_.where, fmt::format("`readings: {{{}: {}}}`", of.id, values[i]),
                     [=](facts::scenario& in) { in.readings[point] = i; }, "reading " + of.id});
    }
  }

  // What is not said of anything named, of a fact without a value.
  void of_unstated(check::relation_index relation, int distance) {
    auto const& of = program_.relations[relation];
    bool const can_be_tried = !of.value && std::all_of(of.parameters.begin(), of.parameters.end(),
                                                       [](auto const& type) { return check::is_enumerable(type); });
    if (!can_be_tried) return;
    std::set<std::vector<value>> stated;
    for (auto const& one : told_.agreed.statements)
      if (one.relation == relation) stated.insert(one.arguments);
    std::vector<std::vector<value>> tuples{{}};
    for (auto const& type : of.parameters) {
      std::vector<std::vector<value>> longer;
      for (auto const& tuple : tuples) {
        for (auto const& last : others(type, facts::unknown)) {
          if (longer.size() >= most_tuples) break;
          longer.push_back(tuple);
          longer.back().push_back(last);
        }
      }
      tuples = std::move(longer);
    }
    for (auto const& tuple : tuples) {
      if (stated.count(tuple) > 0) continue;
      std::string words;
      for (auto const& each : tuple) words += (words.empty() ? "" : ", ") + written(each);
      facts::statement more;
      more.relation = relation;
      more.arguments = tuple;
      more.where = told_.where;
      add(distance, {told_.where, fmt::format("`{}: [{}]`", of.name, words),
                     [=](facts::scenario& in) { in.agreed.statements.push_back(more); }, of.name});
    }
  }

  // The days that the rule or other events name, the day before and the day after.
  [[nodiscard]] std::vector<source::date> other_days(value const& now) const {
    std::set<source::date> found;
    for (auto const day : days_)
      for (auto const step : {-1, 0, 1})
        if (auto const other = source::add(day, {0, step})) found.insert(*other);
    if (now.tag == facts::tag::date) found.erase(facts::date_of(now));
    return {found.begin(), found.end()};
  }

  [[nodiscard]] std::vector<value> others(check::type const& type, value const& now) const {
    std::vector<value> found;
    auto const add_if_other = [&](value const& one) {
      if (one != now && std::find(found.begin(), found.end(), one) == found.end()) found.push_back(one);
    };
    switch (type.base) {
      case check::base_type::boolean:
        add_if_other(facts::of_boolean(true));
        add_if_other(facts::of_boolean(false));
        break;
      case check::base_type::enumeration:
        for (std::uint32_t i = 0; i < program_.enumerations[type.index].values.size(); ++i)
          add_if_other(facts::of_enumerator(type.index, i));
        break;
      case check::base_type::entity: {
        auto const& family = program_.kinds[type.index].family;
        for (std::uint32_t i = 0; i < told_.agreed.entities.size(); ++i) {
          auto const of = told_.agreed.entities[i].kind;
          if (std::find(family.begin(), family.end(), of) != family.end()) add_if_other(facts::of_entity(of, i));
        }
        break;
      }
      case check::base_type::integer:
        if (now.tag != facts::tag::integer) break;
        for (auto const& named : read_.values)
          if (named.tag == facts::tag::integer)
            for (auto const step : {0, -1, 1}) add_if_other(facts::of_integer(named.payload + step));
        for (auto const step : {-1, 1}) add_if_other(facts::of_integer(now.payload + step));
        break;
      case check::base_type::date:
        for (auto const day : other_days(now)) found.push_back(facts::of_date(day));
        break;
      case check::base_type::event:
        for (std::uint32_t i = 0; i < told_.agreed.events.size(); ++i)
          if (told_.agreed.events[i].kind == type.index) add_if_other(facts::of_event(type.index, i));
        break;
      case check::base_type::duration:
      case check::base_type::text:
      case check::base_type::unknown: break;
    }
    if (type.optional) add_if_other(facts::absent);
    // What the rule names is likelier to matter to it.
    std::stable_partition(found.begin(), found.end(), [&](value const& one) {
      return std::find(read_.values.begin(), read_.values.end(), one) != read_.values.end();
    });
    return found;
  }

  // What the scenario's own file names.
  void note_own() {
    auto const note = [&](source::span where, std::vector<value> const& values) {
      if (where.file != told_.where.file) return;
      for (auto const& one : values)
        if (one.tag == facts::tag::entity || one.tag == facts::tag::event) own_.push_back(one);
    };
    for (auto const& one : told_.agreed.events) note(one.where, one.fields);
    for (auto const& one : told_.agreed.statements) note(one.where, one.arguments);
  }

  [[nodiscard]] int remoteness_of(source::span where, std::vector<value> const& values) const {
    if (where.file == told_.where.file) return 0;
    bool const names_own = std::any_of(values.begin(), values.end(), [&](value const& one) {
      return std::find(own_.begin(), own_.end(), one) != own_.end();
    });
    return names_own ? 1 : 2;
  }

  [[nodiscard]] std::string written(value const& of) const { return facts::print(of, program_, told_.agreed); }

  static constexpr std::size_t most_tuples = 64;  // of one fact
  check::program const& program_;
  facts::scenario const& told_;
  reading_list const& read_;
  std::vector<source::date> days_;
  std::vector<value> own_;
  std::vector<std::pair<int, fact_edit>> found_;
};

}  // namespace

std::vector<fact_edit> additions_of(check::program const& program, facts::scenario const& told,
                                    reading_list const& read) {
  return told.as_of ? editor{program, told, read}.additions() : std::vector<fact_edit>{};
}

std::vector<fact_edit> edits_of(check::program const& program, facts::scenario const& told, reading_list const& read,
                                std::size_t most) {
  return editor{program, told, read}.edits(most);
}

}  // namespace casus::suite
