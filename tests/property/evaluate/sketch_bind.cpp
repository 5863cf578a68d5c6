// Sketches bound to a program: names to indices, words to values.
#include "tests/property/evaluate/sketch.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace casus::oracle {
namespace {

template <class List, class Name>
std::optional<std::uint32_t> find(List const& list, std::string const& wanted, Name const& name) {
  for (std::uint32_t index = 0; index < list.size(); ++index) {
    if (name(list[index]) == wanted) return index;
  }
  return std::nullopt;
}

constexpr auto by_name = [](auto const& each) { return each.name; };
constexpr auto by_id = [](auto const& each) { return each.id; };

std::optional<std::string> value_named(named_values const& fields, std::string const& name) {
  auto const found = std::find_if(fields.begin(), fields.end(), [&](auto const& each) { return each.first == name; });
  return found == fields.end() ? std::nullopt : std::optional(found->second);
}

facts::truth truth_of(std::optional<std::string> const& word) {
  if (!word || *word == "true") return facts::truth::yes;
  return *word == "false" ? facts::truth::no : facts::truth::open;
}

std::optional<source::date> date_of(std::optional<std::string> const& word) {
  return word ? source::parse_date(*word) : std::nullopt;
}

class binder {
 public:
  binder(sketch const& drawn, check::program const& rules) : drawn_(drawn), rules_(rules) {}

  facts::base run() {
    declare();
    for (facts::entity& each : base_.entities) fill(each);
    for (told_event const& each : drawn_.events) add(each);
    for (told_fact const& each : drawn_.facts) add(each);
    return std::move(base_);
  }

 private:
  void declare() {
    for (check::individual const& each : rules_.individuals)
      base_.entities.push_back({each.id, each.title, each.kind, {}, {}});
    for (told_entity const& each : drawn_.entities) {
      auto const kind = find(rules_.kinds, each.kind, by_name);
      bool const is_new = !find(base_.entities, each.id, by_id);
      if (kind && is_new) base_.entities.push_back({each.id, each.id, *kind, {}, {}});
    }
    std::uint32_t index = 0;
    for (told_event const& each : drawn_.events) {
      if (find(rules_.event_kinds, each.kind, by_name)) events_.emplace_back(each.id, index++);
    }
  }

  facts::value parse(std::string const& word, check::type const& type) {
    if (word == "unknown") return facts::unknown;
    switch (type.base) {
      case check::base_type::unknown: return facts::unknown;
      case check::base_type::boolean: return facts::of_boolean(word == "true");
      case check::base_type::integer: return facts::of_integer(std::strtoll(word.c_str(), nullptr, 10));
      case check::base_type::text: return facts::of_text(base_.texts.intern(word));
      case check::base_type::date: return facts::of_date(*source::parse_date(word));
      case check::base_type::duration:
        return facts::of_duration({0, static_cast<std::int32_t>(std::strtol(word.c_str(), nullptr, 10))});
      case check::base_type::enumeration: {
        auto const& values = rules_.enumerations[type.index].values;
        auto const found = std::find(values.begin(), values.end(), word);
        if (found == values.end()) return facts::unknown;
        return facts::of_enumerator(type.index, static_cast<std::uint32_t>(found - values.begin()));
      }
      case check::base_type::entity: {
        auto const found = find(base_.entities, word, by_id);
        return found ? facts::of_entity(base_.entities[*found].kind, *found) : facts::unknown;
      }
      case check::base_type::event: {
        auto const found = find(events_, word, [](auto const& each) { return each.first; });
        return found ? facts::of_event(type.index, events_[*found].second) : facts::unknown;
      }
    }
    return facts::unknown;
  }

  facts::value value_of(named_values const& fields, check::field const& field) {
    if (auto const said = value_named(fields, field.name)) return parse(*said, field.type);
    if (field.type.optional) return facts::absent;
    if (!field.default_value) return facts::unknown;
    return facts::of_boolean(std::get<model::boolean_literal>(rules_.rules[*field.default_value].node).value);
  }

  void fill(facts::entity& of) {
    named_values fields;
    for (told_entity const& each : drawn_.entities) {
      if (each.id == of.id) fields = each.fields;
    }
    for (check::field const& each : rules_.kinds[of.kind].fields) of.fields.push_back(value_of(fields, each));
  }

  facts::value date_or_unknown(std::optional<std::string> const& word) {
    auto const found = date_of(word);
    return found ? facts::of_date(*found) : facts::unknown;
  }

