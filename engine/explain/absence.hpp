// Why a provision does not apply: the nearest instance and the conditions of it that fail, fewest first.
#pragma once
#include "engine/evaluate/world.hpp"
#include "engine/explain/own_events.hpp"

namespace casus::explain {

struct failed_condition {
  model::expression_id condition;  // a conjunct of `when`, or deeper in a define it was refused by
  facts::truth truth = facts::truth::no;
  std::vector<source::span> because;  // the facts' places in the scenario that make it so; may be empty
  evaluate::binding slots;            // the values under which it was read
};

struct absence {
  check::provision_index provision = 0;
  // How many instances there could be; 0: nothing of the kinds that it binds is there (the first such variable below).
  bool has_candidates = false;
  std::uint32_t empty_variable = 0;
  evaluate::binding nearest;  // of near misses: unknown for a variable of which there is nothing
  std::vector<failed_condition> failed;
  std::vector<failed_condition> open;        // that are not known to be met
  std::vector<std::uint32_t> nothing_for;    // of near misses: the variables for which there is nothing
  std::vector<std::uint32_t> unseen_events;  // of those bound, the ones that are not there on the date
};

// Where to look, and how far.
struct absence_search {
  std::vector<evaluate::world::given> values = {};    // that variables have
  std::optional<source::file_id> own = std::nullopt;  // the scenario's file: what binds none of its events is told last
  std::size_t tried = 10'000;
};

// Instances that nearly apply, the nearest first: at most `most` of them. A variable of which there is nothing stays
// unknown; where nothing is missing and no condition fails, an instance is passed over, as is one that is judged on a
// day on which the version is not in force. Where there is nothing yet that says when, that is the date asked about.
[[nodiscard]] std::vector<absence> near_misses(evaluate::world& world, check::provision_index provision,
                                               source::date date, std::size_t most, absence_search const& how);

// The nearest of the instances, by the number of failed conjuncts of `when`; those that are judged while the version is
// in force come first.
[[nodiscard]] absence why_not(evaluate::world& world, check::provision_index provision, source::date date,
                              absence_search const& how);

}  // namespace casus::explain
