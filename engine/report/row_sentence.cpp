#include "row_sentence.hpp"

#include "label.hpp"
#include "reading.hpp"

#include "engine/source/overloaded.hpp"

#include <algorithm>

namespace casus::report {
namespace {

std::vector<std::string> names_in(speaker const& with, std::vector<facts::value> const& column) {
  std::vector<std::string> words;
  for (auto const& value : column) words.push_back(with.named.of(value));
  std::sort(words.begin(), words.end());
  return words;
}

std::string column_words(speaker const& with, std::vector<facts::value> const& column, std::string_view what) {
  if (column.size() == 1 && column.front().tag == facts::tag::unknown) return "an unknown " + in_words(what);
  return joined(names_in(with, column));
}

std::string norm_words(speaker const& with, model::norm const& norm, check::event_kind const& act, row const& said) {
  auto const fill = [&](std::string_view placeholder) -> std::string {
    for (std::size_t i = 0; i < act.fields.size(); ++i) {
      if (act.fields[i].name != placeholder) continue;
      if (i < said.columns.size()) return column_words(with, said.columns[i], with.named.kind(act.fields[i].type));
      // An argument left out matches anything: "must elect a state", "must not attack any state", "by any means".
      auto const kind = with.named.kind(act.fields[i].type);
      bool const is_one = norm.mode == model::modality::must && act.fields[i].type.base == check::base_type::entity;
      return is_one ? with_article(kind) : "any " + kind;
    }
    return std::string{placeholder};
  };
  auto const who = said.columns[0].size() == 1 && !act.fields.empty()
                       ? std::vector{with.named.of(said.columns[0].front(), act.fields[0].type)}
                       : names_in(with, said.columns[0]);
  auto const force = said.status == evaluate::status::displaced ? mood::conditional : mood::indicative;
  return norm_sentence(act.reading, {.mode = norm.mode, .force = force},
                       {.names = who,
                        .field = act.fields.empty() ? std::string_view{} : std::string_view{act.fields[0].name},
                        .together = norm.together && (said.is_joint || said.columns[0].size() > 1)},
                       fill);
}

std::string fact_words(speaker const& with, check::relation const& relation, row const& said) {
  auto const position = [&](std::string_view placeholder) {
    auto const& names = relation.parameter_names;
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), placeholder) - names.begin());
  };
  auto const fill = [&](std::string_view placeholder) {
    auto const i = position(placeholder);
    return i < said.columns.size() ? column_words(with, said.columns[i], placeholder) : std::string{placeholder};
  };
  for (std::size_t i = 0; i < said.columns.size(); ++i) {
    if (said.columns[i].size() < 2) continue;
    return statement_of_each(relation.reading, relation.parameter_names[i], names_in(with, said.columns[i]), fill);
  }
  return statement(relation.reading, fill);
}

bool is_mentioned(speaker const& with, row const& said, facts::value const& entity) {
  return std::any_of(said.columns.begin(), said.columns.end(), [&](auto const& column) {
    if (column.front().tag != facts::tag::event) return false;
    auto const& fields = with.facts.events[facts::index_of(column.front())].fields;
    return std::find(fields.begin(), fields.end(), entity) != fields.end();
  });
}

std::string listed(std::vector<std::string> const& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) text += (i == 0 ? "" : "; ") + parts[i];
  return text;
}

// What a row without consequences is about: its events in their own words, then what these do not mention.
std::string plain_words(speaker const& with, check::provision const& version, row const& said) {
  std::vector<std::string> events;
  std::vector<std::string> others;
  std::vector<std::string> labelled;
  for (std::size_t i = 0; i < said.columns.size(); ++i) {
    auto const& column = said.columns[i];
    auto const& variable = with.program.variables[version.scope.variables[i]].name;
    if (column.front().tag == facts::tag::event) {
      auto const event = facts::index_of(column.front());
      auto const id = with.names_events ? with.named.of_event(event) + ": " : std::string{};
      events.push_back(id + with.named.sentence_of(event));
    } else if (column.size() > 1 || !is_mentioned(with, said, column.front())) {
      others.push_back(column_words(with, column, variable));
      labelled.push_back(in_words(variable) + ": " + others.back());
    }
  }
  if (events.empty() && others.size() > 1) return version.title + ": " + listed(labelled);
  auto const text = events.empty() ? version.title : listed(events);
  return others.empty() ? text : text + (events.empty() ? ": " : "; ") + listed(others);
}

}  // namespace

std::string sentence(speaker const& with, check::provision_index provision, row const& said) {
  auto const& version = with.program.provisions[provision];
  if (said.of == row::kind::plain) return plain_words(with, version, said);
  auto const target = version.consequence_targets[said.consequence];
  auto const text = std::visit(
      source::overloaded{
          [&](model::establishment const&) { return fact_words(with, with.program.relations[target], said); },
          [&](model::norm const& norm) { return norm_words(with, norm, with.program.event_kinds[target], said); },
      },
      with.program.text_of(version).consequences[said.consequence].effect);
  if (said.status == evaluate::status::displaced && said.of == row::kind::establishment) return "not: " + text;
  return said.certain == facts::truth::open ? "whether " + text : text;
}

}  // namespace casus::report
