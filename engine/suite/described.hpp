// What could be expected of one provision or question on one day, as candidates: not all of them need be met. Private
// to this folder.
#pragma once
#include "engine/suite/differing.hpp"
#include "engine/suite/held_block.hpp"

namespace casus::suite {

// From what is found, the plainest first: a status; exactly which instances have it; what is owed, fails, displaces.
[[nodiscard]] std::vector<facts::expected_subject> describing(held_block const& in, subject const& what);
// That an instance which is listed there is none here.
[[nodiscard]] std::vector<facts::expected_subject> denying(held_block const& there, subject const& what);

}  // namespace casus::suite
