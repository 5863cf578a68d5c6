#include "names.hpp"

#include "label.hpp"
#include "reading.hpp"

namespace casus::report {
namespace {

std::string quoted_id(std::string const& id) { return '`' + id + '`'; }

// "regular, extraordinary or informal", where there are few; "an unknown state".
std::string unknown_of(check::program const& program, check::type const& type, names const& named) {
  constexpr std::size_t few = 4;
  auto const is_named = type.base == check::base_type::enumeration;
  auto const count = is_named ? program.enumerations[type.index].values.size() : 0;
  if (count == 0 || count > few) return "an unknown " + named.kind(type);
  std::string words;
  for (std::size_t i = 0; i < count; ++i)
    words += (i == 0 ? "" : i + 1 == count ? " or " : ", ") + in_words(program.enumerations[type.index].values[i]);
  return words;
}

}  // namespace

std::string with_article(std::string_view noun) {
  bool const is_vowel = !noun.empty() && std::string_view{"aeiou"}.find(noun.front()) != std::string_view::npos;
  return (is_vowel ? "an " : "a ") + std::string{noun};
}

std::string flag_words(std::string_view field, std::string const& of, facts::truth truth) {
  auto const holds = truth == facts::truth::no ? " does not hold of " : " holds of ";
  auto const words = "“" + in_words(field) + "”" + holds + of;
  return truth == facts::truth::open ? "it is open whether " + words : words;
}

std::string field_words(std::string_view field) {
  for (std::string_view const preposition : {"by", "to", "of", "for", "from", "against", "with", "in", "at", "on"}) {
    if (field == preposition) return '`' + std::string{field} + '`';
  }
  return "the " + in_words(field);
}

std::string names::kind(check::type const& type) const {
  switch (type.base) {
    case check::base_type::boolean: return "yes or no";
    case check::base_type::integer: return "number";
    case check::base_type::text: return "text";
    case check::base_type::date: return "date";
    case check::base_type::duration: return "length of time";
    case check::base_type::enumeration: return in_words(program_->enumerations[type.index].name);
    case check::base_type::entity: return in_words(program_->kinds[type.index].name);
    case check::base_type::event: return in_words(program_->event_kinds[type.index].name);
    case check::base_type::unknown: break;
  }
  return "thing";
}

std::string names::of(facts::value const& value) const {
  auto const index = facts::index_of(value);
  switch (value.tag) {
    case facts::tag::unknown: return "unknown";
    case facts::tag::absent: return "nothing";
    case facts::tag::boolean: return value.payload != 0 ? "yes" : "no";
    case facts::tag::integer: return std::to_string(value.payload);
    case facts::tag::text: return "“" + facts_->texts[index] + "”";
    case facts::tag::date: return source::to_english(facts::date_of(value));
    case facts::tag::duration: return source::to_english(facts::duration_of(value));
    case facts::tag::enumerator: return in_words(program_->enumerations[value.extra].values[index]);
    case facts::tag::entity: return facts_->entities[index].title;
    case facts::tag::event: return of_event(index);
    case facts::tag::unnamed: break;
  }
  auto const& kind = value.payload == 0 ? program_->kinds[value.extra].name : program_->event_kinds[value.extra].name;
  return "another " + in_words(kind) + " than those named";
}

std::string names::of(facts::value const& value, check::type const& type) const {
  return value.is_known() ? of(value) : "an unknown " + kind(type);
}

std::string names::of_event(std::uint32_t event) const {
  auto const& what = facts_->events[event];
  auto const& of_kind = program_->event_kinds[what.kind];
  // The name of an act is a verb, which does not make a noun.
  std::string const kind = of_kind.is_act ? "the act" : "the " + in_words(of_kind.name);
  if (!what.id.empty()) return kind + ' ' + quoted_id(what.id);
  if (what.date.tag != facts::tag::date) return kind + " of unknown date";
  return kind + " of " + of(what.date);
}

std::string names::field_of(std::uint32_t event, std::string_view field) const {
  auto const& what = facts_->events[event];
  auto const& fields = program_->event_kinds[what.kind].fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].name != field) continue;
    if (what.fields[i].tag == facts::tag::absent && fields[i].type.base == check::base_type::entity) {
      return "an unnamed " + kind(fields[i].type);
    }
    if (what.fields[i].tag == facts::tag::unknown) return unknown_of(*program_, fields[i].type, *this);
    return of(what.fields[i]);
  }
  if (field == "date") return of(what.date);
  if (field == "effective") return of(what.effective);
  return std::string{field};
}

std::string names::sentence_of(std::uint32_t event) const {
  auto const& what = facts_->events[event];
  auto const& reading = program_->event_kinds[what.kind].reading;
  auto text = statement(reading, [&](std::string_view field) { return field_of(event, field); });
  if (reading.find("{date}") != std::string::npos) return text;
  return text + " (" + (what.date.tag == facts::tag::date ? of(what.date) : "on an unknown date") + ')';
}

std::string names::statement_of(check::relation_index relation, std::span<facts::value const> arguments,
                                facts::value const& held, sense how) const {
  auto const& of_what = program_->relations[relation];
  auto const reading = how == sense::denied ? denial(of_what.reading) : of_what.reading;
  return statement(reading, [&](std::string_view placeholder) {
    for (std::size_t i = 0; i < of_what.parameter_names.size() && i < arguments.size(); ++i) {
      if (of_what.parameter_names[i] != placeholder) continue;
      return of(arguments[i], of_what.parameters[i]);
    }
    return placeholder == "value" ? of(held) : std::string{placeholder};
  });
}

}  // namespace casus::report
