// What is known while the documents of one scenario are bound, shared by the functions that do it: the rules and their
// names, the scenario so far, the ids of its things, and what was wrong.
#pragma once
#include "engine/facts/scenario.hpp"
#include "engine/scenario/node.hpp"
#include "engine/scenario/problems.hpp"
#include "engine/scenario/vocabulary.hpp"
#include <unordered_map>

namespace casus::scenario {

struct known_event {
  std::uint32_t index = 0;  // into the events: those of a view behind the agreed ones
  source::span where;
};
// By id, for one kind of event.
using event_ids = std::unordered_map<std::string, known_event>;

struct loading {
  explicit loading(check::program const& of) : rules(of), names(of), events(of.event_kinds.size()) {}

  check::program const& rules;
  vocabulary names;
  problems said;
  facts::scenario told;
  std::unordered_map<std::string, std::uint32_t> entities;
  std::vector<event_ids> events;  // by kind: the agreed ones
  // By view, then by kind: the events that only it tells of.
  std::vector<std::vector<event_ids>> events_of_views;
  // The view whose events may be named as well.
  std::optional<std::size_t> view;

  [[nodiscard]] facts::base& agreed() { return told.agreed; }
  [[nodiscard]] known_event const* find_event(check::event_kind_index kind, std::string const& id) const;
  // "did you mean" among the ids that may be named.
  [[nodiscard]] std::string suggest_entity(std::string const& id);
  [[nodiscard]] std::string suggest_event(check::event_kind_index kind, std::string const& id);
};

// Whether a scalar may be the id of a thing; says so where it may not.
[[nodiscard]] bool is_id(element what, std::string_view of_what, problems& said);

}  // namespace casus::scenario
