#include "varied_facts.hpp"

#include "fact_values.hpp"

#include "engine/explain/decision_table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::cli {
namespace {

using explain::fact_choice;
using place_kind = evaluate::varied_place::kind;

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts{""};
  int depth = 0;
  for (char const c : text) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (c == at && depth == 0)
      parts.emplace_back();
    else if (c != ' ' || !parts.back().empty())
      parts.back() += c;
  }
  return parts;
}

class fact_reader {
 public:
  fact_reader(opened_case const& in, facts::base& facts) : in_(in), program_(in.rules.program()), facts_(facts) {}

  [[nodiscard]] named_fact read(std::string const& text) {
    auto const sign = text.find('=');
    made_ = {.name = text.substr(0, sign), .fact = {}, .values = {}};
    auto const given = sign == std::string::npos ? std::vector<std::string>{} : split(text.substr(sign + 1), '|');
    auto const& name = made_.name;
    if (name.find('(') != std::string::npos)
      tuple(given);
    else if (name.find('.') != std::string::npos)
      event(given);
    else
      reading(given);
    auto const number = made_.values.size();
    if (number < 2)
      throw usage_error{fmt::format("`{}` has {} value to be varied: name several, as {}=A|B", name, number, name)};
    if (number > explain::most_values) {
      throw usage_error{fmt::format("`{0}` has more than {1} values: name those that are meant, as {0}=A|B", name,
                                    explain::most_values)};
    }
    return std::move(made_);
  }

 private:
  void add(facts::value value, std::string called, bool is_as_told = false) {
    if (std::find(made_.values.begin(), made_.values.end(), called) != made_.values.end()) {
      throw usage_error{fmt::format("`{}` of `{}` is named twice", called, made_.name)};
    }
    made_.fact.choices.push_back({value, is_as_told});
    made_.values.push_back(std::move(called));
  }

  void whether(std::vector<std::string> const& given, bool is_told) {
    static std::vector<std::string> const both{"true", "false"};
    for (auto const& each : given.empty() ? both : given) {
      if (each == "unknown")
        add(facts::unknown, each);
      else if (each == "true" || each == "false")
        add(facts::of_boolean(each == "true"), each, each == "true" && is_told);
      else
        throw usage_error{fmt::format("`{}` is `true`, `false` or `unknown`, not `{}`", made_.name, each)};
    }
  }

  void reading(std::vector<std::string> const& given) {
    std::vector<std::string> known;
    for (check::interpretation_index i = 0; i < program_.interpretations.size(); ++i) {
      auto const& point = program_.interpretations[i];
      known.push_back(point.id);
      if (point.id != made_.name) continue;
      made_.fact.place = {place_kind::reading, i, 0, {}};
      check::type type{};
      type.base = check::base_type::enumeration;
      type.index = point.values;
      values(type, given);
      return;
    }
    throw usage_error{
        fmt::format("`{}` is no point of law; an event is named as Attack.raid, a field of one as "
                    "Attack.raid.origin, a fact as party(northland){}",
                    made_.name, or_nearest(made_.name, known))};
  }

  void event(std::vector<std::string> const& given) {
    auto const parts = split(made_.name, '.');
    auto const kind = kind_named(parts[0]);
    auto const e = event_named(kind, parts[1]);
    made_.fact.place = {place_kind::event, e, 0, {}};
    if (parts.size() == 2) return whether(given, false);
    if (parts.size() > 3) throw usage_error{fmt::format("`{}` goes further than a field of an event", made_.name)};
    if (parts[2] == "date") {
      made_.fact.is_date = true;
      check::type type{};
      type.base = check::base_type::date;
      if (!given.empty()) return values(type, given);
      auto const of = known_values();
      for (auto const& day : of.days_of(e)) add(day, of.called(day));
      return;
    }
    auto const& fields = program_.event_kinds[kind].fields;
    std::vector<std::string> known{"date"};
    for (std::uint32_t f = 0; f < fields.size(); ++f) {
      known.push_back(fields[f].name);
      if (fields[f].name != parts[2]) continue;
      made_.fact.place = {place_kind::field, e, f, {}};
      return values(fields[f].type, given);
    }
    throw usage_error{fmt::format("`{}` has no field `{}`{}", parts[0], parts[2], or_nearest(parts[2], known))};
  }

  [[nodiscard]] check::event_kind_index kind_named(std::string const& name) const {
    std::vector<std::string> known;
    for (check::event_kind_index k = 0; k < program_.event_kinds.size(); ++k) {
      known.push_back(program_.event_kinds[k].name);
      if (known.back() == name) return k;
    }
    throw usage_error{fmt::format("there are no events `{}`{}", name, or_nearest(name, known))};
  }

