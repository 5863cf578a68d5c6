// Findings as JSON: provisions with their instances and norms, questions, conflicts. Only for this folder: the header
// of the JSON library is heavy.
#pragma once
#include "engine/report/build_sheet.hpp"
#include <nlohmann/json_fwd.hpp>

namespace casus::report {

[[nodiscard]] nlohmann::ordered_json provision_json(subject const& about, article_entry const& shown);
[[nodiscard]] nlohmann::ordered_json questions_json(subject const& about);
[[nodiscard]] nlohmann::ordered_json conflicts_json(subject const& about);

}  // namespace casus::report
