// Changes of facts in words, with what is stated instead: "the origin of the attack `raid` is external (not stated:
// raid.yaml:9)".
#pragma once
#include "engine/explain/flip.hpp"
#include "engine/report/build_sheet.hpp"
#include "engine/report/names.hpp"

namespace casus::report {

// A set of changes that may have one of several values in one place; and how many sets more there are that add other
// events of the same kinds.
struct change_group {
  explain::changes made;
  std::size_t change = 0, part = 0;   // of what has several
  std::vector<facts::value> several;  // that value among them; empty: nothing has
  std::size_t others = 0;
};

// The sets that differ in one value, or in what they add, are put together, each with the first that it fits.
struct grouped_flips {
  std::vector<change_group> groups;
  std::vector<std::size_t> first;  // of each group, the first of its sets
};
[[nodiscard]] grouped_flips grouped(std::vector<explain::changes> const& sets);

[[nodiscard]] std::string change_words(subject const& about, names const& named, change_group const& group);
// One change, and where the fact stands that it changes, if it does anywhere.
[[nodiscard]] std::string change_words(subject const& about, names const& named, explain::change const& one);
[[nodiscard]] std::optional<source::span> place_of_change(subject const& about, explain::change const& one);

}  // namespace casus::report
