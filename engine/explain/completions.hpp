// Every completion of the facts that are open for an instance: what it comes to in each, and which of the facts make a
// difference.
#pragma once
#include "engine/explain/settle.hpp"

namespace casus::explain {

struct completions {
  bool tried = false;  // no: more than twenty facts are open, or there are too many completions to try
  std::uint64_t applies = 0, not_applies = 0, open = 0;  // in so many; open: a date or a number is still missing
  enum class weight : std::uint8_t { matters, never_matters, not_tried };
  std::vector<weight> weights;  // by open fact; not_tried, too, where what is open otherwise hides what it would do
};

inline constexpr std::size_t most_open_facts = 20;
inline constexpr std::uint64_t most_completions = std::uint64_t{1} << 20U;
inline constexpr std::uint64_t most_evaluations = 50'000;

[[nodiscard]] completions complete(evaluate::world& world, evaluate::compiled const& rules,
                                   check::provision_index provision, evaluate::binding const& values, source::date date,
                                   std::vector<open_fact> const& open);

// The facts and options of a world with some of what is open supposed to be so.
struct told_otherwise {
  facts::base facts;
  evaluate::options how;
};
[[nodiscard]] told_otherwise supposing(evaluate::world const& world, std::vector<supposed> const& what);

// The values that an open fact might have; see open_facts.hpp.
[[nodiscard]] std::vector<facts::value> values_to_try(evaluate::world const& world, open_fact const& fact);

// The fact of which the answer says most: that settles the instance by most of its values, or else stands in most of
// the sets that do. None where nothing is open that has values to try, leaving out those passed over.
[[nodiscard]] std::optional<open_fact> fact_to_ask(evaluate::world const& world, settlement const& found,
                                                   std::vector<open_fact> const& passed_over);

}  // namespace casus::explain
