// The state of a duty, a prohibition or a permission with its dates: "outstanding since 10 June 2010, due by 3 March
// 2011", "fulfilled on 12 June 2010", "respected".
#pragma once
#include "engine/evaluate/findings.hpp"
#include "engine/report/names.hpp"

namespace casus::report {

[[nodiscard]] std::string state_words(evaluate::norm const& norm, names const& named, facts::base const& facts);

}  // namespace casus::report
