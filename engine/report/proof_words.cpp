#include "condition_words.hpp"
#include "diagnostics.hpp"
#include "event_words.hpp"
#include "label.hpp"
#include "proof_page.hpp"
#include "reading.hpp"

#include "engine/suite/words.hpp"

#include <algorithm>
#include <span>

namespace casus::report {
namespace {

using explain::cited_fact;
using explain::step;
using facts::origin;
using facts::truth;

// Whether only the view that is told says so.
bool is_by_view(told_account const& one, cited_fact const& fact) {
  if (!one.account.view) return false;
  auto const& view = one.told.views[*one.account.view];
  auto const& known = one.about.world.facts();
  auto const has_event = [&](auto const& changes) {
    return std::any_of(changes.begin(), changes.end(),
                       [&](auto const& change) { return change.event == fact.subject; });
  };
  switch (fact.of) {
    case cited_fact::kind::event: return fact.subject >= one.told.agreed.events.size() || has_event(view.event_changes);
    case cited_fact::kind::event_field:
      return fact.subject >= one.told.agreed.events.size() ||
             std::any_of(view.field_changes.begin(), view.field_changes.end(), [&](auto const& change) {
               return change.event == fact.subject && change.field == fact.field;
             });
    case cited_fact::kind::statement: {
      auto const& where = known.statements[fact.subject].where;
      return std::any_of(view.statements.begin(), view.statements.end(),
                         [&](auto const& said) { return said.where == where; });
    }
    case cited_fact::kind::reading: return view.readings.count(fact.subject) > 0;
    case cited_fact::kind::entity_field: return false;
  }
  return false;
}

std::string on_day(std::string words, step const& of, source::date date) {
  if (of.where.is_unknown) return words + " on an unknown day";
  return of.where.date == date ? words : words + " on " + source::to_english(of.where.date);
}

std::string event_words(names const& named, facts::base const& known, step const& of) {
  auto const& event = known.events[of.subject];
  auto const what = named.of_event(of.subject);
  auto const day = event.date.tag == facts::tag::date ? " on " + named.of(event.date) : std::string{};
  switch (of.truth) {
    case truth::yes: return what + " took place" + day;
    case truth::no: return what + ' ' + absence_of_event(event, of.where.date);
    case truth::open: break;
  }
  if (event.holds == truth::yes) return "it is not known when " + what + (day.empty() ? " took place" : " took effect");
  return "it is open whether " + what + " took place" + day;
}

std::string tuple_words(told_account const& one, names const& named, step const& of) {
  auto const& relation = one.about.rules.program().relations[of.subject];
  if (relation.value) {
    if (of.held.is_known()) return named.statement_of(of.subject, of.values, of.held);
    std::vector<std::string> arguments;
    for (auto const& value : of.values) arguments.push_back(named.of(value));
    return field_words(relation.name) + " of " + joined(arguments) + " is not known";
  }
  auto const words =
      named.statement_of(of.subject, of.values, of.held, of.truth == truth::no ? sense::denied : sense::affirmed);
  return of.truth == truth::open ? "it is open whether " + words : words;
}

// The values in words; what is not bound is left out.
std::string values_words(names const& named, std::span<facts::value const> values) {
  std::vector<std::string> words;
  for (auto const& value : values)
    if (value.tag != facts::tag::unknown) words.push_back(named.of(value));
  return joined(words);
}

std::string establishment_words(told_account const& one, names const& named, step const& of) {
  auto const& program = one.about.rules.program();
  auto const by = citation(program, program.provisions[of.subject]);
  std::string interval;
  if (of.from.tag == facts::tag::date) interval += " from " + named.of(of.from);
  if (of.until.tag == facts::tag::date) interval += " until " + named.of(of.until);
  switch (of.truth) {
    case truth::yes: return by + " establishes it" + interval;
    case truth::no: return interval.empty() ? by + " does not establish it" : by + " establishes it only" + interval;
    case truth::open: break;
  }
  return "it is open whether " + by + " establishes it" + interval;
}

std::string instance_words(told_account const& one, names const& named, step const& of) {
  auto const& program = one.about.rules.program();
  auto const by = citation(program, program.provisions[of.subject]);
  auto const values = values_words(named, of.values);
  auto const to = values.empty() ? std::string{} : " to " + values;
  switch (of.truth) {
    case truth::yes: return by + " applies" + to;
    case truth::no: return by + " does not apply" + to;
    case truth::open: break;
  }
  return "it is open whether " + by + " applies" + to;
}

std::string combination_words(told_account const& one, names const& named, step const& of) {
  std::vector<facts::value> bound;
  for (auto const slot : one.about.rules.program().bound[of.expression]) bound.push_back(of.values[slot]);
  return values_words(named, bound);
}

std::string reading_words(told_account const& one, cited_fact const& fact) {
  auto const& program = one.about.rules.program();
  auto const& point = program.interpretations[fact.subject];
  auto const chosen = one.account.readings.find(fact.subject);
  auto const value = chosen == one.account.readings.end() ? point.default_value : chosen->second;
  if (!value) return '`' + point.id + "` is not settled";
  return '`' + point.id + "` is read as " + in_words(program.enumerations[point.values].values[*value]);
}

std::string note_of(told_account const& one, cited_fact const& fact, std::string_view said) {
  auto const place = line_of(one.about.files, fact.where);
  auto const mark = mark_of(one, fact);
  if (fact.of == cited_fact::kind::reading) {
    auto const& id = one.about.rules.program().interpretations[fact.subject].id;
    bool const is_said = said.find("the reading of `" + id + '`') != std::string_view::npos;
    if (is_said) return mark == "default" ? "by default: " + place : place;
    auto const words = reading_words(one, fact);
    return mark == "default" ? words + " by default: " + place : words + ": " + place;
  }
  if (mark == "stated") return place;
  if (mark == "this account") return "so only in this account: " + place;
  if (mark == "default") return "assumed, since nothing else is said: " + place;
  if (mark == "left open") return "left open by this account: " + place;
  if (mark == "unknown") return "stated to be unknown: " + place;
  return "not stated: " + place;
}

}  // namespace

std::string_view mark_of(told_account const& one, cited_fact const& fact) {
  if (fact.why == origin::by_default) return "default";
  if (fact.why == origin::left_out) return "not stated";
  if (fact.why == origin::left_open_by_account) return "left open";
  if (fact.why == origin::stated_unknown) return "unknown";
  return is_by_view(one, fact) ? "this account" : "stated";
}

std::optional<source::span> rule_of(check::program const& program, step const& of) {
  switch (of.of) {
    case step::kind::instance: return program.text_of(program.provisions[of.subject]).id.where;
    case step::kind::establishment:
      return program.text_of(program.provisions[of.subject]).consequences[of.consequence].where;
    case step::kind::condition:
    case step::kind::combination: return program.rules[of.expression].where;
    case step::kind::tuple: {
      auto const& relation = program.relations[of.subject];
      if (relation.is_fact) return std::nullopt;
      return std::get<model::define>(program.rules.declarations[relation.declaration]).id.where;
    }
    case step::kind::event: return std::nullopt;
  }
  return std::nullopt;
}

std::string step_words(told_account const& one, names const& named, step const& of, source::date date) {
  switch (of.of) {
    case step::kind::instance: return instance_words(one, named, of);
    case step::kind::establishment: return establishment_words(one, named, of);
    case step::kind::condition:
      return condition_words(one.about, named,
                             {.condition = of.expression, .truth = of.truth, .slots = of.values, .where = of.where});
    case step::kind::combination: return combination_words(one, named, of);
    case step::kind::tuple: return on_day(tuple_words(one, named, of), of, date);
    case step::kind::event: return event_words(named, one.about.world.facts(), of);
  }
  return {};
}

std::vector<std::string> step_notes(told_account const& one, names const& named, step const& of) {
  auto const& program = one.about.rules.program();
  std::vector<std::string> notes;
  auto const add = [&](std::string note) {
    if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(std::move(note));
  };
  // What the day of judgment hangs on is told with the events below.
  if (of.of != step::kind::instance) {
    auto const said = step_words(one, named, of, of.where.date);
    for (auto const& fact : of.cites) add(note_of(one, fact, said));
  }
  bool const names_its_rule = of.of == step::kind::tuple || of.of == step::kind::establishment;
  if (auto const rule = rule_of(program, of); rule && names_its_rule) add(line_of(one.about.files, *rule));
  if (of.of != step::kind::tuple || !of.cites.empty()) return notes;
  auto const& relation = program.relations[of.subject];
  if (relation.is_fact && of.truth == truth::no) {
    add(relation.established_by.empty() ? "nothing states it" : "nothing states or establishes it");
  }
  if (relation.is_fact && of.truth == truth::open) add("not stated");
  return notes;
}

}  // namespace casus::report
