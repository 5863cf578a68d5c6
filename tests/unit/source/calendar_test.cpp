// The calendar against what is known of it from elsewhere: epochs of other systems, the rhyme of the months, the years
// that are and are not leap years, and sums of dates worked out by hand.
#include "engine/source/date.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace casus::source;

namespace {

std::string iso_or_none(std::optional<date> day) { return day ? to_iso(*day) : "none"; }

// Thirty days hath September …
constexpr std::array<int, 12> common_year{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
constexpr std::array<int, 12> leap_year{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

struct known_day {
  char const* iso;
  int days;  // since 1970-01-01
};

// A year with the number of days that its February has.
struct known_year {
  int year;
  int february;
};

struct sum {
  char const* start;
  duration length;
  char const* end;
};

constexpr duration years(int count) { return {.months = 12 * count, .days = 0}; }
constexpr duration months(int count) { return {.months = count, .days = 0}; }
constexpr duration days(int count) { return {.months = 0, .days = count}; }
constexpr duration months_and_days(int months, int days) { return {.months = months, .days = days}; }

}  // namespace

TEST_CASE("days are counted as other systems count them") {
  constexpr std::array known{
      known_day{"0001-01-01", -719162},  // Julian day 1721426; that of 1970-01-01 is 2440588
      known_day{"1582-10-15", -141427},  // the first Gregorian day, Julian day 2299161
      known_day{"1600-01-01", -135140},  // Julian day 2305448
      known_day{"1601-01-01", -134774},  // from which Windows counts
      known_day{"1858-11-17", -40587},   // from which modified Julian days count
      known_day{"1899-12-30", -25569},   // from which spreadsheets count
      known_day{"1900-01-01", -25567},   // Julian day 2415021
      known_day{"1904-01-01", -24107},   // from which the first Macintosh counted
      known_day{"1970-01-01", 0},       known_day{"1980-01-06", 3657},  // from which GPS counts
      known_day{"2000-01-01", 10957},                                   // Julian day 2451545
      known_day{"2001-01-01", 11323},                                   // 978307200 seconds, from which Apple counts
      known_day{"2001-09-09", 11574},                                   // 1000000000 seconds
      known_day{"2038-01-19", 24855},                                   // 2147483647 seconds
      known_day{"2100-01-01", 47482},                                   // 4102444800 seconds
      known_day{"2400-01-01", 157054},                                  // 146097 days after 2000-01-01
      known_day{"9999-12-31", 2932896},                                 // Julian day 5373484
  };
  for (known_day const& each : known) {
    CHECK_MESSAGE(parse_date(each.iso)->days == each.days, each.iso);
    CHECK(to_iso({each.days}) == each.iso);
  }
}

TEST_CASE("every fourth year is a leap year, but of the centuries only every fourth") {
  constexpr std::array known{
      known_year{1, 28},    known_year{4, 29},    known_year{100, 28},  known_year{400, 29},  known_year{1500, 28},
      known_year{1582, 28}, known_year{1600, 29}, known_year{1700, 28}, known_year{1800, 28}, known_year{1896, 29},
      known_year{1899, 28}, known_year{1900, 28}, known_year{1904, 29}, known_year{1945, 28}, known_year{1992, 29},
      known_year{1999, 28}, known_year{2000, 29}, known_year{2001, 28}, known_year{2004, 29}, known_year{2023, 28},
      known_year{2024, 29}, known_year{2100, 28}, known_year{2200, 28}, known_year{2300, 28}, known_year{2400, 29},
      known_year{9996, 29}, known_year{9999, 28},
  };
  for (known_year const& each : known) {
    auto const& lengths = each.february == 29 ? leap_year : common_year;
    for (int month = 1; month <= 12; ++month) {
      int const last = lengths[static_cast<std::size_t>(month - 1)];
      CAPTURE(each.year);
      CAPTURE(month);
      CHECK(make_date({each.year, month, last}).has_value());
      CHECK(!make_date({each.year, month, last + 1}).has_value());
      CHECK(!make_date({each.year, month, 0}).has_value());
    }
    CHECK(!make_date({each.year, 0, 1}).has_value());
    CHECK(!make_date({each.year, 13, 1}).has_value());
  }
  CHECK(!make_date({0, 12, 31}).has_value());
  CHECK(!make_date({10000, 1, 1}).has_value());
}

TEST_CASE("day follows on day from the first to the last") {
  int number = first_date.days;
  for (int year = 1; year <= 9999; ++year) {
    bool const is_leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
    for (int month = 1; month <= 12; ++month) {
      int const last = (is_leap ? leap_year : common_year)[static_cast<std::size_t>(month - 1)];
      for (int day = 1; day <= last; ++day, ++number) {
        auto const made = make_date({year, month, day});
        civil const back = civil_of({number});
        bool const agrees = made && made->days == number && back.year == year && back.month == month && back.day == day;
        if (!agrees) FAIL(year << "-" << month << "-" << day);
      }
    }
  }
  CHECK(number == last_date.days + 1);
}

TEST_CASE("years and months are added first, to the end of the month where there is no such day, then days") {
  constexpr std::array table{
      // A month after the last day of each month, in a common year and in a leap year.
      sum{"2023-01-31", months(1), "2023-02-28"},
      sum{"2024-01-31", months(1), "2024-02-29"},
      sum{"2023-02-28", months(1), "2023-03-28"},
      sum{"2024-02-29", months(1), "2024-03-29"},
      sum{"2023-03-31", months(1), "2023-04-30"},
      sum{"2023-04-30", months(1), "2023-05-30"},
      sum{"2023-05-31", months(1), "2023-06-30"},
      sum{"2023-06-30", months(1), "2023-07-30"},
      sum{"2023-07-31", months(1), "2023-08-31"},
      sum{"2023-08-31", months(1), "2023-09-30"},
      sum{"2023-09-30", months(1), "2023-10-30"},
      sum{"2023-10-31", months(1), "2023-11-30"},
      sum{"2023-11-30", months(1), "2023-12-30"},
      sum{"2023-12-31", months(1), "2024-01-31"},
      // A month before it.
      sum{"2023-03-31", months(-1), "2023-02-28"},
      sum{"2024-03-31", months(-1), "2024-02-29"},
      sum{"2024-03-30", months(-1), "2024-02-29"},
      sum{"2024-03-29", months(-1), "2024-02-29"},
      sum{"2024-03-28", months(-1), "2024-02-28"},
      sum{"2023-05-31", months(-1), "2023-04-30"},
      sum{"2024-01-31", months(-1), "2023-12-31"},
      sum{"2024-07-31", months(-1), "2024-06-30"},
      // Over the turn of a year, and to February from further away.
      sum{"1999-12-31", months(2), "2000-02-29"},
      sum{"1899-12-31", months(2), "1900-02-28"},
      sum{"2099-12-31", months(2), "2100-02-28"},
      sum{"2022-08-31", months(6), "2023-02-28"},
      sum{"2023-08-31", months(6), "2024-02-29"},
      sum{"2023-08-29", months(6), "2024-02-29"},
      sum{"2022-11-30", months(15), "2024-02-29"},
      sum{"2024-02-29", months(-36), "2021-02-28"},
      // Leap days and years.
      sum{"2012-02-29", years(1), "2013-02-28"},
      sum{"2012-02-29", years(4), "2016-02-29"},
      sum{"2012-02-29", years(-1), "2011-02-28"},
      sum{"1896-02-29", years(4), "1900-02-28"},
      sum{"1896-02-29", years(8), "1904-02-29"},
      sum{"1996-02-29", years(4), "2000-02-29"},
      sum{"2000-02-29", years(100), "2100-02-28"},
      sum{"2000-02-29", years(400), "2400-02-29"},
      sum{"2000-02-29", years(-100), "1900-02-28"},
      sum{"2000-02-29", years(-400), "1600-02-29"},
      sum{"1999-02-28", years(1), "2000-02-28"},  // not the last day of the month, the same day
      sum{"0004-02-29", years(-3), "0001-02-28"},
      sum{"9996-02-29", years(3), "9999-02-28"},
      // Days.
      sum{"1900-02-28", days(1), "1900-03-01"},
      sum{"2000-02-28", days(1), "2000-02-29"},
      sum{"2000-02-29", days(1), "2000-03-01"},
      sum{"2100-02-28", days(1), "2100-03-01"},
      sum{"1999-12-31", days(1), "2000-01-01"},
      sum{"2000-01-01", days(-1), "1999-12-31"},
      sum{"1899-12-31", days(1), "1900-01-01"},
      sum{"2000-01-01", days(366), "2001-01-01"},
      sum{"1900-01-01", days(365), "1901-01-01"},
      sum{"2000-03-01", days(-1), "2000-02-29"},
      sum{"1900-03-01", days(-1), "1900-02-28"},
      sum{"2000-01-01", days(36525), "2100-01-01"},
      sum{"1900-01-01", days(36524), "2000-01-01"},
      sum{"2000-01-01", days(146097), "2400-01-01"},
      // Months before days: the other way round each of these would end elsewhere.
      sum{"2014-01-31", months_and_days(1, 1), "2014-03-01"},
      sum{"2014-01-30", months_and_days(1, 1), "2014-03-01"},
      sum{"2014-01-28", months_and_days(1, 3), "2014-03-03"},
      sum{"2024-01-31", months_and_days(1, 1), "2024-03-01"},
      sum{"2014-02-28", months_and_days(1, 3), "2014-03-31"},
      sum{"1999-02-28", months_and_days(12, 1), "2000-02-29"},
      // Nothing lies before the year 1 or after the year 9999.
      sum{"9999-12-31", days(1), "none"},
      sum{"0001-01-01", days(-1), "none"},
      sum{"9999-12-01", months(1), "none"},
      sum{"0001-01-31", months(-1), "none"},
      sum{"9999-01-01", years(1), "none"},
      sum{"0001-12-31", years(-1), "none"},
      sum{"0001-01-01", years(9998), "9999-01-01"},
      sum{"9999-12-31", years(-9998), "0001-12-31"},
  };
  for (sum const& each : table) {
    CAPTURE(each.start);
    duration const back{.months = -each.length.months, .days = -each.length.days};
    CHECK(iso_or_none(add(*parse_date(each.start), each.length)) == each.end);
    CHECK(iso_or_none(subtract(*parse_date(each.start), back)) == each.end);
  }
}
