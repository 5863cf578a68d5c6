// Rule sets of one run, each read, checked and compiled once.
#pragma once
#include "engine/session/library.hpp"
#include "engine/session/session.hpp"

namespace casus::session {

class rule_shelf {
 public:
  explicit rule_shelf(library& texts) : texts_(texts) {}
  [[nodiscard]] rule_book const& book(std::vector<wanted_path> const& wanted);

 private:
  library& texts_;
  std::map<std::vector<std::string>, std::unique_ptr<rule_book>> books_;  // by the files that were asked for
};

}  // namespace casus::session
