// One block of expectations on its date, as its account tells it: what the parts that judge it share.
#pragma once
#include "engine/suite/expectation.hpp"

namespace casus::suite {

struct held_block {
  evaluate::world& world;
  evaluate::findings const& found;
  source::files const& files;

  [[nodiscard]] check::program const& program() const { return world.program(); }
  [[nodiscard]] facts::base const& facts() const { return world.facts(); }
};

using partial_binding = std::vector<facts::binding>;

// Whether a binding has the values expected; variables are looked up by name, since versions place them differently.
[[nodiscard]] bool agrees(check::program const& program, check::scope const& scope,
                          std::vector<facts::value> const& binding, partial_binding const& expected);
// "ally: russia, victim: kyrgyzstan".
[[nodiscard]] std::string written(held_block const& in, partial_binding const& expected);

// Whatever it speaks of.
[[nodiscard]] std::vector<mismatch> hold_subject(held_block const& in, facts::expected_subject const& expected);
[[nodiscard]] std::vector<mismatch> hold_provision(held_block const& in, facts::expected_subject const& expected);
[[nodiscard]] std::vector<mismatch> hold_question(held_block const& in, facts::expected_subject const& expected);
[[nodiscard]] std::vector<mismatch> hold_relation(held_block const& in, facts::expected_subject const& expected);
[[nodiscard]] std::vector<mismatch> hold_conflicts(held_block const& in,
                                                   std::vector<facts::expected_conflict> const& expected);

}  // namespace casus::suite
