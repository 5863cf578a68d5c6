// For what must not take more of the stack the longer its input is.
#pragma once
#include <pthread.h>
#include <cstddef>
#include <functional>
#include <stdexcept>

namespace casus::test {

// Does the work in a thread with a stack of one MiB. Exceptions must not leave it.
inline void on_small_stack(std::function<void()> const& work) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, std::size_t{1} << 20U);
  auto const run = [](void* what) -> void* {
    (*static_cast<std::function<void()> const*>(what))();
    return nullptr;
  };
  pthread_t thread{};
  bool const is_started = pthread_create(&thread, &attributes, run, const_cast<std::function<void()>*>(&work)) == 0;
  pthread_attr_destroy(&attributes);
  if (!is_started) throw std::runtime_error("no thread is to be had");
  pthread_join(thread, nullptr);
}

}  // namespace casus::test
