// What `--vary` names: Attack.raid.origin, Attack.raid, Attack.raid.date, party(northland), a point of law; each with
// the values that are given, or all that it may have.
#pragma once
#include "engine/cli/one_case.hpp"
#include "engine/explain/sweep.hpp"

namespace casus::cli {

struct named_fact {
  std::string name;  // as it was written
  explain::varied_fact fact;
  std::vector<std::string> values;  // what its choices are called
};

// At their commas, but for those in parentheses.
[[nodiscard]] std::vector<std::string> written_facts(std::vector<std::string> const& lists);

// Tuples that are nowhere stated are added to the facts. Throws usage_error, with the nearest name, where one does not
// read or names nothing.
[[nodiscard]] std::vector<named_fact> varied_facts(std::vector<std::string> const& written, opened_case const& in,
                                                   facts::base& facts);

}  // namespace casus::cli
