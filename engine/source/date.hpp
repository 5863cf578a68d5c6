// Calendar days and durations: the proleptic Gregorian calendar, years 1 to 9999, no time of day, no zone.
// Day counts follow Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil).
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace casus::source {

struct date {
  std::int32_t days = 0;  // since 1970-01-01
  auto operator<=>(date const&) const = default;
};

struct civil {
  int year = 1970;
  int month = 1;
  int day = 1;
};

// Years and months are kept as months, apart from days: "1 month" has no fixed number of days.
struct duration {
  std::int32_t months = 0;
  std::int32_t days = 0;
  bool operator==(duration const&) const = default;
};

[[nodiscard]] std::optional<date> make_date(civil day);  // none if there is no such day
[[nodiscard]] civil civil_of(date day);
[[nodiscard]] std::optional<date> parse_date(std::string_view iso);  // exactly YYYY-MM-DD
[[nodiscard]] std::string to_iso(date day);                          // 2014-06-15
[[nodiscard]] std::string to_english(date day);                      // 15 June 2014
[[nodiscard]] std::string to_english(duration length);               // "3 years", "1 month and 2 days"

inline constexpr date first_date{-719162};  // 0001-01-01
inline constexpr date last_date{2932896};   // 9999-12-31

// Years and months first, clamping to the month's end (29 February + 1 year = 28 February), then days.
// None where the result leaves the years 1 to 9999.
[[nodiscard]] std::optional<date> add(date day, duration length);
[[nodiscard]] std::optional<date> subtract(date day, duration length);

// Whether a is shorter than, as long as or longer than b; `unordered` where that depends on the calendar.
[[nodiscard]] std::partial_ordering compare(duration a, duration b);

}  // namespace casus::source
