// The coverage of a whole run: all points of the rule sets that its scenarios use, each once, and which scenarios
// reached what.
#pragma once
#include "engine/suite/coverage.hpp"

namespace casus::suite {

class coverage_sum {
 public:
  explicit coverage_sum(coverage what = coverage::asked) : what_(what) {}
  [[nodiscard]] bool has_mcdc() const { return what_ == coverage::with_mcdc; }
  void add_rules(check::program const& program, source::files const& files);
  void add(std::string scenario, reach const& of);

  [[nodiscard]] std::vector<point> points() const;  // by place
  // Where it is asked for: those of modified condition/decision coverage, with its goals.
  [[nodiscard]] std::vector<point> conditions() const;
  // Indices into the scenarios, in their order.
  [[nodiscard]] std::vector<std::uint32_t> const& reached_by(source::span where, goal what) const;
  [[nodiscard]] std::vector<std::string> const& scenarios() const { return scenarios_; }
  // The two scenarios, one alone where that does, that show a condition to decide: while true and while false.
  [[nodiscard]] std::optional<std::pair<std::uint32_t, std::uint32_t>> shown_by(source::span condition) const;
  // Scenarios in which there was too much to look at.
  [[nodiscard]] std::vector<std::string> const& partial() const { return partial_; }

 private:
  coverage what_;
  std::set<check::program const*> known_;
  std::map<std::pair<source::span, point_kind>, point> points_;
  std::map<source::span, point> conditions_;
  std::map<std::pair<source::span, goal>, std::vector<std::uint32_t>> reached_;
  std::vector<std::string> scenarios_;
  std::vector<std::string> partial_;
};

}  // namespace casus::suite
