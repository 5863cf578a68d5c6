#include "file_watch.hpp"

#include <chrono>
#include <system_error>
#include <thread>

namespace casus::session {
namespace {

constexpr std::chrono::milliseconds pause{150};

}  // namespace

std::optional<file_watch::state> file_watch::state_of(std::string const& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  auto const written = fs::last_write_time(path, error);
  if (error) return std::nullopt;
  auto const size = fs::is_regular_file(path, error) ? fs::file_size(path, error) : 0;
  return state{.written = written, .size = size};
}

std::vector<std::string> file_watch::wait(std::vector<std::string> const& paths) {
  for (auto const& path : paths) {
    if (known_.count(path) == 0) known_.emplace(path, state_of(path));
  }
  while (true) {
    std::vector<std::string> changed;
    for (auto const& path : paths) {
      auto now = state_of(path);
      auto& before = known_.at(path);
      if (now == before) continue;
      before = std::move(now);
      changed.push_back(path);
    }
    if (!changed.empty()) return changed;
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace casus::session
