// The bound on recursion whose depth the input decides: each level takes room on the stack of the thread, and past its
// end a program dies without a word. Whoever calls itself asks here first, and says what it was at where it must stop.
#pragma once
#include <string_view>

namespace casus::source {

// From where on it is short in this thread: the stack grows downwards. None before the first question.
extern thread_local constinit char const* stack_floor;
void find_stack_floor();

// Whether half of the thread's stack is used up; the other half is for what goes on between two questions.
[[nodiscard]] inline bool stack_is_short() {
  if (stack_floor == nullptr) find_stack_floor();
  return static_cast<char const*>(__builtin_frame_address(0)) < stack_floor;
}

// For the diagnostic that says so.
inline constexpr std::string_view more_stack = "there is room for more where `ulimit -s` allows a larger stack";

}  // namespace casus::source
