// How the answers of one account run through time: for each provision, each of its instances, each norm and each fact
// that follows from one and each question, the spans over which its state stayed the same. The dates are those that the
// evaluation itself compares with the day it asks about, so no span is sampled.
#pragma once
#include "engine/evaluate/calendar.hpp"
#include "engine/evaluate/establishing.hpp"
#include <variant>

namespace casus::explain {

struct timeline_range {  // none: since ever, for ever
  std::optional<source::date> from;
  std::optional<source::date> to;  // included
};

// Nothing: of a norm, or of what was established, that is not there any more.
using lane_state = std::variant<std::monostate, evaluate::status, evaluate::norm_state, evaluate::fact_state,
                                evaluate::question_status>;

struct span {
  std::optional<source::date> begin;  // none: where the range begins
  std::optional<source::date> end;    // the first day of another state; none: where the range ends
  lane_state state;
  std::optional<evaluate::norm> norm;   // of a norm: as it stands when the span begins
  std::vector<evaluate::turn> because;  // what began it
};

struct lane {
  enum class kind : std::uint8_t { provision, instance, norm, fact, question };
  kind of = kind::provision;
  std::uint32_t subject = 0;  // provision, question
  evaluate::binding binding;  // of an instance, a norm, a fact that is established, a question
  std::optional<std::uint32_t> consequence;
  std::vector<facts::value> parties;  // of a norm: its actor, then its arguments; of a fact: its arguments
  bool is_joint = false;              // of a norm: it bound others together with these
  // Side by side, in the order of time, up to the end of the range. A norm or a fact has none before it is there first.
  std::vector<span> spans;
};

struct timeline {
  timeline_range range;
  std::vector<lane> lanes;  // by provision in the order of the program, each before its instances; then questions
  std::size_t dates = 0;    // on so many something was worked out
  std::optional<source::date> stopped_on;  // there were more dates than the bound: the first that was not looked at
};

inline constexpr std::size_t most_dates = 20'000;

// The facts outlive the call only. Throws `evaluate::failure` where a bound of the evaluation is reached.
[[nodiscard]] timeline timeline_of(evaluate::compiled const& rules, facts::base const& facts,
                                   evaluate::options const& how, timeline_range const& range);

}  // namespace casus::explain
