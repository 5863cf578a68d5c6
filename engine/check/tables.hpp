// What the first passes of the checker hand on to one another: the program as far as it is built, and what each name
// stands for. Names are views into the program's own rule set. Private to the checker.
#pragma once
#include "engine/check/log.hpp"
#include "engine/check/program.hpp"
#include <string_view>
#include <unordered_map>

namespace casus::check {

enum class thing : std::uint8_t { kind, enumeration, event, act, fact, define, individual, interpretation, question };
[[nodiscard]] std::string_view words_for(thing of);  // "an entity kind", "a fact"

struct entry {
  thing what{};
  std::uint32_t index = 0;  // into the table of such things
  source::span where;
};

struct enumerator {
  enumeration_index enumeration = 0;
  std::uint32_t value = 0;
};

struct tables {
  program checked;
  std::unordered_map<std::string_view, entry> things;
  std::unordered_map<std::string_view, std::vector<enumerator>> values;  // by enumeration
  std::unordered_map<std::string_view, instrument_index> instruments;
  std::unordered_map<std::string_view, article_index> articles;
  std::vector<std::string_view> variable_names;  // by variable, as written
  std::vector<bool> mentioned;                   // likewise
  log said;
};

// The largest number of fields, parameters or variables that one declaration or quantifier may have.
inline constexpr std::size_t most_members = 256;
// All that the conditions of a provision, a define or a question bind: how long it takes to plan them grows with it.
inline constexpr std::size_t most_variables = 1024;

// The kind of an individual whose kind is not declared.
inline constexpr kind_index no_kind = static_cast<kind_index>(-1);

[[nodiscard]] entry const* find_thing(tables const& all, std::string_view name);
[[nodiscard]] std::optional<std::uint32_t> find_value(tables const& all, enumeration_index of, std::string_view name);

// "did you mean" among the declared things that are wanted.
[[nodiscard]] std::string suggest_thing(tables& all, std::string_view word, std::initializer_list<thing> wanted);
[[nodiscard]] std::string suggest_value(tables& all, std::string_view word, enumeration_index of);
[[nodiscard]] std::string suggest_article(tables& all, std::string_view word);
[[nodiscard]] std::string suggest_field(tables& all, std::string_view word, std::vector<field> const& fields);

// Where something was declared.
[[nodiscard]] source::span place_of(program const& checked, type const& named);

}  // namespace casus::check
