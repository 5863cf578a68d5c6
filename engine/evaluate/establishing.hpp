// What an instance establishes, besides the norms that the findings list: which tuples, from when, until when.
#pragma once
#include "engine/evaluate/world.hpp"

namespace casus::evaluate {

class machine;

struct established_fact {
  std::uint32_t consequence = 0;  // index into the model provision's consequences
  check::relation_index relation = 0;
  std::vector<facts::value> arguments;
  facts::value from = facts::absent;   // a date, unknown, or absent (no beginning)
  facts::value until = facts::absent;  // the first day on which it no longer holds
  bool operator==(established_fact const&) const = default;
};

// On a date: as the instance has it, which may be open itself.
enum class fact_state : std::uint8_t { not_yet, holds, open, ended };
[[nodiscard]] std::string_view words(fact_state of);  // "not yet"
[[nodiscard]] fact_state state_of(established_fact const& fact, instance const& by, source::date date);

// As it is read on the date on which the instance was found. Of one that is open or undetermined, what it perhaps
// establishes; of one that is displaced, what it would have; of one that does not apply, nothing.
[[nodiscard]] std::vector<established_fact> established_by(world& in, check::provision_index provision,
                                                           instance const& one, source::date date);
[[nodiscard]] std::vector<established_fact> established_by(machine& in, check::provision_index provision,
                                                           instance const& one, source::date date);

}  // namespace casus::evaluate
