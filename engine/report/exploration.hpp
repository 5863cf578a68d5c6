// What the commands that explore a case write, whatever they found, as JSON: the form of
// docs/reference/exploration.schema.json. The pieces are JSON texts, made where the things are known.
#pragma once
#include "engine/report/proof_page.hpp"

namespace casus::report {

// What a command found in one scenario as one account tells it, under a key such as "proofs".
[[nodiscard]] std::string found_json(told_account const& one, std::string_view key,
                                     std::vector<std::string> const& found);

struct exploration {
  std::string command;  // "why"
  std::string version;  // of casus
  std::vector<std::string> found;
};
[[nodiscard]] std::string json(exploration const& of, std::vector<source::diagnostic> const& said,
                               source::files const& files);

[[nodiscard]] std::string json(told_account const& one, check::provision_index provision,
                               evaluate::instance const& instance, explain::proof const& proof);

}  // namespace casus::report
