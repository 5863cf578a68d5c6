// What every JSON report says alike: places, diagnostics, values, under what a scenario is told. Only for this folder:
// the header of the JSON library is heavy.
#pragma once
#include "engine/report/document.hpp"
#include <nlohmann/json_fwd.hpp>

namespace casus::report {

[[nodiscard]] nlohmann::ordered_json value_json(check::program const& program, facts::base const& known,
                                                facts::value const& value);
[[nodiscard]] nlohmann::ordered_json binding_json(check::program const& program, facts::base const& known,
                                                  check::scope const& scope, evaluate::binding const& binding);
[[nodiscard]] nlohmann::ordered_json place_json(source::files const& files, source::span where);
[[nodiscard]] nlohmann::ordered_json diagnostic_json(source::diagnostic const& said, source::files const& files);
// The date, the view, law dates, the known-by date, the readings of every point of law.
[[nodiscard]] nlohmann::ordered_json account_json(told_account const& one);
[[nodiscard]] std::string_view truth_word(facts::truth truth);
// On one line, and JSON even where some text is not UTF-8.
[[nodiscard]] std::string dump(nlohmann::ordered_json const& what);

}  // namespace casus::report
