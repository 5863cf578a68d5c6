// Where intervals and deadlines end, written out by hand: `until` leaves its day out, `through` takes it in, in
// scenarios and in rules, at the ends of months, in leap years, in 1900 and 2000, at both ends of the calendar.
#include "evaluated.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

namespace casus::test {
namespace {

struct ending {
  char const* words;      // an interval's ends as a scenario says them
  char const* last;       // the last day in it; empty: none
  char const* first_out;  // the first day after it; empty: none
};

constexpr std::string_view membership = R"(
entity State
fact member(s: State) "{s} is a member"
define friendly(s: State) "{s} is friendly"
  when member(s)
)";

std::string member(std::string const& words) {
  return "rules: rules\nentities: {State: {spain: Spain}}\nfacts:\n  member:\n    - {s: spain, " + words + "}\n";
}

TEST_CASE("a statement ends before `until` and after `through`") {
  constexpr std::array table{
      ending{"until: 2023-03-01", "2023-02-28", "2023-03-01"},
      ending{"until: 2024-03-01", "2024-02-29", "2024-03-01"},
      ending{"until: 1900-03-01", "1900-02-28", "1900-03-01"},
      ending{"until: 2000-03-01", "2000-02-29", "2000-03-01"},
      ending{"until: 2000-02-29", "2000-02-28", "2000-02-29"},
      ending{"until: 2000-01-01", "1999-12-31", "2000-01-01"},
      ending{"until: 2100-03-01", "2100-02-28", "2100-03-01"},
      ending{"until: 9999-12-31", "9999-12-30", "9999-12-31"},
      ending{"until: 0001-01-02", "0001-01-01", "0001-01-02"},
      ending{"until: 0001-01-01", "", "0001-01-01"},
      ending{"through: 2023-02-28", "2023-02-28", "2023-03-01"},
      ending{"through: 2024-02-28", "2024-02-28", "2024-02-29"},
      ending{"through: 2024-02-29", "2024-02-29", "2024-03-01"},
      ending{"through: 1900-02-28", "1900-02-28", "1900-03-01"},
      ending{"through: 2000-02-28", "2000-02-28", "2000-02-29"},
      ending{"through: 2000-02-29", "2000-02-29", "2000-03-01"},
      ending{"through: 1999-12-31", "1999-12-31", "2000-01-01"},
      ending{"through: 2023-04-30", "2023-04-30", "2023-05-01"},
      ending{"through: 0001-01-01", "0001-01-01", "0001-01-02"},
      ending{"through: 9999-12-31", "9999-12-31", ""},
      ending{"from: 2000-02-29, through: 2000-02-29", "2000-02-29", "2000-03-01"},
      ending{"from: 2000-02-29, until: 2000-03-01", "2000-02-29", "2000-03-01"},
  };
  for (ending const& each : table) {
    CAPTURE(each.words);
    evaluated told(membership, member(each.words));
    if (*each.last != '\0') CHECK(told.holds("friendly", {"spain"}, each.last) == "yes");
    if (*each.first_out != '\0') CHECK(told.holds("friendly", {"spain"}, each.first_out) == "no");
  }
  evaluated told(membership, member("from: 2000-02-29"));
  CHECK(told.holds("friendly", {"spain"}, "2000-02-28") == "no");
  CHECK(told.holds("friendly", {"spain"}, "2000-02-29") == "yes");
  CHECK(told.holds("friendly", {"spain"}, "9999-12-31") == "yes");
}

struct consequence {
  char const* clause;
  char const* event;  // its day
  char const* last;
  char const* first_out;
};

TEST_CASE("what a provision establishes ends likewise, counted from an event") {
  constexpr std::array table{
      consequence{"until e.date + 1 month", "2023-01-31", "2023-02-27", "2023-02-28"},
      consequence{"through e.date + 1 month", "2023-01-31", "2023-02-28", "2023-03-01"},
      consequence{"until e.date + 1 month", "2000-01-31", "2000-02-28", "2000-02-29"},
      consequence{"through e.date + 1 month", "2000-01-31", "2000-02-29", "2000-03-01"},
      consequence{"through e.date + 1 month", "1900-01-31", "1900-02-28", "1900-03-01"},
      consequence{"until e.date + 1 year", "2000-02-29", "2001-02-27", "2001-02-28"},
      consequence{"through e.date + 1 year", "2000-02-29", "2001-02-28", "2001-03-01"},
      consequence{"until e.date + 4 years", "1896-02-29", "1900-02-27", "1900-02-28"},
      consequence{"until e.date + 4 years", "1996-02-29", "2000-02-28", "2000-02-29"},
      consequence{"until e.date + 3 years", "2017-01-02", "2020-01-01", "2020-01-02"},
      consequence{"until e.date + 1 month + 1 day", "2023-01-31", "2023-02-28", "2023-03-01"},
      consequence{"through e.date + 10 days", "2023-12-25", "2024-01-04", "2024-01-05"},
      consequence{"until e.date + 2 weeks", "2024-02-20", "2024-03-04", "2024-03-05"},
  };
  for (consequence const& each : table) {
    CAPTURE(each.clause);
    CAPTURE(each.event);
    std::string const rules =
        "instrument T \"the Treaty\"\nentity State\nevent Entry \"{by} enters\"\n  by: State\n"
        "fact bound(s: State) \"{s} is bound\"\nprovision T.1 \"Whoever enters is bound for a time\"\n"
        "  for each e: Entry\n  judged at e.date\n  then bound(e.by) from e.date " +
        std::string(each.clause) + "\n";
    std::string const scenario =
        "rules: rules\nentities: {State: {spain: Spain}}\nfacts:\n  Entry: {entry: {by: spain, date: " +
        std::string(each.event) + "}}\n";
    evaluated told(rules, scenario);
    CHECK(told.holds("bound", {"spain"}, each.event) == "yes");
    CHECK(told.holds("bound", {"spain"}, each.last) == "yes");
    CHECK(told.holds("bound", {"spain"}, each.first_out) == "no");
  }
}

struct deadline {
  char const* clause;
  char const* event;
  char const* last_in_time;
  char const* first_late;
};

TEST_CASE("the last day of a deadline is in time") {
  constexpr std::array table{
      deadline{"within 1 month", "2023-01-31", "2023-02-28", "2023-03-01"},
      deadline{"within 1 month", "2000-01-31", "2000-02-29", "2000-03-01"},
      deadline{"within 1 month", "1900-01-31", "1900-02-28", "1900-03-01"},
      deadline{"within 6 months", "2023-08-31", "2024-02-29", "2024-03-01"},
      deadline{"within 1 year", "2000-02-29", "2001-02-28", "2001-03-01"},
      deadline{"within 30 days", "2000-02-01", "2000-03-02", "2000-03-03"},
      deadline{"within 30 days", "1900-02-01", "1900-03-03", "1900-03-04"},
      deadline{"within 0 days", "2000-02-29", "2000-02-29", "2000-03-01"},
      deadline{"by 2000-02-29", "2000-02-01", "2000-02-29", "2000-03-01"},
      deadline{"by e.date + 1 month", "1999-12-31", "2000-01-31", "2000-02-01"},
  };
  for (deadline const& each : table) {
    CAPTURE(each.clause);
    CAPTURE(each.event);
    std::string const rules =
        "instrument T \"the Treaty\"\nentity State\nevent Entry \"{by} enters\"\n  by: State\nact report \"{by} "
        "reports\"\n"
        "  by: State\nprovision T.1 \"Whoever enters reports\"\n  for each e: Entry\n  judged at e.date\n"
        "  then e.by must report() from e.date " +
        std::string(each.clause) + "\n";
    auto const scenario = [&](std::string const& reports) {
      return "rules: rules\nentities: {State: {spain: Spain}}\nfacts:\n  Entry: {entry: {by: spain, date: " +
             std::string(each.event) + "}}\n" + reports;
    };
    auto const reported = [&](char const* day) {
      return scenario("  report: {report: {by: spain, date: " + std::string(day) + "}}\n");
    };
    evaluated silent(rules, scenario(""));
    CHECK(silent.norms("T.1", each.last_in_time) == "outstanding");
    CHECK(silent.norms("T.1", each.first_late) == "breached");
    CHECK(evaluated(rules, reported(each.last_in_time)).norms("T.1", each.first_late) == "fulfilled");
    CHECK(evaluated(rules, reported(each.first_late)).norms("T.1", each.first_late) == "fulfilled late");
  }
}

TEST_CASE("a text is in force before `until` and through `through`") {
  auto const status = [](std::string const& period, std::string_view day) {
    return evaluated("instrument T \"the Treaty\"\nprovision T.1 \"Stands\"\n  in force " + period + "\n",
                     "rules: rules\n")
        .status("T.1", day);
  };
  CHECK(status("until 2000-02-29", "2000-02-28") == "applies");
  CHECK(status("until 2000-02-29", "2000-02-29") == "not in force");
  CHECK(status("from 1900-02-28 through 2000-02-29", "1900-02-27") == "not in force");
  CHECK(status("from 1900-02-28 through 2000-02-29", "1900-02-28") == "applies");
  CHECK(status("from 1900-02-28 through 2000-02-29", "2000-02-29") == "applies");
  CHECK(status("from 1900-02-28 through 2000-02-29", "2000-03-01") == "not in force");
  CHECK(status("through 9999-12-31", "9999-12-31") == "applies");
  CHECK(status("until 9999-12-31", "9999-12-31") == "not in force");
}

}  // namespace
}  // namespace casus::test
