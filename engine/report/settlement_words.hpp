// Settling sets in words: "applies if the origin of the attack `raid` is external (not stated: raid.yaml:9)".
#pragma once
#include "engine/explain/settle.hpp"
#include "engine/report/build_sheet.hpp"
#include "engine/report/names.hpp"

namespace casus::report {

[[nodiscard]] std::vector<remark> settlement_words(subject const& about, names const& named,
                                                   explain::settlement const& found);

// "hangs on whether the act `notice` took place (stated to be unknown: raid.yaml:9)".
[[nodiscard]] std::string hanging_words(subject const& about, names const& named,
                                        std::vector<explain::open_fact> const& open);

// What is not known, and where: "the origin of the attack `raid` (not stated: raid.yaml:9)".
[[nodiscard]] std::string open_fact_words(subject const& about, names const& named, explain::open_fact const& fact);

// The same without the place: "the origin of the attack `raid`", "whether Georgia is a party to the Treaty"; and with a
// value: "the origin of the attack `raid` is external".
[[nodiscard]] std::string open_fact_noun(subject const& about, names const& named, explain::open_fact const& fact);
[[nodiscard]] std::string supposed_words(subject const& about, names const& named, explain::supposed const& what);

}  // namespace casus::report
