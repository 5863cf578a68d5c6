// A rule file in the one canonical layout, with every comment kept. Idempotent; the model is unchanged by it.
#pragma once
#include "engine/source/outcome.hpp"
#include "engine/source/text.hpp"

namespace casus::grammar {

// No value where the text has a syntax error (which the diagnostics name): nothing is rewritten then.
[[nodiscard]] source::outcome<std::string> format(source::text const& text, source::file_id file);

}  // namespace casus::grammar
