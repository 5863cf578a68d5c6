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

// What happens to the files while casus waits for a change: each step edits them and says which it edited.
using edit = std::function<std::vector<std::string>(session::memory&)>;
[[nodiscard]] ran run_while(std::vector<std::string> const& arguments, session::memory files, std::vector<edit> edits);

[[nodiscard]] ran run(std::vector<std::string> const& arguments, session::memory files, terminal on = {},
                      std::string input = {});

}  // namespace casus::test
