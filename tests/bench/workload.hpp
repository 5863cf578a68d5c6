// The texts that the benchmarks run on: rules and scenarios of a given size, and an in-memory session around them.
#pragma once
#include "engine/session/session.hpp"
#include <string>

namespace casus::bench {

// Mutual defence as in article 4, an appointment and a hand-over of the chair: the rules of the first page of the
// language reference, small enough that what is measured is the engine.
[[nodiscard]] std::string alliance_rules();

struct size {
  int states = 12;
  int attacks = 2;
  int requests = 2;
  int idle_states = 0;  // states that no fact names
  int idle_events = 0;  // events that no rule about attacks can match
  int idle_rules = 0;   // provisions over events that the scenario has none of
};
[[nodiscard]] std::string rules_of(size of);
[[nodiscard]] std::string scenario_of(size of);

// A session whose files are `rules.casus` and `case.yaml`, in memory.
[[nodiscard]] session::session session_over(std::string rules, std::string scenario);

// A scenario loaded with its rules, and kept.
struct loaded {
  explicit loaded(size of);
  session::session files;
  session::rule_book const* rules = nullptr;
  facts::scenario scenario;
  source::date date;
};

}  // namespace casus::bench