  void add(told_event const& told) {
    auto const kind = find(rules_.event_kinds, told.kind, by_name);
    if (!kind) return;
    facts::event made;
    made.id = told.id;
    made.kind = *kind;
    for (check::field const& each : rules_.event_kinds[*kind].fields) {
      made.fields.push_back(value_of(told.fields, each));
      made.origins.push_back(made.fields.back().is_known() ? facts::origin::stated : facts::origin::left_out);
      made.places.push_back({});
    }
    made.date = date_or_unknown(value_named(told.fields, "date"));
    auto const effective = value_named(told.fields, "effective");
    made.effective = effective ? date_or_unknown(effective) : made.date;
    made.known = date_of(value_named(told.fields, "known"));
    made.holds = truth_of(value_named(told.fields, "holds"));
    base_.events.push_back(std::move(made));
  }

  void add(told_fact const& told) {
    auto const relation = find(rules_.relations, told.relation, by_name);
    if (!relation || !rules_.relations[*relation].is_fact) return;
    check::relation const& meant = rules_.relations[*relation];
    facts::statement made;
    made.relation = *relation;
    for (std::size_t index = 0; index < meant.parameters.size(); ++index) {
      auto const said = value_named(told.fields, meant.parameter_names[index]);
      made.arguments.push_back(said ? parse(*said, meant.parameters[index]) : facts::unknown);
      if (!made.arguments.back().is_known()) return;
    }
    made.holds = truth_of(value_named(told.fields, "holds"));
    auto const from = value_named(told.fields, "from");
    auto const until = value_named(told.fields, "until");
    if (from) made.from = date_or_unknown(from);
    if (until) made.until = date_or_unknown(until);
    made.known = date_of(value_named(told.fields, "known"));
    auto const held = value_named(told.fields, "value");
    if (meant.value) made.held = held ? parse(*held, *meant.value) : facts::unknown;
    base_.statements.push_back(std::move(made));
  }

  sketch const& drawn_;
  check::program const& rules_;
  facts::base base_;
  std::vector<std::pair<std::string, std::uint32_t>> events_;  // ids with their index in the facts
};

bool is_argument(std::pair<std::string, std::string> const& field) {
  constexpr std::array<std::string_view, 5> others{"from", "until", "holds", "known", "value"};
  return std::find(others.begin(), others.end(), field.first) == others.end();
}

named_values arguments_of(told_fact const& of) {
  named_values found;
  std::copy_if(of.fields.begin(), of.fields.end(), std::back_inserter(found), is_argument);
  return found;
}

// Whether one certainly ends before the other begins. Dates are compared as they are written.
bool ends_before(told_fact const& a, told_fact const& b) {
  auto const until = value_named(a.fields, "until");
  auto const from = value_named(b.fields, "from");
  return until && from && *until != "unknown" && *from != "unknown" && *until <= *from;
}

bool contradicts(told_fact const& a, told_fact const& b) {
  if (a.relation != b.relation || arguments_of(a) != arguments_of(b)) return false;
  bool const agree = truth_of(value_named(a.fields, "holds")) == truth_of(value_named(b.fields, "holds")) &&
                     value_named(a.fields, "value") == value_named(b.fields, "value");
  return !agree && !ends_before(a, b) && !ends_before(b, a);
}

}  // namespace

std::vector<told_fact> without_conflicts(std::vector<told_fact> const& facts) {
  std::vector<told_fact> kept;
  for (told_fact const& each : facts) {
    bool const is_refused =
        std::any_of(kept.begin(), kept.end(), [&](told_fact const& other) { return contradicts(other, each); });
    if (!is_refused) kept.push_back(each);
  }
  return kept;
}

facts::base facts_of(sketch const& of, check::program const& rules) { return binder(of, rules).run(); }

evaluate::options options_of(sketch const& of, check::program const& rules) {
  evaluate::options how;
  how.known_by = date_of(of.known_by);
  for (auto const& [id, word] : of.readings) {
    auto const point = find(rules.interpretations, id, by_id);
    if (!point) continue;
    auto const& values = rules.enumerations[rules.interpretations[*point].values].values;
    auto const chosen = std::find(values.begin(), values.end(), word);
    how.readings[*point] = std::nullopt;
    if (chosen != values.end()) how.readings[*point] = static_cast<std::uint32_t>(chosen - values.begin());
  }
  for (auto const& [id, day] : of.law) {
    auto const article = find(rules.articles, id, by_id);
    if (id.empty()) how.law.everywhere = date_of(day);
    if (article) how.law.of_article[*article] = *date_of(day);
  }
  return how;
}

}  // namespace casus::oracle
