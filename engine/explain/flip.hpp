// The smallest changes of facts that turn an answer: that make a provision apply where it does not or may not, or cease
// to apply where it does or may. A set of changes turns the answer for certain, and no part of it does.
//
// The search goes where the answer rests: as long as what a proof of it reads stands, it stands. So only what the proof
// reads is changed, first forgotten, and only if the answer is open then, given one value after the other.
#pragma once
#include "engine/explain/change.hpp"
#include "engine/explain/proof.hpp"

namespace casus::explain {

// What is asked about: whatever instances of the provisions have the values given.
struct flip_question {
  std::vector<asked_version> asked;
  source::date date;
  std::vector<fixed_fact> fixed = {};
  // The scenario's own file, where it has others besides, which tell its history.
  std::optional<source::file_id> own = {};
};

// Least surprising first: what is open is answered; a value is another; a fact is stated or denied that was not; an
// event did not happen; one did of which nobody spoke; the history behind the case was another; something that
// provisions establish holds by mere statement.
enum class surprise : std::uint8_t { answered, otherwise, restated, removed, added, history, asserted };
[[nodiscard]] surprise surprise_of(evaluate::world const& world, change const& one, std::optional<source::file_id> own);

struct flip {
  facts::truth to = facts::truth::yes;  // it applies for certain, or does not
  changes made;
  bool is_displaced = false;  // of one that does not apply: something would, were it not displaced
};

struct flip_limits {
  std::size_t size = 2;       // changes in a set
  std::size_t tried = 5'000;  // sets that are evaluated
};

struct flips {
  facts::truth now = facts::truth::no;  // whether any instance applies
  std::vector<flip> found;              // the least surprising first, and of those the smallest
  std::size_t tried = 0;                // sets evaluated; what they turned
  bool every_set_tried = true;          // no: the limit was reached; the least surprising were tried first
  bool every_fact_read = true;          // no: it rests on something that could not be followed
};

[[nodiscard]] flips find_flips(evaluate::world& world, evaluate::compiled const& rules, flip_question const& question,
                               flip_limits const& most = {});

}  // namespace casus::explain
