#include "date.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace casus::source {
namespace {

constexpr std::array<std::string_view, 12> month_names{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};

// The calendar repeats after 400 years: that many months are that many days from wherever one starts.
constexpr std::int64_t months_of_a_cycle = 4800;
constexpr std::int64_t days_of_a_cycle = 146097;

constexpr bool is_leap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

constexpr int days_in(std::int64_t year, int month) {
  constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : lengths[static_cast<std::size_t>(month - 1)];
}

constexpr std::int64_t days_from_civil(std::int64_t year, int month, int day) {
  std::int64_t const y = month <= 2 ? year - 1 : year;
  std::int64_t const era = (y >= 0 ? y : y - 399) / 400;
  std::int64_t const year_of_era = y - era * 400;
  std::int64_t const day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  std::int64_t const day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * days_of_a_cycle + day_of_era - 719468;
}

static_assert(days_from_civil(1, 1, 1) == first_date.days);
static_assert(days_from_civil(9999, 12, 31) == last_date.days);

// The day so many months later, not held to the years 1 to 9999.
std::int64_t shift_months(civil day, std::int64_t months) {
  std::int64_t const total = std::int64_t{day.year} * 12 + day.month - 1 + months;
  std::int64_t const year = (total >= 0 ? total : total - 11) / 12;
  int const month = static_cast<int>(total - year * 12) + 1;
  return days_from_civil(year, month, std::min(day.day, days_in(year, month)));
}

std::optional<date> shift(date day, std::int64_t months, std::int64_t days) {
  std::int64_t const there = shift_months(civil_of(day), months) + days;
  if (there < first_date.days || there > last_date.days) return std::nullopt;
  return date{static_cast<std::int32_t>(there)};
}

struct range {
  std::int64_t least;
  std::int64_t most;
};

// How many days so many months may be, over every day that one may start from. Only the ends of months clamp, so the
// days before the 28th add nothing.
range days_of(std::int64_t months) {
  std::int64_t const whole = months / months_of_a_cycle * days_of_a_cycle;
  std::int64_t const rest = months % months_of_a_cycle;
  range found{days_of_a_cycle, 0};
  for (int start = 0; start < months_of_a_cycle; ++start) {
    int const year = 2000 + start / 12;
    int const month = start % 12 + 1;
    for (int day = 28; day <= days_in(year, month); ++day) {
      std::int64_t const length = shift_months({year, month, day}, rest) - days_from_civil(year, month, day);
      found = {std::min(found.least, length), std::max(found.most, length)};
    }
  }
  return {whole + found.least, whole + found.most};
}

// So many months against so many days, both more than none.
std::partial_ordering compare_months_with_days(std::int64_t months, std::int64_t days) {
  // No stretch of months strays from the average by more than four days, so most comparisons need no search.
  std::int64_t const about = months * days_of_a_cycle / months_of_a_cycle;
  if (days < about - 4) return std::partial_ordering::greater;
  if (days > about + 5) return std::partial_ordering::less;
  range const possible = days_of(months);
  if (days < possible.least) return std::partial_ordering::greater;
  if (days > possible.most) return std::partial_ordering::less;
  if (possible.least == possible.most) return std::partial_ordering::equivalent;
  return std::partial_ordering::unordered;
}

std::optional<int> digits(std::string_view written) {
  int value = 0;
  for (char const c : written) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string padded(int number, std::size_t width) {
  std::string const written = std::to_string(number);
  return written.size() < width ? std::string(width - written.size(), '0') + written : written;
}

std::string counted(std::int64_t number, std::string_view unit) {
  std::string words = std::to_string(number) + ' ';
  words += unit;
  if (number != 1 && number != -1) words += 's';
  return words;
}

}  // namespace

std::optional<date> make_date(civil day) {
  if (day.year < 1 || day.year > 9999 || day.month < 1 || day.month > 12) return std::nullopt;
  if (day.day < 1 || day.day > days_in(day.year, day.month)) return std::nullopt;
  return date{static_cast<std::int32_t>(days_from_civil(day.year, day.month, day.day))};
}

civil civil_of(date day) {
  std::int64_t const since_march_0 = std::int64_t{day.days} + 719468;
  std::int64_t const era =
      (since_march_0 >= 0 ? since_march_0 : since_march_0 - (days_of_a_cycle - 1)) / days_of_a_cycle;
  std::int64_t const day_of_era = since_march_0 - era * days_of_a_cycle;
  std::int64_t const year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  std::int64_t const day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  std::int64_t const month_from_march = (5 * day_of_year + 2) / 153;
  auto const month = static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  auto const year = static_cast<int>(year_of_era + era * 400 + (month <= 2 ? 1 : 0));
  return {year, month, static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1)};
}

std::optional<date> parse_date(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  auto const year = digits(iso.substr(0, 4));
  auto const month = digits(iso.substr(5, 2));
  auto const day = digits(iso.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return make_date({*year, *month, *day});
}

std::string to_iso(date day) {
  civil const parts = civil_of(day);
  return padded(parts.year, 4) + '-' + padded(parts.month, 2) + '-' + padded(parts.day, 2);
}

std::string to_english(date day) {
  civil const parts = civil_of(day);
  std::string words = std::to_string(parts.day) + ' ';
  words += month_names[static_cast<std::size_t>(parts.month - 1)];
  return words + ' ' + std::to_string(parts.year);
}

std::string to_english(duration length) {
  std::vector<std::string> parts;
  if (length.months / 12 != 0) parts.push_back(counted(length.months / 12, "year"));
  if (length.months % 12 != 0) parts.push_back(counted(length.months % 12, "month"));
  if (length.days != 0 || parts.empty()) parts.push_back(counted(length.days, "day"));
  std::string words = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i) words += (i + 1 == parts.size() ? " and " : ", ") + parts[i];
  return words;
}

std::optional<date> add(date day, duration length) { return shift(day, length.months, length.days); }

std::optional<date> subtract(date day, duration length) {
  return shift(day, -std::int64_t{length.months}, -std::int64_t{length.days});
}

std::partial_ordering compare(duration a, duration b) {
  std::int64_t const months = std::int64_t{a.months} - b.months;
  std::int64_t const days = std::int64_t{a.days} - b.days;
  if (months == 0 || (months < 0) == (days < 0)) {
    // Both differences point the same way, or there are no months to weigh against the days.
    if (months == 0) return days <=> 0;
    return months <=> 0;
  }
  if (days == 0) return months <=> 0;
  if (months > 0) return compare_months_with_days(months, -days);
  return 0 <=> compare_months_with_days(-months, days);
}

}  // namespace casus::source
