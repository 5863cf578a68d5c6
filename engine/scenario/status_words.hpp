// The words by which a scenario names what it expects, once. Reports use the same.
#pragma once
#include <array>
#include <string_view>

namespace casus::scenario {

inline constexpr std::array<std::string_view, 8> provision_statuses{
    "violated", "satisfied", "applies", "open", "undetermined", "displaced", "does not apply", "not in force"};

inline constexpr std::array<std::string_view, 4> question_statuses{"unanswered", "undetermined", "answered",
                                                                   "does not arise"};

inline constexpr std::array<std::string_view, 3> relation_statuses{"holds", "unknown", "does not hold"};

inline constexpr std::array<std::string_view, 10> duty_states{"not yet due",    "outstanding", "fulfilled", "breached",
                                                              "fulfilled late", "ended",       "open",      "respected",
                                                              "lifted",         "permitted"};

}  // namespace casus::scenario
