// What became of a scenario's expectations, as text: those that failed in full, the others counted.
#pragma once
#include "engine/facts/scenario.hpp"
#include "engine/report/style.hpp"
#include "engine/source/text.hpp"
#include "engine/suite/expectation.hpp"

namespace casus::report {

[[nodiscard]] std::size_t failed(std::vector<suite::result> const& results);

// One for each mismatch: "CST.4.2 on 15 June 2014 (view: critics): expected `applies`, found `undetermined`
// (raid.yaml:31)".
[[nodiscard]] std::vector<std::string> failures(std::vector<suite::result> const& results, facts::scenario const& told,
                                                source::files const& files);

[[nodiscard]] std::string text(std::vector<suite::result> const& results, facts::scenario const& told,
                               source::files const& files, painter const& paint);

}  // namespace casus::report
