// The result of a phase: a value, where the phase could build one, and everything it has to say about the input.
// A value may come with errors beside it (a file with one bad rule still has its other rules).
#pragma once
#include "diagnostic.hpp"
#include <optional>
#include <vector>

namespace casus::source {

template <class T>
struct outcome {
  std::optional<T> value;
  std::vector<diagnostic> diagnostics;

  [[nodiscard]] bool has_errors() const { return source::has_errors(diagnostics); }
};

}  // namespace casus::source
