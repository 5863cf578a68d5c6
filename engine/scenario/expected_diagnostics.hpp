// What a scenario expects to be said of its own text or of its rules: `expect: [{diagnostics: [unknown-name]}]`. Read
// before anything is bound, since where it is met there may be nothing to bind.
#pragma once
#include "engine/source/span.hpp"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace casus::scenario {

struct expected_diagnostic {
  std::string code;  // of the catalogue
  std::optional<std::string> file;
  std::optional<std::uint32_t> line;
  source::span where;
};

}  // namespace casus::scenario
