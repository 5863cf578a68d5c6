// States of a timeline, and what began them, in words.
#include "condition_words.hpp"
#include "label.hpp"
#include "timeline_page.hpp"

#include "engine/explain/turning.hpp"
#include "engine/source/overloaded.hpp"
#include "engine/suite/words.hpp"

#include <algorithm>

namespace casus::report {
namespace {

using evaluate::norm_state;
using evaluate::turn;

source::span where_declared(check::program const& program, std::uint32_t declaration) {
  return std::visit([](model::declared const& d) { return d.where; }, program.rules.declarations[declaration]);
}

// The sentence of an event without its date, where that is the day at which it stands.
std::string words_of_event(names const& named, facts::base const& facts, std::uint32_t event, source::date day) {
  bool const is_open = facts.events[event].holds == facts::truth::open;
  auto text = (is_open ? "perhaps: " : "") + named.sentence_of(event);
  auto const date = " (" + source::to_english(day) + ')';
  if (text.ends_with(date)) text.resize(text.size() - date.size());
  return text;
}

std::string words_of_statement(names const& named, facts::statement const& said, evaluate::turn::kind what) {
  auto const how = said.holds == facts::truth::no ? sense::denied : sense::affirmed;
  auto const text = named.statement_of(said.relation, said.arguments, said.held, how);
  auto const open = said.holds == facts::truth::open ? "it is open whether " : "";
  return what == turn::kind::fact_begins ? open + text : "no longer: " + (open + text);
}

std::string_view noun_of(check::program const& program, turn const& what) {
  auto const& text = program.text_of(program.provisions[what.subject]);
  switch (std::get<model::norm>(text.consequences[what.part].effect).mode) {
    case model::modality::must: return "duty";
    case model::modality::must_not: return "prohibition";
    case model::modality::may: return "permission";
  }
  return "norm";
}

std::string words_of_norm(check::program const& program, turn const& what, source::date day, std::string const& whose) {
  auto const noun = std::string{noun_of(program, what)};
  if (what.of == turn::kind::norm_begins) return "the " + noun + whose + " begins";
  if (what.of == turn::kind::norm_ends) return "the " + noun + whose + " ends";
  return "the time for the " + noun + whose + " ended on " + source::to_english(source::date{day.days - 1});
}

bool is_part(model::rule_set const& rules, model::expression_id whole, model::expression_id part) {
  if (whole == part) return true;
  auto const parts = model::children(rules[whole]);
  return std::any_of(parts.begin(), parts.end(), [&](auto each) { return is_part(rules, each, part); });
}

// Whether all variables that it mentions are among the first so many, which a lane binds.
bool is_bound(check::program const& program, model::expression_id id, std::uint32_t parameters) {
  auto const& what = program.resolved[id];
  if (what.of == check::resolution::kind::variable && what.index >= parameters) return false;
  auto const parts = model::children(program.rules[id]);
  return std::all_of(parts.begin(), parts.end(), [&](auto each) { return is_bound(program, each, parameters); });
}

// A comparison of `when` or of a requirement, under the binding that the lane is about, as it stands on the day; what
// stands elsewhere is read under other bindings, and quoted from the rule.
std::string words_of_expression(told_account const& one, names const& named, turn const& what, source::date day,
                                explain::lane const& of) {
  auto const& program = one.about.rules.program();
  model::expression_id const id{what.subject};
  auto const quoted = "“" + suite::source_words(program.rules, one.about.files, id) + "”";
  if (what.of != turn::kind::comparison || of.of == explain::lane::kind::question || of.binding.empty()) return quoted;
  auto const& version = program.provisions[of.subject];
  auto const& text = program.text_of(version);
  auto const is_within = [&](model::expression_id whole) { return is_part(program.rules, whole, id); };
  bool const is_own = (text.when && is_within(*text.when)) ||
                      std::any_of(text.requirements.begin(), text.requirements.end(),
                                  [&](model::clause const& each) { return is_within(each.condition); });
  if (!is_own || !is_bound(program, id, version.scope.parameters)) return quoted;
  condition_reading read{.condition = id, .slots = of.binding, .where = {day, {}, false}};
  read.slots.resize(version.scope.variables.size());
  read.truth = one.about.world.truth_of(id, read.slots, read.where);
  return condition_words(one.about, named, std::move(read));
}

bool begins_on(std::vector<model::fixed_period> const& periods, source::date day) {
  return std::any_of(periods.begin(), periods.end(), [&](auto const& one) { return one.from == day; });
}

timeline_event event_of_rules(told_account const& one, names const& named, turn const& what, source::date day,
                              explain::lane const& of) {
  auto const& program = one.about.rules.program();
  auto const rule = [](std::string words, std::optional<source::span> where) {
    return timeline_event{timeline_event::kind::rule, std::move(words), where};
  };
  auto const expression = [&] {
    return rule(words_of_expression(one, named, what, day, of),
                program.rules[model::expression_id{what.subject}].where);
  };
  switch (what.of) {
    case turn::kind::instrument: {
      auto const& instrument = program.instruments[what.subject];
      return rule(
          instrument.title + (begins_on(instrument.in_force, day) ? " enters into force" : " ceases to be in force"),
          where_declared(program, instrument.declaration));
    }
    case turn::kind::term: {
      auto said = expression();
      if (explain::is_date_of(program, of, what.subject)) said.words = "its date, " + said.words;
      return said;
    }
    case turn::kind::comparison: return expression();
    case turn::kind::every_day: return rule("the passing of days", std::nullopt);
    case turn::kind::event:
    case turn::kind::fact_begins:
    case turn::kind::fact_ends: break;  // not of the rules
    case turn::kind::version:
    case turn::kind::judgment:
    case turn::kind::norm_begins:
    case turn::kind::norm_due:
    case turn::kind::norm_ends: {
      auto const& version = program.provisions[what.subject];
      bool const is_own = of.of != explain::lane::kind::question && of.subject == what.subject;
      auto const where = where_declared(program, version.declaration);
      if (what.of == turn::kind::judgment)
        return rule("the day on which " + citation(program, version) + " is judged", where);
      if (what.of != turn::kind::version)
        return rule(words_of_norm(program, what, day, is_own ? "" : " under " + citation(program, version)), where);
      auto const& period = program.text_of(version).in_force;
      bool const begins = period && period->from == day;
      return rule(
          "this text of " + citation(program, version) + (begins ? " enters into force" : " ceases to be in force"),
          where);
    }
  }
  return {};
}

}  // namespace

std::string_view words(explain::lane_state const& state) {
  return std::visit(source::overloaded{
                        [](std::monostate) { return std::string_view{"fallen away"}; },
                        [](evaluate::status of) { return evaluate::words(of); },
                        [](evaluate::norm_state of) { return evaluate::words(of); },
                        [](evaluate::fact_state of) { return evaluate::words(of); },
                        [](evaluate::question_status of) { return evaluate::words(of); },
                    },
                    state);
}

tone tone_of(evaluate::norm_state state) {
  switch (state) {
    case norm_state::outstanding: return tone::caution;
    case norm_state::fulfilled:
    case norm_state::respected: return tone::good;
    case norm_state::breached:
    case norm_state::fulfilled_late: return tone::bad;
    case norm_state::open: return tone::doubtful;
    case norm_state::not_yet_due:
    case norm_state::ended: return tone::faint;
    case norm_state::lifted:
    case norm_state::permitted: return tone::plain;
  }
  return tone::plain;
}

tone tone_of(evaluate::fact_state state) {
  switch (state) {
    case evaluate::fact_state::holds: return tone::plain;
    case evaluate::fact_state::open: return tone::doubtful;
    case evaluate::fact_state::not_yet:
    case evaluate::fact_state::ended: return tone::faint;
  }
  return tone::plain;
}

tone tone_of(explain::lane_state const& state) {
  return std::visit(source::overloaded{
                        [](std::monostate) { return tone::faint; },
                        [](evaluate::status of) { return tone_of(of); },
                        [](evaluate::norm_state of) { return tone_of(of); },
                        [](evaluate::fact_state of) { return tone_of(of); },
                        [](evaluate::question_status of) { return tone_of(of); },
                    },
                    state);
}

bool is_routine(explain::lane_state const& state) {
  return state == explain::lane_state{evaluate::status::does_not_apply} ||
         state == explain::lane_state{evaluate::status::not_in_force} ||
         state == explain::lane_state{evaluate::question_status::does_not_arise};
}

timeline_event event_of(told_account const& one, names const& named, evaluate::turn const& what, source::date day,
                        explain::lane const& of) {
  auto const& facts = one.about.world.facts();
  switch (what.of) {
    case turn::kind::event:
      return {timeline_event::kind::event, words_of_event(named, facts, what.subject, day),
              facts.events[what.subject].where};
    case turn::kind::fact_begins:
    case turn::kind::fact_ends: {
      auto const& said = facts.statements[what.subject];
      return {timeline_event::kind::fact, words_of_statement(named, said, what.of), said.where};
    }
    case turn::kind::instrument:
    case turn::kind::version:
    case turn::kind::judgment:
    case turn::kind::norm_begins:
    case turn::kind::norm_due:
    case turn::kind::norm_ends:
    case turn::kind::term:
    case turn::kind::comparison:
    case turn::kind::every_day: break;
  }
  return event_of_rules(one, named, what, day, of);
}

}  // namespace casus::report
