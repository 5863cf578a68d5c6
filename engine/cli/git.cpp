#include "git.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <array>
#include <cerrno>

extern char** environ;

namespace casus::cli {
namespace {

// All of what comes, or too large.
session::read_result read_all(int from, std::size_t most) {
  std::string content;
  std::array<char, 65'536> piece{};
  for (;;) {
    auto const count = read(from, piece.data(), piece.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    content.append(piece.data(), static_cast<std::size_t>(count));
    if (content.size() > most) return {std::nullopt, session::larger_than(most)};
  }
  return {std::move(content), {}};
}

}  // namespace

session::read_result run_git(std::vector<std::string> const& arguments, std::size_t most) {
  std::vector<std::string> words{"git"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (auto& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  int ends[2] = {-1, -1};
  if (pipe2(ends, O_CLOEXEC) != 0) return {std::nullopt, "git cannot be run"};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  pid_t child = 0;
  int const failed = posix_spawnp(&child, "git", &actions, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  auto result = failed == 0 ? read_all(ends[0], most) : session::read_result{std::nullopt, "git cannot be run"};
  close(ends[0]);
  int status = 0;
  if (failed == 0)
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  if (result.content && status != 0) return {std::nullopt, "git does not know it"};
  return result;
}

}  // namespace casus::cli
