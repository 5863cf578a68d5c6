// Why an instance stands as it does: the conclusion, the conditions that it rests on, each with its truth, and so down
// through definitions and provisions to facts. A proof is plain values; its words are made in report/.
#pragma once
#include "engine/evaluate/world.hpp"

namespace casus::explain {

// Something of the input that a step rests on.
struct cited_fact {
  enum class kind : std::uint8_t { event, event_field, entity_field, statement, reading };
  kind of = kind::event;
  std::uint32_t subject = 0;  // event, entity, statement, interpretation
  std::uint32_t field = 0;    // event_field, entity_field
  facts::origin why = facts::origin::stated;
  source::span where;  // of a reading: the declaration
  bool operator==(cited_fact const& other) const {
    return of == other.of && subject == other.subject && field == other.field;
  }
};

using step_index = std::uint32_t;

// One thing that a step rests on, and in which part.
struct support {
  enum class role : std::uint8_t { condition, exception, overriding, requirement };
  step_index step = 0;
  bool is_denied = false;   // what is asked for is that the step is not so
  bool is_routine = false;  // the refutation of what nobody asserts: shown only on demand
  role as = role::condition;
};

struct step {
  enum class kind : std::uint8_t {
    instance,       // a provision applies for the values
    establishment,  // what a provision of that instance establishes holds of the tuple
    condition,      // an expression of a rule under its slots
    combination,    // values of the variables that an expression binds
    tuple,          // a fact or a define of its arguments
    event           // an event took place
  };
  kind of = kind::condition;
  facts::truth truth = facts::truth::no;
  std::uint32_t subject = 0;        // provision, relation, event
  std::uint32_t consequence = 0;    // establishment: index into the model provision's consequences
  model::expression_id expression;  // condition, combination
  evaluate::few_values values;      // slots, arguments, binding
  facts::value held;                // tuple of a fact with a value
  facts::value from = facts::absent, until = facts::absent;  // establishment: its interval
  evaluate::world::place where;
  std::optional<source::date> judged_on;  // instance: where what it rests on is read on another day
  std::vector<cited_fact> cites;
  std::vector<support> rests_on;
  std::uint64_t ways = 1;  // in which the step itself can be shown; the one taken makes the smallest proof
};

struct proof {
  std::vector<step> steps;             // the first is the conclusion; each stands once, however often it is used
  std::uint64_t number = 1;            // of different proofs
  bool is_number_lower_bound = false;  // there are more, which lead through a circle or are too many to count
  bool is_partial = false;             // there is so much to show that some was left out
};

// What is shown of a step that is open: only what leaves it so, or also what would keep it so if that were known.
enum class open_parts : std::uint8_t { those_open, all };

// Of an instance that applies, does not, or may; its conditions are all there, what lies below them is the smallest
// that shows it.
[[nodiscard]] proof prove(evaluate::world& world, check::provision_index provision, evaluate::binding const& values,
                          source::date date, open_parts of_open = open_parts::those_open);

// That no instance of the provisions applies whose variables have the values given; of those that may, that it is open.
struct asked_version {
  check::provision_index provision = 0;
  std::vector<evaluate::world::given> given;
};
[[nodiscard]] proof prove_none(evaluate::world& world, std::vector<asked_version> const& asked, source::date date,
                               open_parts of_open);

inline constexpr std::uint64_t most_counted = 1'000'000;  // proofs; beyond that their number is a lower bound

}  // namespace casus::explain
