// The types of the language, resolved. `index` names the enumeration, the entity kind or the event kind.
#pragma once
#include <cstdint>

namespace casus::check {

enum class base_type : std::uint8_t {
  unknown,  // could not be determined; an error was reported, and nothing more is said about it
  boolean,
  integer,
  text,
  date,
  duration,
  enumeration,
  entity,
  event,  // events and acts
};

struct type {
  base_type base = base_type::unknown;
  std::uint32_t index = 0;
  bool optional = false;  // the value may be absent
  bool operator==(type const&) const = default;
};

// Whether a variable can range over all values of the type: Booleans, enumerations, entities, events.
[[nodiscard]] constexpr bool is_enumerable(type const& of) {
  return of.base == base_type::boolean || of.base == base_type::enumeration || of.base == base_type::entity ||
         of.base == base_type::event;
}

}  // namespace casus::check
