#include "in_parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <vector>

namespace casus::suite {

void in_parallel(std::size_t count, std::size_t threads, std::function<void(std::size_t)> const& work) {
  std::vector<std::exception_ptr> thrown(count);
  std::atomic<std::size_t> next{0};
  std::atomic<bool> has_failed{false};
  auto const take_turns = [&] {
    // Indices are taken in order, so that all before one that has failed have been taken and will be finished.
    while (!has_failed) {
      auto const index = next++;
      if (index >= count) return;
      try {
        work(index);
      } catch (...) {
        thrown[index] = std::current_exception();
        has_failed = true;
      }
    }
  };
  std::vector<std::thread> helpers;
  for (std::size_t i = 1; i < std::min(threads, count); ++i) helpers.emplace_back(take_turns);
  take_turns();
  for (auto& helper : helpers) helper.join();
  auto const first = std::find_if(thrown.begin(), thrown.end(), [](auto const& one) { return one != nullptr; });
  if (first != thrown.end()) std::rethrow_exception(*first);
}

}  // namespace casus::suite
