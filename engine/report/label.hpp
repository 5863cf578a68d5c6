// How reports cite provisions: "art. 4(2)" under the heading of its instrument, "CST art. 4(2)" elsewhere.
#pragma once
#include "engine/check/program.hpp"

namespace casus::report {

[[nodiscard]] std::string article_label(check::provision const& version);
[[nodiscard]] std::string citation(check::program const& program, check::provision const& version);
[[nodiscard]] std::string citation(check::program const& program, check::article const& article);

// The period of a version among several, "text of 19 December 2012", or empty where there is only one.
[[nodiscard]] std::string version_words(check::program const& program, check::provision const& version);

// Whether an id is `wanted` or lies below it: "CST.4.2" under "CST.4" and under "CST".
[[nodiscard]] bool is_under(std::string_view id, std::string_view wanted);

// An identifier as words: "armed_attack" → "armed attack", "NoticeOfWithdrawal" → "notice of withdrawal".
[[nodiscard]] std::string in_words(std::string_view identifier);

// A regular noun, of several: "votes", "parties", "branches".
[[nodiscard]] std::string plural_noun(std::string_view singular);

}  // namespace casus::report
