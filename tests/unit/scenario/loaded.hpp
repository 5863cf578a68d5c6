// Scenarios read against rules, as text to compare whole.
#pragma once
#include "engine/check/program.hpp"
#include "engine/facts/scenario.hpp"
#include "engine/source/outcome.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace casus::test {

// Rules that declare a little of everything; most tests read their scenarios against these.
[[nodiscard]] check::program const& sample_rules();

// The first scenario of the text with backgrounds, the tests' rules, whatever paths it names.
[[nodiscard]] source::outcome<facts::scenario> load(std::string_view scenario,
                                                    std::vector<std::string> const& background = {});

// What is said about it, by both steps:
//   3:7 unknown-name no entity named `rusia`
//     1:8 note on the other side; places in the rules are written `rules`, in the nth background `bn:1:8`
//     help did you mean `russia`?
[[nodiscard]] std::string said(std::string_view scenario, std::vector<std::string> const& background = {});

// Everything but the entities that the rules name; the test fails where there is an error.
[[nodiscard]] std::string told(std::string_view scenario, std::vector<std::string> const& background = {});

// What is said about `facts:` with these lines, indented by two, under it; lines count from those.
[[nodiscard]] std::string said_of_facts(std::string_view facts);
[[nodiscard]] std::string told_in_facts(std::string_view facts);

}  // namespace casus::test
