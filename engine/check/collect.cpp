#include "engine/check/passes.hpp"

#include "engine/source/overloaded.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace casus::check {
namespace {

constexpr std::array<std::string_view, 5> type_words{"Bool", "Int", "Text", "Date", "Duration"};
// The keys of an expectation beside those that name something of the rules.
constexpr std::array<std::string_view, 6> expectation_words{"at", "view", "law", "known_by", "readings", "conflicts"};

template <std::size_t N>
bool is_one_of(std::array<std::string_view, N> const& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class collector {
 public:
  explicit collector(model::rule_set rules) { all_.checked.rules = std::move(rules); }

  tables run() {
    program& checked = all_.checked;
    checked.types = decltype(checked.types)(checked.rules.expressions.size());
    checked.resolved = decltype(checked.resolved)(checked.rules.expressions.size());
    checked.bound = decltype(checked.bound)(checked.rules.expressions.size());
    checked.status_slots = decltype(checked.status_slots)(checked.rules.expressions.size());
    for (model::declaration const& each : checked.rules.declarations) {
      add(each);
      ++declaration_;
    }
    return std::move(all_);
  }

 private:
  void add(model::declaration const& of) {
    std::visit(source::overloaded{
                   [](model::use_file const&) {},
                   [&](model::instrument const& it) { add_instrument(it); },
                   [&](model::entity_kind const& it) { add_kind(it); },
                   [&](model::individual const& it) { add_individual(it); },
                   [&](model::enumeration const& it) { add_enumeration(it); },
                   [&](model::event_kind const& it) { add_event(it); },
                   [&](model::fact const& it) { add_fact(it); },
                   [&](model::define const& it) { add_define(it); },
                   [](model::provision const&) {},
                   [&](model::interpretation const& it) { add_interpretation(it); },
                   [&](model::question const& it) { add_question(it); },
               },
               of);
  }

  // Whether the name was free.
  bool declare(model::name const& id, thing what, std::size_t index) {
    refuse_reserved(id, what);
    auto const [found, is_new] =
        all_.things.try_emplace(id.text, entry{what, static_cast<std::uint32_t>(index), id.where});
    if (!is_new) report_duplicate(id, what, found->second);
    return is_new;
  }

  void refuse_reserved(model::name const& id, thing what) {
    if (is_one_of(type_words, id.text)) {
      all_.said.add("reserved-name", id.where, fmt::format("`{}` is a type of the language", id.text));
    }
    bool const is_expected = what == thing::fact || what == thing::define || what == thing::question;
    if (is_expected && is_one_of(expectation_words, id.text)) {
      all_.said.add(
          "reserved-name", id.where,
          fmt::format("`{}` is a key of a scenario's expectations and cannot name {}", id.text, words_for(what)));
    }
  }

  void report_duplicate(model::name const& id, thing what, entry const& first) {
    std::string message = first.what == what ? fmt::format("`{}` is declared twice", id.text)
                                             : fmt::format("`{}` is declared as {} and as {}", id.text,
                                                           words_for(first.what), words_for(what));
    all_.said.add("duplicate-name", id.where, std::move(message)).notes.push_back({"first declared here", first.where});
  }

  void add_instrument(model::instrument const& it) {
    auto& table = all_.checked.instruments;
    auto const index = static_cast<instrument_index>(table.size());
    table.push_back({it.id.text, it.title, it.in_force, declaration_});
    auto const [found, is_new] = all_.instruments.try_emplace(it.id.text, index);
    if (is_new) return;
    auto const& first = std::get<model::instrument>(all_.checked.rules.declarations[table[found->second].declaration]);
    report_duplicate(it.id, thing::kind, {thing::kind, 0, first.id.where});
  }

  void add_kind(model::entity_kind const& it) {
    auto& table = all_.checked.kinds;
    declare(it.id, thing::kind, table.size());
    table.push_back({it.id.text, std::nullopt, it.closed, {}, {}, declaration_});
  }

  void add_individual(model::individual const& it) {
    auto& table = all_.checked.individuals;
    declare(it.id, thing::individual, table.size());
    table.push_back({it.id.text, it.title.empty() ? it.id.text : it.title, 0, {}, declaration_});
  }

  std::vector<std::string> add_values(std::vector<model::name> const& values, std::size_t of) {
    auto const index = static_cast<enumeration_index>(of);
    std::vector<std::string> names;
    for (model::name const& value : values) {
      std::vector<enumerator>& same = all_.values[value.text];
      if (!same.empty() && same.back().enumeration == index) {
        all_.said.add("duplicate-name", value.where, fmt::format("`{}` is listed twice", value.text))
            .notes.push_back({"first listed here", values[same.back().value].where});
      } else {
        same.push_back({index, static_cast<std::uint32_t>(names.size())});
      }
      names.push_back(value.text);
    }
    return names;
  }

  void add_enumeration(model::enumeration const& it) {
    auto& table = all_.checked.enumerations;
    declare(it.id, thing::enumeration, table.size());
    table.push_back({it.id.text, add_values(it.values, table.size()), std::nullopt, declaration_});
  }

  void add_event(model::event_kind const& it) {
    auto& table = all_.checked.event_kinds;
    declare(it.id, it.is_act ? thing::act : thing::event, table.size());
    table.push_back({it.id.text, it.reading, {}, it.is_act, declaration_});
  }

  void add_fact(model::fact const& it) {
    auto& table = all_.checked.relations;
    declare(it.id, thing::fact, table.size());
    relation added;
    added.name = it.id.text;
    added.reading = it.reading;
    added.is_fact = true;
    added.open = it.open;
    added.declaration = declaration_;
    table.push_back(std::move(added));
  }

  // Defines of one name are one relation.
  void add_define(model::define const& it) {
    auto& table = all_.checked.relations;
    entry const* const known = find_thing(all_, it.id.text);
    if (known == nullptr || known->what != thing::define) {
      declare(it.id, thing::define, table.size());
      relation added;
      added.name = it.id.text;
      added.reading = it.reading;
      added.declaration = declaration_;
      table.push_back(std::move(added));
      table.back().definitions.push_back({it.body, {}, declaration_});
      return;
    }
    relation& same = table[known->index];
    if (same.reading.empty()) same.reading = it.reading;
    same.definitions.push_back({it.body, {}, declaration_});
  }

  void add_interpretation(model::interpretation const& it) {
    auto& table = all_.checked.interpretations;
    auto const index = static_cast<interpretation_index>(table.size());
    auto const values = static_cast<enumeration_index>(all_.checked.enumerations.size());
    declare(it.id, thing::interpretation, index);
    all_.checked.enumerations.push_back({it.id.text, add_values(it.values, values), index, declaration_});
    table.push_back({it.id.text, it.question, values, 0, declaration_});
    choose_default(it, values);
  }

  void choose_default(model::interpretation const& it, enumeration_index values) {
    if (!it.default_value) return;  // the first value; a rule file always says
    std::string_view const word = it.default_value->text;
    if (auto const value = find_value(all_, values, word)) {
      all_.checked.interpretations.back().default_value = *value;
      return;
    }
    all_.said.add("unknown-value", it.default_value->where, fmt::format("`{}` has no value `{}`", it.id.text, word),
                  suggest_value(all_, word, values));
  }

  void add_question(model::question const& it) {
    auto& table = all_.checked.questions;
    declare(it.id, thing::question, table.size());
    table.push_back({it.id.text, it.text, {}, {}, declaration_});
  }

  tables all_;
  std::uint32_t declaration_ = 0;
};

}  // namespace

tables collect(model::rule_set rules) { return collector(std::move(rules)).run(); }

}  // namespace casus::check
