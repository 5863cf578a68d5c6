// The whole program as a function of its arguments and of what is around it, so that tests run it in process with
// files in memory, a fixed day and no terminal. Nothing below this asks the machine for anything by itself.
#pragma once
#include "engine/cli/edit.hpp"
#include "engine/session/files.hpp"
#include "engine/session/revisions.hpp"
#include "engine/source/date.hpp"
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace casus::cli {

struct environment {
  session::file_system files;
  session::input_reader read_input;                    // standard input, whole
  std::function<void(std::string_view)> write_output;  // standard output, piece by piece as it comes
  std::function<void(std::string_view)> write_error;   // standard error likewise: diagnostics and progress
  bool output_is_terminal = false;
  bool error_is_terminal = false;
  bool no_color = false;  // the variable NO_COLOR is set and not empty
  source::date today;     // for what says no date
  std::string commit;     // for --version
  // Standard input line by line, for interviews; none at its end. Where there is no such reader it is read whole.
  std::function<std::optional<std::string>()> read_line = {};
  // Whether an interrupt came. Once this is asked, the first one no longer ends the program by itself.
  std::function<bool()> is_interrupted = {};
  std::size_t cores = 1;  // how many things may go on at once
  // Waits until one of these files or folders changes, and says which; where there is no such waiter, or it returns
  // none, there is nothing to wait for.
  std::function<std::vector<std::string>(std::vector<std::string> const&)> wait_for_change = {};
  // Since some moment; where there is none, what is bounded in time takes as long as it takes.
  std::function<double()> seconds = {};
  // As read_line, with a prompt, where a person types who may edit the line; the words are what may be completed.
  std::function<std::optional<std::string>(std::string const& prompt, std::vector<std::string> const& words)>
      edit_line = {};
  // What every case that is looked into has changed in it, whatever account is asked for: see changed_case.hpp.
  std::vector<edit> changes = {};
  session::git_runner git = {};  // where there is none, there are no revisions
  // Takes what a command is done with and the end of the program makes nothing of; where there is no such taker, it is
  // taken apart there and then.
  std::function<void(std::shared_ptr<void>)> leave_behind = {};
};

// The arguments come without the program's name. Returns the exit code: see exit_code.hpp.
[[nodiscard]] int run(std::span<std::string const> arguments, environment const& around);

}  // namespace casus::cli
