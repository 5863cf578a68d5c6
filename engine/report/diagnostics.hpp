// Diagnostics as text, for people: what is said, where, the line with a caret under the part that is meant, the other
// places involved, a way out.
//
//   error[unknown-name]: no fact named `atack`
//     raid.yaml:9:3
//       |
//     9 |   atack:
//       |   ^~~~~
//     help: did you mean `attack`?
#pragma once
#include "engine/report/style.hpp"
#include "engine/source/diagnostic.hpp"
#include "engine/source/text.hpp"

namespace casus::report {

[[nodiscard]] std::string diagnostic(source::diagnostic const& said, source::files const& files, painter const& paint);

// The same on one line, without notes: "raid.yaml:9:3: error: no fact named `atack`; did you mean `attack`?
// [unknown-name]".
[[nodiscard]] std::string diagnostic_line(source::diagnostic const& said, source::files const& files);

// "raid.yaml:9" and "raid.yaml:9:3".
[[nodiscard]] std::string line_of(source::files const& files, source::span where);
[[nodiscard]] std::string place_of(source::files const& files, source::span where);

}  // namespace casus::report
