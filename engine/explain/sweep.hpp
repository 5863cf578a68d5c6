// What a case comes to under every combination of some facts. An answer that did not look at a fact is the same
// whatever that is, so far fewer combinations are worked out than there are.
#pragma once
#include "engine/evaluate/changing_world.hpp"
#include "engine/evaluate/function_ref.hpp"

namespace casus::explain {

// One value of a varied fact: how the facts are where it has it.
struct fact_choice {
  facts::value value;  // of a field, a date; of an event or a tuple whether it is there; of a reading its index
  bool is_as_told = false;
};

struct varied_fact {
  evaluate::varied_place place;
  bool is_date = false;  // of an event: when, not whether
  std::vector<fact_choice> choices;
};

// What is asked under each combination.
struct swept_subject {
  bool is_question = false;
  std::uint32_t index = 0;  // article, question
};

// An answer for each combination: indices into `answers`. Combinations are numbered with the first fact slowest.
struct swept {
  swept_subject subject;
  std::vector<std::string> answers;
  std::vector<std::uint16_t> of;  // by combination; `not_worked_out` where it was stopped before
  std::size_t evaluations = 0;
};

inline constexpr std::uint16_t not_worked_out = 0xffff;
inline constexpr std::size_t most_combinations = std::size_t{1} << 20U;
inline constexpr std::size_t most_answers = 0xfffe;

[[nodiscard]] std::size_t combinations_of(std::vector<varied_fact> const& facts);  // `most_combinations` + 1: more

// In words, so that answers that read alike are one.
using answer_words = evaluate::function_ref<std::string(swept_subject const&, evaluate::changing_world::answer const&)>;
// How many combinations are done, of all subjects; false stops.
using sweep_progress = evaluate::function_ref<bool(std::size_t done, std::size_t of)>;

// The facts of a tuple that is not stated are added by `with_tuples` first.
[[nodiscard]] std::vector<swept> sweep(evaluate::compiled const& rules, facts::base const& facts,
                                       evaluate::options const& how, source::date date,
                                       std::vector<varied_fact> const& varied,
                                       std::vector<swept_subject> const& subjects, answer_words words,
                                       sweep_progress progress);

// Puts the values into the facts: by fact, the index of its choice.
void suppose(evaluate::changing_world& into, facts::base const& told, varied_fact const& fact,
             fact_choice const& choice);

}  // namespace casus::explain
