// Rules and a scenario bound to them, from text in memory, without a session: the files, and whatever could be built.
#pragma once
#include "material.hpp"
#include "engine/check/program.hpp"
#include "engine/facts/scenario.hpp"
#include "engine/source/text.hpp"
#include <memory>
#include <optional>

namespace casus::fuzz {

// None where the rules have errors.
[[nodiscard]] std::optional<check::program> program_of(std::string const& rules, source::files& files);
// The scenarios that bind without errors. Whatever is said about them can be shown.
[[nodiscard]] std::vector<facts::scenario> scenarios_of(std::string const& told, check::program const& rules,
                                                        source::files& files);

}  // namespace casus::fuzz
