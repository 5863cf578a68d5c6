// Reads scenario files of one run: their outlines, their backgrounds, their rules.
#pragma once
#include "engine/scenario/load.hpp"
#include "engine/session/rule_shelf.hpp"

namespace casus::session {

class scenario_reader {
 public:
  scenario_reader(library& texts, rule_shelf& rules) : texts_(texts), rules_(rules) {}
  void each(std::string const& path, asked how, std::function<void(loaded_scenario)> const& visit);
  // Whatever rules the scenarios name.
  void hold_against(std::vector<wanted_path> rules) { instead_ = std::move(rules); }

 private:
  struct gathered {
    std::vector<scenario::document const*> background;  // those that are needed first first
    std::vector<wanted_path> rules;
    std::vector<source::diagnostic> diagnostics;
    std::vector<std::string> open;  // the files on the way from the scenario to here
    std::vector<std::string> seen;
  };
  using outline_result = source::outcome<std::vector<scenario::document>>;

  [[nodiscard]] outline_result const& outline_of(wanted_path const& wanted);
  [[nodiscard]] loaded_scenario load(scenario::document const& told);
  void gather(scenario::document const& told, gathered& into);
  void gather_file(wanted_path const& wanted, gathered& into);

  library& texts_;
  rule_shelf& rules_;
  std::vector<wanted_path> instead_;  // of the rules that scenarios name; none: those
  std::map<std::string, std::unique_ptr<outline_result>> outlines_;
};

}  // namespace casus::session
