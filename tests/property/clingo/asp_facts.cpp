// What there is, what happened and what is stated.
#include "asp.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace casus::clingo {

void writer::domains() {
  rule(atom("boolean", {"b(0..1)"}), {});
  for (std::uint32_t index = 0; index < rules_.enumerations.size(); ++index) {
    for (std::size_t each = 0; each < rules_.enumerations[index].values.size(); ++each) {
      rule(atom("enumeration", {std::to_string(index), fmt::format("m({},{})", index, each)}), {});
    }
  }
  for (std::uint32_t index = 0; index < of_.facts.entities.size(); ++index) {
    facts::entity const& entity = of_.facts.entities[index];
    std::string const name = fmt::format("e({})", index);
    for (std::uint32_t kind = 0; kind < rules_.kinds.size(); ++kind) {
      auto const& family = rules_.kinds[kind].family;
      bool const is_in = std::find(family.begin(), family.end(), entity.kind) != family.end();
      if (is_in) rule(atom("kind", {std::to_string(kind), name}), {});
    }
    for (std::size_t each = 0; each < entity.fields.size(); ++each) {
      if (entity.fields[each] == facts::absent) continue;
      rule(atom("field", {name, std::to_string(each), constant(entity.fields[each], rank_of_text_)}), {});
    }
  }
}

// The dates on which something may be read, which are more than are: all that are named, with every length of time
// that is named added and taken away, and the day before each.
void writer::dates() {
  std::set<std::int64_t> named, lengths{0};
  auto const name = [&](std::optional<source::date> const& date) {
    if (date) named.insert(date->days);
  };
  auto const name_value = [&](facts::value const& value) {
    if (value.tag == facts::tag::date) name(facts::date_of(value));
  };
  for (source::date const date : of_.dates) name(date);
  for (model::expression const& each : rules_.rules.expressions) {
    if (auto const* const date = std::get_if<model::date_literal>(&each.node)) name(date->value);
    auto const* const length = std::get_if<model::duration_literal>(&each.node);
    if (length != nullptr && length->value.months != 0) throw not_translated{"a length of time in months"};
    if (length != nullptr) lengths.insert({length->value.days, -length->value.days});
  }
  for (facts::event const& each : of_.facts.events) {
    name_value(each.date), name_value(each.effective), name(each.known);
    for (facts::value const& field : each.fields) name_value(field);
  }
  std::set<std::int64_t> found;
  for (std::int64_t const date : named) {
    for (std::int64_t const length : lengths) found.insert({date + length, date + length - 1});
  }
  for (std::int64_t const date : found) rule(atom("context", {fmt::format("m({},none)", date)}), {});
  rule(atom("on", {"m(T,V)", "T"}), {atom("context", {"m(T,V)"})});
}

bool writer::is_hidden(facts::event const& event) const {
  if (event.holds == facts::truth::no) return true;
  if (!of_.how.known_by) return false;
  return event.known ? *event.known > *of_.how.known_by : facts::date_of(event.date) > *of_.how.known_by;
}

void writer::events() {
  for (std::uint32_t index = 0; index < of_.facts.events.size(); ++index) {
    facts::event const& event = of_.facts.events[index];
    std::string const name = fmt::format("v({})", index);
    if (event.holds == facts::truth::open) throw not_translated{"an event that is unknown"};
    if (!is_hidden(event)) {
      rule(atom("event", {std::to_string(event.kind), name}), {});
      rule(atom("visible", {name, "C"}), {atom("on", {"C", "T"}), constant(event.effective, rank_of_text_) + "<=T"});
    }
    for (std::size_t each = 0; each < event.fields.size(); ++each) {
      if (event.fields[each] == facts::absent) continue;
      rule(atom("field", {name, std::to_string(each), constant(event.fields[each], rank_of_text_)}), {});
    }
    std::string const date = constant(event.date, rank_of_text_);
    rule(atom("field", {name, "date", date}), {});
    rule(atom("field", {name, "effective", constant(event.effective, rank_of_text_)}), {});
    rule(atom("field", {name, "known", event.known ? std::to_string(event.known->days) : date}), {});
  }
  // Whoever judges an instance sees its events.
  for (int place = 0; place < 3; ++place) {
    std::string const shape = place == 0 ? "s(E,X,Y)" : place == 1 ? "s(X,E,Y)" : "s(X,Y,E)";
    std::string const context = fmt::format("m(T,{})", shape);
    rule(atom("visible", {"E", context}), {atom("context", {context}), "E!=none"});
  }
}

void writer::statements() {
  for (facts::statement const& each : of_.facts.statements) {
    if (rules_.relations[each.relation].value) throw not_translated{"a fact with a value"};
    if (each.holds == facts::truth::open) throw not_translated{"a statement that is unknown"};
    bool const is_known = !of_.how.known_by || !each.known || *each.known <= *of_.how.known_by;
    if (each.holds == facts::truth::no || !is_known) continue;
    std::vector<std::string> arguments, body{atom("on", {"C", "T"})};
    for (facts::value const& argument : each.arguments) arguments.push_back(constant(argument, rank_of_text_));
    arguments.push_back("C");
    if (each.from) body.push_back(constant(*each.from, rank_of_text_) + "<=T");
    if (each.until) body.push_back("T<" + constant(*each.until, rank_of_text_));
    rule(atom("r" + std::to_string(each.relation), std::move(arguments)), body);
  }
}

void writer::answers() {
  std::string const number = std::to_string(of_.number);
  for (source::date const date : of_.dates) rule(atom("asked", {fmt::format("m({},none)", date.days)}), {});
  for (check::relation_index index = 0; index < rules_.relations.size(); ++index) {
    std::vector<std::string> arguments;
    for (std::size_t each = 0; each < rules_.relations[index].parameters.size(); ++each) {
      arguments.push_back("A" + std::to_string(each));
    }
    std::string const what = tuple(arguments);
    arguments.push_back("m(T,none)");
    rule(fmt::format("h({},{},{},T)", number, index, what),
         {atom("asked", {"m(T,none)"}), atom("r" + std::to_string(index), arguments)});
  }
  for (check::provision_index index = 0; index < rules_.provisions.size(); ++index) {
    slots const own = parameters(rules_.provisions[index].scope);
    std::string const id = std::to_string(index);
    std::vector<std::string> variables;
    for (std::uint32_t const slot : own) variables.push_back("S" + std::to_string(slot));
    auto const head = [&](char const* status) {
      return fmt::format("s({},{},{},T,{})", number, id, tuple(variables), status);
    };
    std::string const asked = atom("asked", {"m(T,none)"});
    std::string const applies = valued("applies" + id, own, "J", "m(T,none)");
    std::string const fails = over("fails" + id, own, "J");
    rule(head("applies"), {asked, applies});
    rule(head("violated"), {asked, applies, fails});
    rule(head("displaced"), {asked, valued("exists" + id, own, "J", "m(T,none)"), over("displaced" + id, own, "J")});
  }
}

}  // namespace casus::clingo
