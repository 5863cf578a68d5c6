#include "stack.hpp"

#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>
#include <algorithm>
#include <cstddef>

namespace casus::source {
namespace {

// The first thread has as much as the system grants, and has used next to nothing of it when this is first asked.
char const* floor_of_first_thread() {
  constexpr std::size_t little = std::size_t{1} << 20U;
  constexpr std::size_t most = std::size_t{1} << 30U;
  rlimit granted{};
  std::size_t size = little;
  if (getrlimit(RLIMIT_STACK, &granted) == 0) size = std::min<std::size_t>(granted.rlim_cur, most);
  return static_cast<char const*>(__builtin_frame_address(0)) - size / 2;
}

char const* floor_of_this_thread() {
  if (gettid() == getpid()) return floor_of_first_thread();  // of the first one the library asks the system at length
  pthread_attr_t attributes;
  void* low = nullptr;
  std::size_t size = 0;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return floor_of_first_thread();
  pthread_attr_getstack(&attributes, &low, &size);
  pthread_attr_destroy(&attributes);
  return static_cast<char const*>(low) + size / 2;
}

}  // namespace

thread_local constinit char const* stack_floor = nullptr;

void find_stack_floor() { stack_floor = floor_of_this_thread(); }

}  // namespace casus::source
