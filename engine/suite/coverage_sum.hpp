// The coverage of a whole run: all points of the rule sets that its scenarios use, each once, and which scenarios
// reached what.
#pragma once
#include "engine/suite/mcdc_search.hpp"

namespace casus::suite {

// What came of a search for a scenario that would show what is missing of a condition.
struct search_result {
  std::size_t tried = 0;
  struct made_scenario {
    std::uint32_t from = 0;  // the scenario whose facts were changed
    std::vector<made_change> changes;
    std::string text;  // a file by itself
    std::string file;  // the name of that file
  };
  std::optional<made_scenario> scenario;
  std::optional<missing_side> also;  // none of its own: what that of another side shows, too
};

class coverage_sum {
 public:
  explicit coverage_sum(coverage what = coverage::asked) : what_(what) {}
  [[nodiscard]] bool has_mcdc() const { return what_ == coverage::with_mcdc; }
  void add_rules(check::program const& program, source::files const& files);
  void add(std::string scenario, reach const& of);
  void add(missing_side const& side, search_result of);
  void note_interruption() { is_interrupted_ = true; }

  [[nodiscard]] std::vector<point> points() const;  // by place
  // Where it is asked for: those of modified condition/decision coverage, with its goals.
  [[nodiscard]] std::vector<point> conditions() const;
  // Indices into the scenarios, in their order.
  [[nodiscard]] std::vector<std::uint32_t> const& reached_by(source::span where, goal what) const;
  [[nodiscard]] std::vector<std::string> const& scenarios() const { return scenarios_; }
  // The two scenarios, one alone where that does, that show a condition to decide: while true and while false.
  [[nodiscard]] std::optional<std::pair<std::uint32_t, std::uint32_t>> shown_by(source::span condition) const;
  // In the order of the conditions: what of modified condition/decision coverage no scenario shows.
  [[nodiscard]] std::vector<missing_side> missing_sides() const;
  // None where no search was made.
  [[nodiscard]] search_result const* searched(source::span condition, goal what) const;
  [[nodiscard]] bool is_interrupted() const { return is_interrupted_; }  // a search, by the reader
  // Scenarios in which there was too much to look at.
  [[nodiscard]] std::vector<std::string> const& partial() const { return partial_; }

 private:
  coverage what_;
  std::set<check::program const*> known_;
  std::map<std::pair<source::span, point_kind>, point> points_;
  std::map<source::span, point> conditions_;
  std::map<std::pair<source::span, goal>, std::vector<std::uint32_t>> reached_;
  std::map<std::pair<source::span, goal>, search_result> searched_;
  std::vector<std::string> scenarios_;
  std::vector<std::string> partial_;
  bool is_interrupted_ = false;
};

}  // namespace casus::suite
