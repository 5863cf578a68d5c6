// Ends the process, saying why: what libFuzzer and the tests take for a find.
#pragma once
#include "engine/source/diagnostic.hpp"
#include "engine/source/text.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace casus::fuzz {

void require(bool holds, std::string_view what, std::string_view shown = {});
// Every one of them can be shown: it stands somewhere in the texts, and its words are those of one line.
void require_presentable(std::vector<source::diagnostic> const& said, source::files const& files);

}  // namespace casus::fuzz
