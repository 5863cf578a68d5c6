// The open facts that the conditions of an instance name, directly or through defines and provisions.
#pragma once
#include "engine/explain/settle.hpp"

namespace casus::explain {

// What is read and open of the conditions that decide whether the instance applies, in the order of reading; each once.
[[nodiscard]] std::vector<open_fact> open_facts(evaluate::world& world, check::provision_index provision,
                                                evaluate::binding const& values, source::date date);

// Instances of one provision, and norms among which are those that follow from them.
struct norms_of {
  std::vector<evaluate::instance> const& instances;
  std::vector<evaluate::norm> const& norms;
};

// The same of what decides the state of one of these norms: its parties, its dates, the acts that may be the one meant,
// by whomever it may bind.
[[nodiscard]] std::vector<open_fact> open_facts_of_state(evaluate::world& world, norms_of const& all,
                                                         evaluate::norm const& of, source::date date);

// The values that an open fact might have: entities of the kind and one that is not named, values of an enumeration,
// true and false. None where there is no end to them, or where the fact is open for want of a date.
[[nodiscard]] std::vector<facts::value> candidates_for(evaluate::world const& world, open_fact const& fact);

// The same of a type.
[[nodiscard]] std::vector<facts::value> values_of(evaluate::world const& world, check::type const& type);

}  // namespace casus::explain
