// A value of the language in sixteen bytes. Text is interned (see base.hpp), entities and events are dense indices.
#pragma once
#include "engine/source/date.hpp"
#include <compare>
#include <cstdint>

namespace casus::facts {

enum class tag : std::uint8_t {
  unknown,  // not known: left out, or said to be unknown
  absent,   // an optional field left out, `first` of nothing
  boolean,
  integer,
  text,
  date,
  duration,
  enumerator,
  entity,
  event,
  unnamed  // an entity or event of the kind in `extra` that the scenario does not name: see docs/reference
};

struct value {
  facts::tag tag = facts::tag::unknown;
  // enumerator: the enumeration; entity, event, unnamed: the kind. Part of the identity of `unnamed` only, otherwise
  // derived from the payload and always the same for it.
  std::uint32_t extra = 0;
  // boolean 0 or 1; date: days since 1970; duration: months in the high, days in the low half; else an index.
  std::int64_t payload = 0;

  auto operator<=>(value const&) const = default;
  [[nodiscard]] constexpr bool is_known() const { return tag != facts::tag::unknown; }
};

constexpr value unknown{};
constexpr value absent{tag::absent, 0, 0};
[[nodiscard]] constexpr value of_boolean(bool b) { return {tag::boolean, 0, b ? 1 : 0}; }
[[nodiscard]] constexpr value of_integer(std::int64_t i) { return {tag::integer, 0, i}; }
[[nodiscard]] constexpr value of_text(std::uint32_t index) { return {tag::text, 0, index}; }
[[nodiscard]] constexpr value of_date(source::date d) { return {tag::date, 0, d.days}; }
[[nodiscard]] constexpr value of_duration(source::duration d) {
  return {tag::duration, 0, static_cast<std::int64_t>(d.months) * (std::int64_t{1} << 32) + d.days};
}
[[nodiscard]] constexpr value of_enumerator(std::uint32_t enumeration, std::uint32_t index) {
  return {tag::enumerator, enumeration, index};
}
[[nodiscard]] constexpr value of_entity(std::uint32_t kind, std::uint32_t entity) {
  return {tag::entity, kind, entity};
}
[[nodiscard]] constexpr value of_event(std::uint32_t kind, std::uint32_t event) { return {tag::event, kind, event}; }
[[nodiscard]] constexpr value unnamed_of(tag entity_or_event, std::uint32_t kind) {
  return {tag::unnamed, kind, entity_or_event == tag::event ? 1 : 0};
}

[[nodiscard]] constexpr source::date date_of(value v) { return {static_cast<std::int32_t>(v.payload)}; }
[[nodiscard]] constexpr source::duration duration_of(value v) {
  auto const days = static_cast<std::int32_t>(static_cast<std::uint32_t>(v.payload & 0xffffffff));
  return {static_cast<std::int32_t>((v.payload - days) / (std::int64_t{1} << 32)), days};
}
[[nodiscard]] constexpr std::uint32_t index_of(value v) { return static_cast<std::uint32_t>(v.payload); }

// Strong Kleene truth: the order is that of truth, so that `and` is the smaller and `or` the larger.
enum class truth : std::uint8_t { no = 0, open = 1, yes = 2 };
[[nodiscard]] constexpr truth negate(truth t) { return static_cast<truth>(2 - static_cast<int>(t)); }
[[nodiscard]] constexpr truth both(truth a, truth b) { return a < b ? a : b; }
[[nodiscard]] constexpr truth either(truth a, truth b) { return a < b ? b : a; }

}  // namespace casus::facts
