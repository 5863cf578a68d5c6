// A view taken apart into what it says one by one, and the smallest sets of that which bring something about.
#pragma once
#include "engine/evaluate/function_ref.hpp"
#include "engine/facts/scenario.hpp"

namespace casus::explain {

// One thing that a view says: about a field, an event, all that it states of one tuple, or a point of law.
struct view_part {
  enum class kind : std::uint8_t { field, event, new_event, tuple, reading };
  kind of = kind::field;
  std::size_t index = 0;                // among the view's changes of that kind; of a reading: the interpretation
  std::vector<std::size_t> statements;  // of a tuple
};

[[nodiscard]] std::vector<view_part> parts_of(facts::view const& view);

// The view with some of its parts only. A new event that is left out stays in its place, but did not happen.
[[nodiscard]] facts::view only(facts::view const& view, std::vector<view_part> const& parts,
                               std::vector<bool> const& kept);

// The smallest sets of so many parts for which `turns`: all of one part, else all of two, else one from which no part
// can be left out. None where all parts together do not turn it.
[[nodiscard]] std::vector<std::vector<std::size_t>> smallest_sets(
    std::size_t parts, evaluate::function_ref<bool(std::vector<bool> const& kept)> turns);

}  // namespace casus::explain
