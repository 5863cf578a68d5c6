// What the program's exit codes mean; documented for users in docs/reference.
#pragma once

namespace casus::cli {

enum class exit_code : int {
  checked = 0,
  expectation_failed = 1,
  input_wrong = 2,
  usage_wrong = 3,
  our_fault = 70,
};

}  // namespace casus::cli
