#include "cell.hpp"
#include "comparison_page.hpp"
#include "label.hpp"
#include "names.hpp"
#include "reading.hpp"

#include "engine/explain/view_parts.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace casus::report {
namespace {

using evaluate::status;
using facts::truth;
using kind = explain::view_part::kind;

std::string event_words(names const& named, facts::view::event_change const& change) {
  auto const what = named.of_event(change.event);
  std::vector<std::string> words;
  if (change.holds) {
    words.push_back(what + (*change.holds == truth::yes  ? " took place"
                            : *change.holds == truth::no ? " did not take place"
                                                         : " may have taken place"));
  }
  if (change.date) words.push_back("the date of " + what + " is " + named.of(*change.date));
  if (change.effective && change.effective != change.date) {
    words.push_back(what + " takes effect on " + named.of(*change.effective));
  }
  if (change.known) words.push_back(what + " was known on " + source::to_english(*change.known));
  return joined(words);
}

std::string change_words(check::program const& program, facts::base const& told, names const& named,
                         facts::view::field_change const& change) {
  auto const& field = program.event_kinds[told.events[change.event].kind].fields[change.field];
  auto const of = named.of_event(change.event);
  if (!change.to.is_known()) return field_words(field.name) + " of " + of + " is not known";
  if (field.type.base == check::base_type::boolean && change.to.tag == facts::tag::boolean) {
    return flag_words(field.name, of, change.to.payload != 0 ? truth::yes : truth::no);
  }
  return field_words(field.name) + " of " + of + " is " + named.of(change.to);
}

std::string statement_words(names const& named, facts::statement const& said) {
  auto const how = said.holds == truth::no ? sense::denied : sense::affirmed;
  auto text = named.statement_of(said.relation, said.arguments, said.held, how);
  if (said.from) text += " from " + named.of(*said.from);
  if (said.until) text += " until " + named.of(*said.until);
  return said.holds == truth::open ? "it is open whether " + text : text;
}

}  // namespace

std::vector<std::string> cells_of(evaluate::world& world, evaluate::findings const& found) {
  cell_writer writer(world.program(), world.facts(), found.date, cell_writer::dates::told);
  std::vector<std::string> cells;
  for (auto const& article : world.program().articles) {
    std::vector<told_version> versions;
    for (auto const version : article.versions) {
      told_version one{found.provisions[version], found.norms, {}};
      for (auto const& each : one.found.instances)
        one.established.push_back(evaluate::established_by(world, version, each, found.date));
      versions.push_back(std::move(one));
    }
    cells.push_back(writer.write(versions));
  }
  for (auto const& question : found.questions) cells.emplace_back(evaluate::words(question.status));
  return cells;
}

std::vector<comparison_row> rows_of(check::program const& program) {
  std::vector<comparison_row> rows;
  for (auto const& article : program.articles) rows.push_back({citation(program, article), article.id, {}});
  for (auto const& question : program.questions) rows.push_back({question.text, question.id, {}});
  return rows;
}

std::string part_words(check::program const& program, facts::base const& told, facts::view const& view,
                       std::size_t agreed_events, std::size_t part) {
  names const named(program, told);
  auto const what = explain::parts_of(view).at(part);
  switch (what.of) {
    case kind::field: return change_words(program, told, named, view.field_changes[what.index]);
    case kind::event: return event_words(named, view.event_changes[what.index]);
    case kind::new_event: {
      auto const event = static_cast<std::uint32_t>(agreed_events + what.index);
      auto const& date = told.events[event].date;
      bool const is_dated = told.events[event].id.empty() || date.tag != facts::tag::date;  // or not known
      auto const day = is_dated ? std::string{} : " on " + named.of(date);
      bool const holds = view.new_events[what.index].holds == truth::yes;
      return named.of_event(event) + (holds ? " took place" + day : " may have taken place");
    }
    case kind::tuple: {
      std::vector<std::string> words;
      for (auto const i : what.statements) words.push_back(statement_words(named, view.statements[i]));
      return joined(words);
    }
    case kind::reading: {
      auto const point = static_cast<check::interpretation_index>(what.index);
      auto const& of = program.interpretations[point];
      auto const value = view.readings.at(point);
      if (!value) return '`' + of.id + "` is not settled";
      return '`' + of.id + "` is read as " + in_words(program.enumerations[of.values].values[*value]);
    }
  }
  return {};
}

}  // namespace casus::report
