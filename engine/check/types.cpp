#include "engine/check/types.hpp"

#include "engine/source/nearest.hpp"

#include <fmt/format.h>

#include <array>
#include <cassert>
#include <utility>

namespace casus::check {
namespace {

constexpr std::array<std::pair<std::string_view, type>, 5> built_in{{{"Bool", boolean_type},
                                                                     {"Int", integer_type},
                                                                     {"Text", text_type},
                                                                     {"Date", date_type},
                                                                     {"Duration", duration_type}}};

// What other languages call them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> elsewhere{{{"Boolean", "Bool"},
                                                                                  {"boolean", "Bool"},
                                                                                  {"String", "Text"},
                                                                                  {"string", "Text"},
                                                                                  {"Integer", "Int"},
                                                                                  {"integer", "Int"},
                                                                                  {"Number", "Int"},
                                                                                  {"number", "Int"},
                                                                                  {"Day", "Date"}}};

std::string suggest_type(tables& all, std::string_view word) {
  for (auto const& [name, meant] : elsewhere) {
    if (word == name) return fmt::format("did you mean `{}`?", meant);
  }
  if (auto help = suggest_thing(all, word, {thing::kind, thing::enumeration, thing::event}); !help.empty()) return help;
  std::vector<std::string> names;
  for (auto const& [name, meant] : built_in) names.emplace_back(name);
  return source::did_you_mean(word, names);
}

std::optional<type> find_built_in(std::string_view name) {
  for (auto const& [word, meant] : built_in) {
    if (word == name) return meant;
  }
  return std::nullopt;
}

type unknown_type(tables& all, model::type_name const& written) {
  std::string_view const word = written.base.text;
  if (written.is_act) {
    all.said.add("unknown-name", written.base.where, fmt::format("no act named `{}`", word),
                 suggest_thing(all, word, {thing::act}));
    return {};
  }
  if (entry const* const found = find_thing(all, word)) {
    source::diagnostic& said = all.said.add("unknown-name", written.base.where,
                                            fmt::format("`{}` is {}, not a type", word, words_for(found->what)));
    said.notes.push_back({"declared here", found->where});
    return {};
  }
  all.said.add("unknown-name", written.base.where, fmt::format("no type named `{}`", word), suggest_type(all, word));
  return {};
}

type event_type(tables& all, model::type_name const& written, entry const& found) {
  bool const is_act = found.what == thing::act;
  if (is_act != written.is_act) {
    std::string_view const word = written.base.text;
    source::diagnostic& said =
        all.said.add("type-mismatch", written.where, fmt::format("`{}` is {}", word, words_for(found.what)),
                     is_act ? fmt::format("as a type it is written `act {}`", word)
                            : fmt::format("as a type it is written `{}`", word));
    said.notes.push_back({"declared here", found.where});
  }
  return {base_type::event, found.index, written.is_optional};
}

}  // namespace

std::string name_of(program const& checked, type const& of) {
  switch (of.base) {
    case base_type::unknown: return "unknown";
    case base_type::boolean: return "Bool";
    case base_type::integer: return "Int";
    case base_type::text: return "Text";
    case base_type::date: return "Date";
    case base_type::duration: return "Duration";
    case base_type::enumeration: return checked.enumerations[of.index].name;
    case base_type::entity: return checked.kinds[of.index].name;
    case base_type::event: {
      event_kind const& kind = checked.event_kinds[of.index];
      return kind.is_act ? "act " + kind.name : kind.name;
    }
  }
  assert(false);
  return {};
}

bool is_within(program const& checked, kind_index below, kind_index above) {
  for (std::optional<kind_index> at = below; at; at = checked.kinds[*at].parent) {
    if (*at == above) return true;
  }
  return false;
}

bool is_related(program const& checked, kind_index a, kind_index b) {
  return is_within(checked, a, b) || is_within(checked, b, a);
}

bool fits(program const& checked, type const& wanted, type const& given) {
  if (wanted.base == base_type::unknown || given.base == base_type::unknown) return true;
  if (wanted.base != given.base) return false;
  if (wanted.base == base_type::entity) return is_related(checked, wanted.index, given.index);
  return wanted.index == given.index;
}

type resolve_type(tables& all, model::type_name const& written) {
  entry const* const found = find_thing(all, written.base.text);
  if (found != nullptr) {
    if (found->what == thing::event || found->what == thing::act) return event_type(all, written, *found);
    if (found->what == thing::kind && !written.is_act) return {base_type::entity, found->index, written.is_optional};
    if (found->what == thing::enumeration && !written.is_act) {
      return {base_type::enumeration, found->index, written.is_optional};
    }
  }
  std::optional<type> meant = written.is_act ? std::nullopt : find_built_in(written.base.text);
  if (!meant) return unknown_type(all, written);
  meant->optional = written.is_optional;
  return *meant;
}

type resolve_range(tables& all, model::variable const& written) {
  type const meant = resolve_type(all, written.type);
  if (meant.base == base_type::unknown || is_enumerable(meant)) return meant;
  all.said.add("not-enumerable", written.type.where,
               fmt::format("`{}` cannot range over `{}`, which has no end of values", written.id.text,
                           name_of(all.checked, meant)),
               "range over the events or things that have such a value");
  return meant;
}

}  // namespace casus::check
