#include "process.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace casus::test {
namespace {

namespace fs = std::filesystem;

// A file that nobody else can see, to keep what is printed in.
int nameless_file() {
  std::string name = (fs::temp_directory_path() / "casus-XXXXXX").string();
  int const file = mkstemp(name.data());
  if (file < 0) throw std::runtime_error("no temporary file");
  unlink(name.c_str());
  return file;
}

std::string content_of(int file) {
  std::string found;
  std::array<char, 4096> piece;
  lseek(file, 0, SEEK_SET);
  for (auto got = read(file, piece.data(), piece.size()); got > 0; got = read(file, piece.data(), piece.size())) {
    found.append(piece.data(), static_cast<std::size_t>(got));
  }
  close(file);
  return found;
}

[[noreturn]] void become_casus(process const& of, int input, int output, int errors, sigset_t const& interruption) {
  dup2(input, STDIN_FILENO);
  dup2(output, STDOUT_FILENO);
  dup2(errors, STDERR_FILENO);
  if (!of.folder.empty() && chdir(of.folder.c_str()) != 0) _exit(126);
  std::vector<std::string> words{CASUS_PROGRAM};
  words.insert(words.end(), of.arguments.begin(), of.arguments.end());
  std::vector<char*> arguments;
  for (std::string& each : words) arguments.push_back(each.data());
  arguments.push_back(nullptr);
  if (of.prepare) of.prepare();
  std::signal(SIGINT, SIG_DFL);
  pthread_sigmask(SIG_UNBLOCK, &interruption, nullptr);
  execv(CASUS_PROGRAM, arguments.data());
  _exit(127);
}

}  // namespace

ran run(process const& of) {
  return run(of, [](int) {});
}

ran run(process const& of, std::function<void(int)> const& meanwhile) {
  int const nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
  int const output = nameless_file(), errors = nameless_file();
  // Until casus has taken its place, the new process would take an interruption for one of the test.
  sigset_t interruption;
  sigemptyset(&interruption);
  sigaddset(&interruption, SIGINT);
  pthread_sigmask(SIG_BLOCK, &interruption, nullptr);
  pid_t const child = fork();
  if (child < 0) throw std::runtime_error("no process");
  if (child == 0) {
    become_casus(of, of.input < 0 ? nothing : of.input, of.output < 0 ? output : of.output, errors, interruption);
  }
  pthread_sigmask(SIG_UNBLOCK, &interruption, nullptr);
  meanwhile(child);
  int status = 0;
  waitpid(child, &status, 0);
  close(nothing);
  ran found{content_of(output), content_of(errors)};
  if (WIFEXITED(status)) found.code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) found.signal = WTERMSIG(status);
  return found;
}

temporary_folder::temporary_folder() : path_((fs::temp_directory_path() / "casus-XXXXXX").string()) {
  if (mkdtemp(path_.data()) == nullptr) throw std::runtime_error("no temporary folder");
  fs::permissions(path_, fs::perms::all);
}

temporary_folder::~temporary_folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void temporary_folder::write(std::string const& name, std::string const& content) const {
  fs::path const path = fs::path(path_) / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
}

std::string temporary_folder::read(std::string const& name) const {
  std::ifstream file(fs::path(path_) / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> temporary_folder::names() const {
  std::vector<std::string> found;
  for (auto const& each : fs::directory_iterator(path_)) found.push_back(each.path().filename().string());
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace casus::test
