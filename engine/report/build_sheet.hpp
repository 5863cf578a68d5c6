// Findings → sheet: chooses what is shown, groups instances into sentences and adds what explains them.
#pragma once
#include "engine/evaluate/world.hpp"
#include "engine/report/foreground.hpp"
#include "engine/report/sheet.hpp"
#include "engine/source/text.hpp"

namespace casus::report {

enum class extent { what_applies, everything };  // everything: also what does not apply or is not in force, and why

struct selection {
  report::extent extent = extent::what_applies;
  std::vector<std::string> provisions;  // ids, or beginnings of ids; none: all
};

// Where the words come from. The world is asked for what the findings leave out, and for explanations.
struct subject {
  evaluate::world& world;
  evaluate::compiled const& rules;
  source::files const& files;
  evaluate::findings const& found;
  std::optional<source::file_id> own = std::nullopt;  // the scenario's own file; what others tell is its background
};

// Title, documentation and conditions are the caller's to add.
[[nodiscard]] sheet build_sheet(subject const& about, selection const& shown,
                                std::optional<foreground> const& own = std::nullopt);

}  // namespace casus::report
