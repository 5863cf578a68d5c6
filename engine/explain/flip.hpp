// The smallest changes of facts that turn an answer: that make a provision apply where it does not or may not, or cease
// to apply where it does or may. A set of changes turns the answer for certain, and no part of it does.
//
// The search goes where the answer rests: as long as what a proof of it reads stands, it stands. So only what the proof
// reads is changed, first forgotten, and only if the answer is open then, given one value after the other.
#pragma once
#include "engine/explain/change.hpp"
#include "engine/explain/proof.hpp"

namespace casus::explain {

// Least surprising first: to answer what is open, before what was stated was otherwise, before a fact is stated or
// denied that was not, before an event did not happen, before one happened of which nobody spoke; last, that something
// holds by mere statement which provisions establish.
enum class surprise : std::uint8_t { answered, otherwise, restated, removed, added, asserted };
[[nodiscard]] surprise surprise_of(evaluate::world const& world, change const& one);

struct flip {
  facts::truth to = facts::truth::yes;  // it applies for certain, or does not
  changes made;
};

struct flip_limits {
  std::size_t size = 2;        // changes in a set
  std::size_t tried = 20'000;  // sets that are evaluated
};

struct flips {
  facts::truth now = facts::truth::no;  // whether any instance applies
  std::vector<flip> found;              // the least surprising first, and of those the smallest
  std::size_t tried = 0;                // sets evaluated; what they turned
  bool every_set_tried = true;          // no: the limit was reached, first in the larger sets
  bool every_fact_read = true;          // no: it rests on something that could not be followed
};

// Of whatever instances of the provisions have the values given.
[[nodiscard]] flips find_flips(evaluate::world& world, evaluate::compiled const& rules,
                               std::vector<asked_version> const& asked, source::date date,
                               std::vector<fixed_fact> const& fixed = {}, flip_limits const& most = {});

}  // namespace casus::explain
