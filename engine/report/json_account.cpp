#include "json_account.hpp"

#include "engine/facts/print.hpp"

#include <nlohmann/json.hpp>

namespace casus::report {
namespace {

using json = nlohmann::ordered_json;

json dated(std::optional<source::date> const& day) { return day ? json(source::to_iso(*day)) : json(nullptr); }

std::string_view words_of(source::severity severity) {
  switch (severity) {
    case source::severity::error: return "error";
    case source::severity::warning: return "warning";
  }
  return {};
}

json readings_of(check::program const& program, facts::readings const& chosen) {
  json all = json::object();
  for (check::interpretation_index i = 0; i < program.interpretations.size(); ++i) {
    auto const& point = program.interpretations[i];
    auto const place = chosen.find(i);
    auto const value = place == chosen.end() ? point.default_value : place->second;
    all[point.id] = value ? program.enumerations[point.values].values[*value] : std::string{"unknown"};
  }
  return all;
}

json law_of(check::program const& program, facts::law_dates const& law) {
  json each = json::object();
  for (auto const& [article, date] : law.of_article) each[program.articles[article].id] = source::to_iso(date);
  return {{"everywhere", dated(law.everywhere)}, {"of", each}};
}

}  // namespace

json value_json(check::program const& program, facts::base const& known, facts::value const& value) {
  switch (value.tag) {
    case facts::tag::absent: return nullptr;
    case facts::tag::boolean: return value.payload != 0;
    case facts::tag::integer: return value.payload;
    case facts::tag::unknown:
    case facts::tag::text:
    case facts::tag::date:
    case facts::tag::duration:
    case facts::tag::enumerator:
    case facts::tag::entity:
    case facts::tag::event:
    case facts::tag::unnamed: break;
  }
  return facts::print(value, program, known);
}

json binding_json(check::program const& program, facts::base const& known, check::scope const& scope,
                  evaluate::binding const& binding) {
  json made = json::object();
  for (std::size_t i = 0; i < binding.size() && i < scope.parameters; ++i) {
    made[program.variables[scope.variables[i]].name] = value_json(program, known, binding[i]);
  }
  return made;
}

json place_json(source::files const& files, source::span where) {
  auto const& text = files[where.file];
  auto const begin = text.position_of(where.begin);
  auto const end = text.position_of(where.end);
  return {{"file", text.name()},
          {"line", begin.line},
          {"column", begin.column},
          {"end_line", end.line},
          {"end_column", end.column}};
}

json diagnostic_json(source::diagnostic const& said, source::files const& files) {
  json notes = json::array();
  for (auto const& note : said.notes) {
    notes.push_back(
        {{"message", note.message}, {"where", note.where ? place_json(files, *note.where) : json(nullptr)}});
  }
  return {{"code", said.code},       {"severity", words_of(said.severity)},
          {"message", said.message}, {"where", place_json(files, said.where)},
          {"notes", notes},          {"help", said.help}};
}

json account_json(told_account const& one) {
  auto const& program = one.about.rules.program();
  return {{"date", source::to_iso(one.on.date)},
          {"date_is_latest_named", one.on.why == date_source::latest_named},
          {"view", one.account.view ? json(one.told.views[*one.account.view].id) : json(nullptr)},
          {"law", law_of(program, one.account.law)},
          {"known_by", dated(one.account.known_by)},
          {"readings", readings_of(program, one.account.readings)}};
}

std::string_view truth_word(facts::truth truth) {
  switch (truth) {
    case facts::truth::no: return "no";
    case facts::truth::open: return "open";
    case facts::truth::yes: return "yes";
  }
  return {};
}

std::string dump(json const& what) { return what.dump(-1, ' ', false, json::error_handler_t::replace); }

}  // namespace casus::report
