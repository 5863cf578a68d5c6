// Runs casus in process over files in memory, as a terminal or not.
#pragma once
#include "engine/cli/run.hpp"

namespace casus::test {

struct ran {
  int code = 0;
  std::string output;
  std::string errors;
  session::memory files;  // as the command left them
};

struct terminal {
  bool output = false;
  bool errors = false;
  bool no_color = false;
};

[[nodiscard]] ran run(std::vector<std::string> const& arguments, session::memory files, terminal on = {},
                      std::string input = {});

}  // namespace casus::test
