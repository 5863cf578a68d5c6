// What is said about the input: a code from the catalogue, one fact in words, where, what else is involved, a way out.
// A diagnostic is data; report/ turns it into text.
#pragma once
#include "span.hpp"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::source {

enum class severity { error, warning };

struct note {
  std::string message;
  std::optional<span> where;
};

struct diagnostic {
  std::string_view code;  // a slug of the catalogue, such as "unknown-name"
  enum severity severity = severity::error;
  std::string message;  // lower case, no full stop, user text in backticks
  span where;
  std::vector<note> notes;  // the other side of a clash: "first declared here"
  std::string help;         // a way out, or empty
};

[[nodiscard]] bool has_errors(std::vector<diagnostic> const& diagnostics);
// By file, offset, code: the order in which a reader meets them. Equal ones are dropped.
void sort(std::vector<diagnostic>& diagnostics);

}  // namespace casus::source
