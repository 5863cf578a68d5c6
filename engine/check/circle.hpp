// Circles in the graph of needs, found and put into words. Private to the checker.
#pragma once
#include "engine/check/dependency.hpp"
#include "engine/check/log.hpp"

namespace casus::check {

using needs = std::vector<dependency const*>;

// The needs inside each component, by component.
[[nodiscard]] std::vector<needs> needs_within(components const& of, std::vector<dependency> const& graph);

[[nodiscard]] std::uint32_t component_of(components const& in, node const& of);

// The shortest chain of needs from one node to another; empty where they are the same.
[[nodiscard]] needs shortest_chain(needs const& among, node const& from, node const& to);

[[nodiscard]] std::string name_of(program const& checked, node const& of);

// "`a` → `b` → `a`", and a note for each step. Long circles are cut short.
[[nodiscard]] std::string in_words(program const& checked, needs const& circle);
[[nodiscard]] std::vector<source::note> steps(program const& checked, needs const& circle);

}  // namespace casus::check
