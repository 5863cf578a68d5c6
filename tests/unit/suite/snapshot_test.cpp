// What differs between two snapshots.
#include "engine/suite/snapshot.hpp"

#include <doctest/doctest.h>

using casus::suite::changes;
using lines = std::vector<std::string>;

namespace {

constexpr auto before = R"(scenario: S
agreed facts on 2014-06-15:
  Pact.1:
    - {for: {s: a}, status: applies}
    - {for: {s: b}, status: applies}
  Pact.2:
    - {for: {s: a}, status: applies}
)";

}  // namespace

TEST_CASE("equal snapshots do not differ") {
  CHECK(changes(before, before).empty());
  CHECK(changes("", "").empty());
}

TEST_CASE("a line that is gone and one that is new stand below what they belong to") {
  auto after = std::string{before};
  after.replace(after.find("{s: b}, status: applies"), 23, "{s: b}, status: open");
  CHECK(changes(before, after) ==
        lines{"  agreed facts on 2014-06-15:", "    Pact.1:", "-     - {for: {s: b}, status: applies}",
              "+     - {for: {s: b}, status: open}"});
}

TEST_CASE("equal lines of different provisions are told apart") {
  auto after = std::string{before};
  auto const last = after.rfind("    - {for");
  after.replace(last, after.size() - last, "    - {for: {s: c}, status: applies}\n");
  CHECK(changes(before, after) ==
        lines{"  agreed facts on 2014-06-15:", "    Pact.2:", "-     - {for: {s: a}, status: applies}",
              "+     - {for: {s: c}, status: applies}"});
}
