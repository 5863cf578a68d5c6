// `casus test --watch`: what is to be run again when files have changed.
#pragma once
#include "engine/cli/test_runner.hpp"
#include <set>

namespace casus::cli {

class test_watch {
 public:
  // `named`: the files and folders on the command line.
  explicit test_watch(std::vector<std::string> named) : named_(std::move(named)) {}

  // Notes what the scenarios of the last run were read from.
  void note(tests_run const& last);
  // What is to be looked at: everything that was read, and what was named.
  [[nodiscard]] std::vector<std::string> files() const;
  // The scenario files that a change touches; none: all of them, since there may be more or fewer.
  [[nodiscard]] std::optional<std::set<std::string>> touched_by(std::vector<std::string> const& changed) const;

 private:
  std::vector<std::string> named_;
  std::map<std::string, std::set<std::string>> read_;  // by scenario file
};

}  // namespace casus::cli
