// What the grammar expected and what it found instead, in the reader's words. Private to this folder.
#pragma once
#include "engine/source/diagnostic.hpp"
#include <string>
#include <string_view>

namespace casus::grammar {

struct failure {
  std::uint32_t declaration;  // where the declaration starts that could not be read
  std::uint32_t where;        // at or before what was found
  std::string expected;       // the name of a rule, a word of the language or a quoted sign
};

[[nodiscard]] source::diagnostic describe(std::string_view content, source::file_id file, failure const& what);

// Where a declaration was expected and something else stands.
[[nodiscard]] source::diagnostic no_declaration(std::string_view content, source::file_id file, std::uint32_t where);

}  // namespace casus::grammar