  [[nodiscard]] std::uint32_t event_named(check::event_kind_index kind, std::string const& id) const {
    std::vector<std::string> known;
    for (std::uint32_t e = 0; e < facts_.events.size(); ++e) {
      if (facts_.events[e].kind != kind) continue;
      known.push_back(facts_.events[e].id);
      if (known.back() == id) return e;
    }
    throw usage_error{
        fmt::format("no `{}` is called `{}`{}", program_.event_kinds[kind].name, id, or_nearest(id, known))};
  }

  void tuple(std::vector<std::string> const& given) {
    auto const open = made_.name.find('(');
    if (made_.name.back() != ')')
      throw usage_error{fmt::format("a fact is named as party(northland), not `{}`", made_.name)};
    auto const relation = relation_named(made_.name.substr(0, open));
    auto const& of = program_.relations[relation];
    auto const names = split(std::string_view{made_.name}.substr(open + 1, made_.name.size() - open - 2), ',');
    if (names.size() != of.parameters.size()) {
      throw usage_error{fmt::format("`{}` takes {} name{}, not {}", of.name, of.parameters.size(),
                                    of.parameters.size() == 1 ? "" : "s", names.size())};
    }
    facts::statement said;
    said.relation = relation;
    for (std::size_t i = 0; i < names.size(); ++i)
      said.arguments.push_back(known_values().named(of.parameters[i], names[i]));
    made_.fact.place = {place_kind::tuple, relation, 0, {}};
    bool is_told = false;
    for (std::uint32_t s = 0; s < facts_.statements.size(); ++s) {
      auto const& known = facts_.statements[s];
      if (known.relation != relation || known.arguments != said.arguments) continue;
      made_.fact.place.statements.push_back(s);
      is_told = is_told || known.holds == facts::truth::yes;
    }
    if (made_.fact.place.statements.empty()) {
      said.where = in_.told.where;
      made_.fact.place.statements.push_back(static_cast<std::uint32_t>(facts_.statements.size()));
      facts_.statements.push_back(std::move(said));
    }
    whether(given, is_told);
  }

  [[nodiscard]] check::relation_index relation_named(std::string const& name) const {
    std::vector<std::string> known;
    for (check::relation_index r = 0; r < program_.relations.size(); ++r) {
      auto const& of = program_.relations[r];
      if (!of.is_fact || of.value) continue;
      known.push_back(of.name);
      if (of.name == name) return r;
    }
    throw usage_error{fmt::format("there is no fact `{}` that is so or not{}", name, or_nearest(name, known))};
  }

  // Those that are given, or all that it may have.
  void values(check::type const& type, std::vector<std::string> const& given) {
    for (auto const& each : given) {
      auto const dots = each.find("..");
      if (type.base == check::base_type::date && dots != std::string::npos)
        days(each.substr(0, dots), each.substr(dots + 2));
      else
        add(known_values().named(type, each), each);
    }
    if (!given.empty()) return;
    auto const of = known_values();
    for (auto const& value : of.all_of(type)) add(value, of.called(value));
    if (type.optional) add(facts::absent, "absent");
  }

  void days(std::string const& from, std::string const& to) {
    auto const first = optional_date("--vary", from), last = optional_date("--vary", to);
    for (auto day = *first; day <= *last && made_.values.size() <= explain::most_values; ++day.days)
      add(facts::of_date(day), source::to_iso(day));
  }

  [[nodiscard]] fact_values known_values() const { return {in_, facts_, made_.name}; }

  opened_case const& in_;
  check::program const& program_;
  facts::base& facts_;
  named_fact made_;
};

bool is_same(evaluate::varied_place const& a, evaluate::varied_place const& b) {
  return a.of == b.of && a.subject == b.subject && a.field == b.field && a.statements == b.statements;
}

}  // namespace

std::vector<std::string> written_facts(std::vector<std::string> const& lists) {
  std::vector<std::string> all;
  for (auto const& list : lists)
    for (auto& one : split(list, ',')) all.push_back(std::move(one));
  return all;
}

std::vector<named_fact> varied_facts(std::vector<std::string> const& written, opened_case const& in,
                                     facts::base& facts) {
  std::vector<named_fact> all;
  for (auto const& text : written) {
    auto one = fact_reader(in, facts).read(text);
    for (auto const& other : all) {
      if (is_same(one.fact.place, other.fact.place) && one.fact.is_date == other.fact.is_date)
        throw usage_error{fmt::format("`{}` is varied twice", one.name)};
    }
    all.push_back(std::move(one));
  }
  if (all.size() > evaluate::most_varied) {
    throw usage_error{fmt::format("{} facts are varied, more than {}", all.size(), evaluate::most_varied)};
  }
  return all;
}

}  // namespace casus::cli
