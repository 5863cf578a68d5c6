#include "engine/source/date.hpp"

#include <doctest/doctest.h>

using casus::source::add;
using casus::source::civil_of;
using casus::source::compare;
using casus::source::date;
using casus::source::duration;
using casus::source::first_date;
using casus::source::last_date;
using casus::source::make_date;
using casus::source::parse_date;
using casus::source::subtract;
using casus::source::to_english;
using casus::source::to_iso;

namespace {

date day(char const* iso) {
  auto const parsed = parse_date(iso);
  REQUIRE_MESSAGE(parsed.has_value(), iso);
  return *parsed;
}

std::string after(char const* iso, duration length) {
  auto const there = add(day(iso), length);
  return there ? to_iso(*there) : "none";
}

std::string before(char const* iso, duration length) {
  auto const there = subtract(day(iso), length);
  return there ? to_iso(*there) : "none";
}

}  // namespace

TEST_CASE("every day of the calendar survives the way to civil and back") {
  for (int days = first_date.days; days <= last_date.days; ++days) {
    auto const made = make_date(civil_of({days}));
    if (!made || made->days != days) FAIL("day " << days);
  }
}

TEST_CASE("dates are written YYYY-MM-DD and nothing else") {
  CHECK(day("1970-01-01").days == 0);
  CHECK(day("2000-02-29").days == 11016);
  CHECK(to_iso(day("0001-01-01")) == "0001-01-01");
  CHECK(to_iso(last_date) == "9999-12-31");
  for (char const* const wrong :
       {"", "2014-6-15", "2014-06-1", "14-06-15", "2014-06-15 ", "2014/06/15", "2014-02-29", "1900-02-29", "2014-13-01",
        "2014-00-10", "2014-04-31", "0000-01-01", "-014-06-15", "2014-06-00", "20140-6-15", "+014-06-15"}) {
    CHECK_MESSAGE(!parse_date(wrong).has_value(), wrong);
  }
}

TEST_CASE("dates and durations are read out in English") {
  CHECK(to_english(day("2014-06-05")) == "5 June 2014");
  CHECK(to_english(duration{.months = 36, .days = 0}) == "3 years");
  CHECK(to_english(duration{.months = 1, .days = 2}) == "1 month and 2 days");
  CHECK(to_english(duration{.months = 14, .days = 1}) == "1 year, 2 months and 1 day");
  CHECK(to_english(duration{}) == "0 days");
  CHECK(to_english(duration{.months = 0, .days = -1}) == "-1 day");
}

TEST_CASE("months clamp to the end of the month before days are added") {
  CHECK(after("2012-02-29", {.months = 12, .days = 0}) == "2013-02-28");
  CHECK(after("2012-02-29", {.months = 48, .days = 0}) == "2016-02-29");
  CHECK(after("2014-01-31", {.months = 1, .days = 0}) == "2014-02-28");
  CHECK(after("2014-01-31", {.months = 1, .days = 1}) == "2014-03-01");
  CHECK(after("2014-11-30", {.months = 3, .days = 0}) == "2015-02-28");
  CHECK(after("2014-12-31", {.months = 0, .days = 1}) == "2015-01-01");
  CHECK(before("2014-03-31", {.months = 1, .days = 0}) == "2014-02-28");
  CHECK(before("2014-01-15", {.months = 1, .days = 15}) == "2013-11-30");
}

TEST_CASE("what leaves the years 1 to 9999 is no date") {
  CHECK(after("9999-12-31", {.months = 0, .days = 1}) == "none");
  CHECK(before("0001-01-01", {.months = 1, .days = 0}) == "none");
  CHECK(after("2014-01-01", {.months = 2147483647, .days = 2147483647}) == "none");
  CHECK(before("2014-01-01", {.months = -2147483647 - 1, .days = -2147483647 - 1}) == "none");
  CHECK(after("9999-12-31", {.months = 1, .days = -60}) == "9999-12-02");
}

TEST_CASE("durations compare where the calendar leaves no doubt") {
  using order = std::partial_ordering;
  auto const months = [](int n) { return duration{.months = n, .days = 0}; };
  auto const days = [](int n) { return duration{.months = 0, .days = n}; };
  CHECK(compare(months(12), months(36)) == order::less);
  CHECK(compare(days(30), days(30)) == order::equivalent);
  CHECK(compare(months(1), days(27)) == order::greater);
  CHECK(compare(months(1), days(28)) == order::unordered);
  CHECK(compare(months(1), days(31)) == order::unordered);
  CHECK(compare(months(1), days(32)) == order::less);
  CHECK(compare(days(32), months(1)) == order::greater);
  CHECK(compare(days(0), months(1)) == order::less);
  CHECK(compare(months(12), days(365)) == order::unordered);
  CHECK(compare(months(12), days(367)) == order::less);
  CHECK(compare(months(4800), days(146097)) == order::equivalent);
  CHECK(compare(months(4800), days(146098)) == order::less);
  CHECK(compare({.months = 1, .days = 2}, days(29)) == order::greater);
  CHECK(compare({.months = 1, .days = 2}, days(30)) == order::unordered);
  CHECK(compare({.months = 1, .days = 2}, {.months = 1, .days = 3}) == order::less);
  CHECK(compare({.months = 2, .days = 2}, {.months = 1, .days = 1}) == order::greater);
}
