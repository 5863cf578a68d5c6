// The part of a rule set that a change of one declaration can touch, and what that needs: everything else is emptied,
// not taken away, so that all indices stay as they are and facts and expectations that were bound to the whole fit. A
// slice is checked, compiled and evaluated in a fraction of the time (Weiser, "Program slicing", 1981).
#pragma once
#include "engine/check/dependency.hpp"
#include <map>
#include <set>

namespace casus::suite {

struct slice {
  std::uint32_t declaration = 0;  // the one that may change
  model::rule_set rules;          // with that declaration left empty
  std::set<check::node> touched;  // relations, provisions, questions whose findings the change can reach
  std::set<std::uint32_t> acts;   // event kinds of the norms among them: conflicts over others stay as they are

  // With the declaration as it is given, by itself.
  [[nodiscard]] model::rule_set with(model::rule_set of) const;
};

class slicer {
 public:
  explicit slicer(check::program const& program);
  [[nodiscard]] slice around(std::uint32_t declaration) const;

 private:
  using edges = std::map<check::node, std::set<check::node>>;
  [[nodiscard]] std::set<check::node> changed_by(std::uint32_t declaration) const;
  [[nodiscard]] std::set<check::node> reached(std::set<check::node> from, edges const& along) const;
  void add_versions(std::set<check::node>& to) const;
  void add_norms_against(std::set<check::node>& to, std::set<std::uint32_t> const& acts) const;

  check::program const& program_;
  edges needs_;
  edges needed_by_;
};

}  // namespace casus::suite
