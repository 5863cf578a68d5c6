// A change of one fact, of the kind that a what-if edit makes: a field of an event, whether an event took place, a fact
// stated or denied, the value of a fact, one event more. Plain values.
#pragma once
#include "engine/evaluate/world.hpp"
#include <tuple>

namespace casus::explain {

struct change {
  enum class kind : std::uint8_t { field, presence, tuple, value, addition };
  kind of = kind::field;
  std::uint32_t subject = 0;            // field, presence: event; tuple, value: relation; addition: kind of event
  std::uint32_t field = 0;              // field
  std::vector<facts::value> arguments;  // tuple, value
  // What it comes to; unknown: forgotten, whatever it was. Of field and value, the value; of presence and tuple, a
  // Boolean; of an addition, whether it took place, its date, then its fields, of which those unknown are not stated.
  std::vector<facts::value> to;

  bool operator==(change const& other) const = default;
  bool operator<(change const& other) const {
    return std::tie(of, subject, field, arguments, to) <
           std::tie(other.of, other.subject, other.field, other.arguments, other.to);
  }
};
using changes = std::vector<change>;

// Of the parts of an addition.
inline constexpr std::size_t part_holds = 0, part_date = 1, part_fields = 2;

[[nodiscard]] bool same_fact(change const& a, change const& b);

// In the order given; what is added comes after all events that there are.
void make(facts::base& facts, change const& one);

// The value that a part of an addition has if nothing is said of it, if any.
[[nodiscard]] std::optional<facts::value> value_left_out(check::program const& program, facts::base const& facts,
                                                         change const& of, std::size_t part);

// A fact that no change may touch: a kind of event with all its events, an event, a field of one, a fact of whatever
// arguments, or of these.
struct fixed_fact {
  enum class kind : std::uint8_t { event_kind, event, field, relation, tuple };
  kind of = kind::event_kind;
  std::uint32_t subject = 0;  // kind of event; event; event; relation; relation
  std::uint32_t field = 0;
  std::vector<facts::value> arguments;
};
[[nodiscard]] bool touches(change const& one, fixed_fact const& fixed, facts::base const& facts);

}  // namespace casus::explain
