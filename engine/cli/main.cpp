#include "exit_code.hpp"
#include "git.hpp"
#include "heap.hpp"
#include "line_editor.hpp"
#include "run.hpp"
#include "version.hpp"

#include "engine/session/file_watch.hpp"

#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace {

namespace cli = casus::cli;
namespace session = casus::session;

void write_to(std::FILE* stream, std::string_view text) {
  static_cast<void>(std::fwrite(text.data(), 1, text.size(), stream));
}

// Standard output, and the first thing that went wrong with it: what goes wrong later follows from that.
class standard_output {
 public:
  void write(std::string_view text) {
    write_to(stdout, text);
    if (error_ == 0 && std::ferror(stdout) != 0) error_ = errno;
  }

  // Output that could not be written (a full disk) is not a success. A reader who has left (`| head`) ends us by
  // signal.
  [[nodiscard]] int finish(int code) {
    if (std::fflush(stdout) != 0 && error_ == 0) error_ = errno;
    if (error_ == 0) return code;
    std::fprintf(stderr, "casus: cannot write to standard output: %s\n", std::strerror(error_));
    return static_cast<int>(cli::exit_code::our_fault);
  }

 private:
  int error_ = 0;
};

// Says so and ends as the signal ends a program that does not catch it, so that a shell stops what it was running, too.
void interrupted(int signal) {
  constexpr std::string_view message = "casus: interrupted\n";
  static_cast<void>(!write(STDERR_FILENO, message.data(), message.size()));
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

volatile std::sig_atomic_t came = 0;

// The first interrupt is noted for those who can stop in the middle; the second ends the program.
bool is_interrupted() {
  static bool const is_caught = [] {
    std::signal(SIGINT, [](int signal) {
      came = 1;
      std::signal(signal, interrupted);
    });
    return true;
  }();
  return is_caught && came != 0;
}

casus::source::date today() {
  auto const now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return {static_cast<std::int32_t>(now.time_since_epoch().count())};
}

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

std::optional<std::string> read_line() {
  static_cast<void>(std::fflush(stdout));  // the question stands there before the answer is waited for
  std::string line;
  for (int c = std::getchar(); c != '\n'; c = std::getchar()) {
    if (c == EOF && line.empty()) return std::nullopt;
    if (c == EOF) break;
    line += static_cast<char>(c);
  }
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

// A rule set and its texts are many small things: to take them apart would be a twentieth of a check.
void leave_behind(std::shared_ptr<void> done_with) {
  static auto* const left = new std::vector<std::shared_ptr<void>>;
  left->push_back(std::move(done_with));
}

cli::environment this_machine(standard_output& output) {
  char const* const no_color = std::getenv("NO_COLOR");
  bool const is_conversation = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1;
  return {.files = session::disk(),
          .read_input = session::read_standard_input,
          .write_output = [&output](std::string_view text) { output.write(text); },
          .write_error = [](std::string_view text) { write_to(stderr, text); },
          .output_is_terminal = isatty(STDOUT_FILENO) == 1,
          .error_is_terminal = isatty(STDERR_FILENO) == 1,
          .no_color = no_color != nullptr && *no_color != '\0',
          .today = today(),
          .commit = std::string{cli::commit()},
          .read_line = read_line,
          .is_interrupted = is_interrupted,
          .cores = std::max(1U, std::thread::hardware_concurrency()),
          .wait_for_change =
              [watch = session::file_watch{}](std::vector<std::string> const& paths) mutable {
                static_cast<void>(std::fflush(stdout));  // the outcome stands there before the next is waited for
                return watch.wait(paths);
              },
          .seconds = seconds,
          .edit_line = is_conversation ? cli::edited_lines() : cli::line_editor{},
          .changes = {},
          .git = cli::run_git,
          .leave_behind = leave_behind};
}

}  // namespace

int main(int count, char** values) {
  cli::use_large_pages();
  std::signal(SIGINT, interrupted);
  try {
    std::vector<std::string> const arguments(values + (count > 0 ? 1 : 0), values + count);
    standard_output output;
    return output.finish(cli::run(arguments, this_machine(output)));
  } catch (std::exception const& error) {
    std::fprintf(stderr, "casus: this should not have happened: %s\n", error.what());
  } catch (...) { std::fputs("casus: this should not have happened\n", stderr); }
  return static_cast<int>(cli::exit_code::our_fault);
}
