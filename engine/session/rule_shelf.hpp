// Rule sets of one run, each read, checked and compiled once.
#pragma once
#include "engine/session/library.hpp"
#include "engine/session/parse_ahead.hpp"
#include "engine/session/session.hpp"

namespace casus::session {

class rule_shelf {
 public:
  explicit rule_shelf(library& texts) : texts_(texts) {}
  // Begins to parse these files, which will soon be asked for; what is wrong with them is said then.
  void prepare(std::vector<wanted_path> const& wanted);
  [[nodiscard]] rule_book const& book(std::vector<wanted_path> const& wanted);

 private:
  library& texts_;
  std::map<std::vector<std::string>, std::unique_ptr<rule_book>> books_;  // by the files that were asked for
  std::unique_ptr<parse_ahead> ahead_;
};

}  // namespace casus::session
