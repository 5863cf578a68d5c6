#include "engine/evaluate/table.hpp"

#include <doctest/doctest.h>
#include <vector>

namespace casus::test {
namespace {

using evaluate::table;
using facts::value;

std::vector<value> row_of(std::size_t arity, std::int64_t first, std::int64_t last) {
  std::vector<value> made(arity, facts::of_integer(0));
  made.front() = facts::of_integer(first);
  made.back() = facts::of_integer(last);
  return made;
}

}  // namespace

TEST_CASE("rows of more columns than a mask has are told apart by the last of them") {
  constexpr std::size_t arity = 70;
  constexpr std::int64_t most = 20'000;
  evaluate::pool room;
  table rows(arity, room);
  for (std::int64_t i = 0; i < most; ++i) CHECK(rows.insert(row_of(arity, 0, i).data()).second);
  CHECK(rows.size() == most);
  CHECK(rows.find(row_of(arity, 0, 777).data()) == 777);
  CHECK(rows.find(row_of(arity, 1, 777).data()) == table::missing);
  CHECK(!rows.insert(row_of(arity, 0, most - 1).data()).second);
}

TEST_CASE("rows are matched in the columns of the mask") {
  evaluate::pool room;
  table rows(3, room);
  for (std::int64_t i = 0; i < 100; ++i) (void)rows.insert(row_of(3, i % 7, i).data());
  std::vector<std::uint32_t> found;
  rows.match(1, row_of(3, 4, -1).data(), [&](std::uint32_t row) {
    found.push_back(row);
    return found.size() < 3;
  });
  CHECK(found == std::vector<std::uint32_t>{95, 88, 81});
}

}  // namespace casus::test
