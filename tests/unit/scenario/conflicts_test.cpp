#include "loaded.hpp"

#include <doctest/doctest.h>

using casus::test::said_of_facts;

TEST_CASE("statements of one tuple that disagree on a day") {
  CHECK(said_of_facts("party:\n"
                      "  - {s: armenia, from: 2000-01-01, until: 2010-01-01}\n"
                      "  - {s: armenia, from: 2009-12-31, holds: false}\n") ==
        "4:7 conflicting-facts two statements of `party(armenia)` disagree on the same day\n"
        "  3:7 the other is here\n  help give them intervals that do not meet\n");
  CHECK(said_of_facts("share:\n  - {s: armenia, value: 3}\n  - {s: armenia, value: 4, from: 2010-01-01}\n"
                      "  - {s: russia, value: 4, from: 2010-01-01}\n") ==
        "4:7 conflicting-facts two statements of `share(armenia)` disagree on the same day\n"
        "  3:7 the other is here\n  help give them intervals that do not meet\n");
}

TEST_CASE("statements that meet and agree, or disagree and do not meet") {
  CHECK(said_of_facts("party:\n"
                      "  - {s: armenia, from: 2000-01-01, until: 2010-01-01}\n"
                      "  - {s: armenia, from: 2005-01-01}\n"
                      "  - {s: armenia, until: 2000-01-01, holds: false}\n"
                      "  - {s: georgia, from: 2005-01-01, holds: false}\n"
                      "  - {s: georgia, through: 2004-12-31}\n") == "");
}

TEST_CASE("an end that is not known certainly covers the day of the known one only") {
  CHECK(said_of_facts("party:\n"
                      "  - {s: armenia, from: 2000-01-01, until: unknown}\n"
                      "  - {s: armenia, from: 2005-01-01, holds: false}\n"
                      "  - {s: georgia, from: unknown, until: 2005-01-01}\n"
                      "  - {s: georgia, until: 2004-12-31, holds: false}\n"
                      "  - {s: russia, from: unknown, until: unknown}\n"
                      "  - {s: russia, holds: false}\n") == "");
  CHECK(said_of_facts("party:\n"
                      "  - {s: armenia, from: 2000-01-01, until: unknown}\n"
                      "  - {s: armenia, until: 2000-01-02, holds: unknown}\n")
            .substr(0, 21) == "4:7 conflicting-facts");
}

TEST_CASE("of many statements of one tuple, each that disagrees with another is found") {
  // The long one reaches over all; the one that disagrees with the last is not the one before it.
  CHECK(said_of_facts("party:\n"
                      "  - {s: armenia, from: 2000-01-01, until: 2004-01-01, holds: false}\n"
                      "  - {s: armenia, from: 2005-01-01, until: 2009-01-01}\n"
                      "  - {s: armenia, from: 2003-01-01, until: 2003-02-01, holds: false}\n"
                      "  - {s: armenia, from: 2003-06-01, until: 2003-07-01}\n") ==
        "6:7 conflicting-facts two statements of `party(armenia)` disagree on the same day\n"
        "  3:7 the other is here\n  help give them intervals that do not meet\n");
}
