// A checked program compiled for evaluation: expressions as a flat arena of nodes, and for each body that is to be
// enumerated a join plan. Made once for a rule set and only read afterwards.
//
// A block is a conjunction over variables to be bound: steps in the order in which they are run. A step either filters
// or binds one more variable (or the free arguments of a literal). The planner is greedy: filters as soon as their
// variables are bound, then the cheapest generator. Positive `some` is folded into the block that it stands in: over
// the lattice no < open < yes, `and` distributes over the maximum that a quantifier takes.
#pragma once
#include "engine/check/dependency.hpp"
#include "engine/evaluate/slot_set.hpp"
#include "engine/evaluate/world.hpp"
#include <map>

namespace casus::evaluate {

using node_index = std::uint32_t;
using block_index = std::uint32_t;
using variant_index = std::uint32_t;
inline constexpr std::uint32_t none = 0xffffffff;

enum class op : std::uint8_t {
  // terms
  constant,
  text_constant,
  slot,
  today,
  reading,
  entity_field,
  event_date,
  event_effective,
  event_known,
  event_field,
  plus,
  minus,
  later,
  earlier,
  count,
  choose,
  fact_value,
  // conditions
  truth_of_term,
  compare,
  conjunction,
  disjunction,
  negation,
  in_set,
  in_kind,
  relation,
  some,
  every,
  at,
  before,
  violated,
  breached,
  given
};

struct node {
  op what{};
  model::comparison_operator compare{};
  model::choice choice{};
  check::type type;         // of a term
  std::uint32_t index = 0;  // slot, field, relation, kind, interpretation, article, block, text literal
  std::vector<node_index> operands;
  facts::value constant;
  std::vector<std::vector<std::uint32_t>> bindings;  // violated, breached: per version, the slot of each operand
  model::expression_id origin;
  // What it needs and what it can see.
  slot_set slots;           // the slots of its owner that must be bound
  bool dated = false;       // its value may change with the date on which it is read
  slot_set ranges;          // event kinds whose visibility it may depend on
  bool leads_back = false;  // a `before` through which its owner needs itself, on an earlier day
};

// How a variable over events minds visibility: one that a condition binds ranges over those visible on the date; one
// of an instance that is judged on a day of its own counts as visible there; a parameter takes whatever it is given.
enum class role : std::uint8_t { quantified, of_instance, parameter };

struct bound_variable {
  std::uint32_t slot = 0;
  check::type type;
  evaluate::role role = role::quantified;
};

struct argument {
  node_index term = none;     // a bound term, or
  std::uint32_t slot = none;  // a variable that this step binds (or compares, if an earlier argument binds it)
};

enum class step_kind : std::uint8_t { filter, assign, scan, probe, match, judge };
struct step {
  step_kind what{};
  node_index node = none;           // filter: the condition; assign, probe: the key; match: the literal
  std::uint32_t variable = none;    // index into the block's variables: assign, scan, probe
  std::uint32_t field = 0;          // probe
  std::uint32_t relation = 0;       // match
  std::vector<argument> arguments;  // match
  // match: the variables that it binds (indices into the block's); judge: those that are bound before it.
  std::vector<std::uint32_t> binds;
  std::uint64_t mask = 0;        // match: the columns that are bound terms
  variant_index variant = none;  // match: how to enumerate what is derived
  bool only_new = false;         // match: reads the tuples of the last round (semi-naive)
};

struct block {
  std::vector<bound_variable> variables;
  std::vector<node_index> conjuncts;  // all, for fallbacks
  std::vector<step> steps;
  std::optional<model::expression_id> asked_by;  // whose evaluation its steps are; none: whoever runs it counts
};

// A derived relation or a provision enumerated with some of its parameters bound.
struct relation_variant {
  std::uint32_t relation = 0;
  std::uint64_t bound = 0;               // parameters by position
  std::vector<block_index> definitions;  // one for each alternative
  // For each consequence that establishes the fact without `judged at`: the provision's block.
  std::vector<block_index> establishments;
};

struct quantified {  // some, every, count, choose
  block_index block = 0;
  std::vector<bound_variable> variables;  // those that the quantifier itself binds
};

struct node_range {  // the nodes of one owner stand together, operands before what uses them
  node_index begin = 0;
  node_index end = 0;
};

struct provision_plan {
  node_index when = none;  // the conjunction of all of `when`, none if always
  node_index judged_at = none;
  std::vector<std::uint32_t> events;  // the parameters that are events
  std::vector<node_index> exceptions;
  std::vector<node_index> requirements;
  struct effect {
    node_index actor = none;
    std::vector<node_index> arguments;
    node_index from = none, by = none, within = none, until = none;
    bool until_inclusive = false;
  };
  std::vector<effect> effects;  // by consequence
  struct override_interval {
    node_index from = none, until = none;
    bool inclusive = false;
  };
  std::vector<override_interval> overrides;                                     // by overriding clause
  std::vector<std::pair<check::provision_index, std::uint32_t>> overridden_by;  // provision, index into its overrides
  bool only_permits = false;  // overrides with a `may`: lifts prohibitions instead of displacing
  std::map<std::vector<std::uint32_t>, block_index> blocks;  // by the slots bound beforehand
  block_index all = 0;                                       // nothing bound beforehand
  bool circular_in_time = false;  // part of a circle through `before`: judged in the order of time
  std::uint32_t circle = none;    // the component of that circle
};

// A positive circle: evaluated set at a time to its least fixed point.
struct recursive_rule {
  std::uint32_t relation = 0;
  std::vector<node_index> head;             // the head's arguments, terms over the block's slots
  std::uint32_t slots = 0;                  // size of a frame
  block_index full = 0;                     // everything
  std::vector<block_index> incremental;     // one for each literal of the circle: that literal reads what is new
  check::provision_index provision = none;  // an establishment: of which consequence
  std::uint32_t consequence = 0;
  bool otherwise = false;  // of one that follows where a requirement fails
};
struct circle {
  std::vector<std::uint32_t> relations;
  std::vector<recursive_rule> rules;
  bool dated = false;
  slot_set ranges;
};

struct plan {
  check::program const* program = nullptr;
  std::vector<node> nodes;
  std::vector<block> blocks;
  std::vector<quantified> quantifieds;
  std::vector<relation_variant> variants;
  std::map<std::pair<std::uint32_t, std::uint64_t>, variant_index> variant_of;
  std::vector<provision_plan> provisions;
  struct question_plan {
    node_index arises = none;
    block_index block = 0;
  };
  std::vector<question_plan> questions;
  std::vector<circle> circles;
  std::vector<std::uint32_t> circle_of_relation;  // or none
  std::vector<node_index> definition_body;        // by definition, flat: see first_definition
  std::vector<std::uint32_t> first_definition;    // by relation
  std::vector<bool> relation_dated;               // by relation: may change with the date
  std::vector<slot_set> relation_ranges;          // by relation: event kinds
  std::vector<bool> relation_is_heavy;            // by relation: worth remembering
  std::vector<slot_set> ancestors;                // by kind: itself and those above it
  bool reads_breaches = false;                    // something asks whether a norm is breached
  std::vector<std::string> text_literals;
  std::vector<node_index> node_of;  // by expression
  std::vector<node_range> nodes_of_relation;
  std::vector<node_range> nodes_of_provision;
  std::vector<node_range> nodes_of_question;
};

[[nodiscard]] plan make_plan(check::program const& program);

struct compiled::implementation {
  evaluate::plan plan;
};

}  // namespace casus::evaluate
