#include "test_watch.hpp"

#include <algorithm>

namespace casus::cli {

void test_watch::note(tests_run const& last) {
  for (auto const& [scenario, files] : last.read) read_[scenario] = files;
}

std::vector<std::string> test_watch::files() const {
  std::set<std::string> all(named_.begin(), named_.end());
  for (auto const& [scenario, files] : read_) all.insert(files.begin(), files.end());
  return {all.begin(), all.end()};
}

std::optional<std::set<std::string>> test_watch::touched_by(std::vector<std::string> const& changed) const {
  std::set<std::string> touched;
  for (auto const& path : changed) {
    bool is_read = false;
    for (auto const& [scenario, files] : read_) {
      if (files.count(path) == 0) continue;
      touched.insert(scenario);
      is_read = true;
    }
    if (!is_read) return std::nullopt;
  }
  return touched;
}

}  // namespace casus::cli
