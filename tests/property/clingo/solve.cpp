#include "solve.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace casus::clingo {
namespace {

struct closing {
  void operator()(std::FILE* file) const { static_cast<void>(std::fclose(file)); }
};
using open_file = std::unique_ptr<std::FILE, closing>;

std::string all_of(std::FILE* file) {
  std::string content;
  std::array<char, 65536> piece;
  std::rewind(file);
  while (std::size_t const got = std::fread(piece.data(), 1, piece.size(), file)) content.append(piece.data(), got);
  return content;
}

// Runs it with a file as its input and another for its output; the exit code.
int run(std::vector<char const*> arguments, std::FILE* input, std::FILE* output) {
  arguments.insert(arguments.begin(), "clingo");
  arguments.push_back(nullptr);
  pid_t const child = fork();
  if (child < 0) throw std::runtime_error("no process for clingo");
  if (child == 0) {
    dup2(fileno(input), STDIN_FILENO);
    dup2(fileno(output), STDOUT_FILENO);
    dup2(fileno(output), STDERR_FILENO);
    execvp("clingo", const_cast<char* const*>(arguments.data()));
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

bool is_installed() {
  open_file const input{std::tmpfile()}, output{std::tmpfile()};
  return input && output && run({"--version"}, input.get(), output.get()) == 0;
}

solved solve(std::string const& program) {
  open_file const input{std::tmpfile()}, output{std::tmpfile()};
  if (!input || !output) throw std::runtime_error("no temporary file");
  std::fwrite(program.data(), 1, program.size(), input.get());
  std::fflush(input.get());
  std::rewind(input.get());
  static_cast<void>(run({"--models=2", "--verbose=0", "--warn=none", "-"}, input.get(), output.get()));
  solved found;
  found.said = all_of(output.get());
  std::istringstream lines(found.said);
  for (std::string line; std::getline(lines, line);) {
    if (line == "SATISFIABLE" || line == "UNSATISFIABLE" || line == "UNKNOWN") break;
    if (++found.models > 1) continue;
    std::istringstream atoms(line);
    for (std::string atom; atoms >> atom;) found.atoms.insert(atom);
  }
  return found;
}

}  // namespace casus::clingo
