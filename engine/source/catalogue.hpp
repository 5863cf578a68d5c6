// Every diagnostic code there is, once: its slug, its severity unless told otherwise, and one sentence on what it
// means. A code has a page in docs/reference/diagnostics/ and a case in tests/cases/diagnostics/; a test holds the
// three together.
#pragma once
#include "diagnostic.hpp"
#include <span>
#include <string_view>

namespace casus::source {

struct catalogue_entry {
  std::string_view code;
  enum severity severity;
  std::string_view meaning;
};

[[nodiscard]] std::span<catalogue_entry const> catalogue();
// An entry by its code, or null.
[[nodiscard]] catalogue_entry const* find_code(std::string_view code);

// A diagnostic of that code with its severity from the catalogue. Asserts that the code exists.
[[nodiscard]] diagnostic report(std::string_view code, span where, std::string message, std::string help = {});

}  // namespace casus::source
