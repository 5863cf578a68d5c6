// A row of values is the same whether its values stand in place or not.
#include "engine/evaluate/few_values.hpp"

#include <doctest/doctest.h>

namespace {

using casus::evaluate::few_values;
using casus::facts::of_integer;

few_values up_to(std::size_t size) {
  few_values made;
  for (std::size_t i = 0; i < size; ++i) made.push_back(of_integer(static_cast<std::int64_t>(i)));
  return made;
}

}  // namespace

TEST_CASE("few values keep what was put in, however many there are") {
  for (std::size_t size = 0; size < 12; ++size) {
    CAPTURE(size);
    auto const made = up_to(size);
    CHECK(made.size() == size);
    CHECK(made.empty() == (size == 0));
    for (std::size_t i = 0; i < size; ++i) CHECK(made[i] == of_integer(static_cast<std::int64_t>(i)));
    CHECK(made == few_values(made.begin(), made.end()));
    CHECK(made == std::vector<casus::facts::value>(made.begin(), made.end()));
  }
}

TEST_CASE("few values are copied, and moved, to rows of any length") {
  for (std::size_t from = 0; from < 12; ++from) {
    for (std::size_t to = 0; to < 12; ++to) {
      CAPTURE(from);
      CAPTURE(to);
      auto const made = up_to(from);
      auto copied = up_to(to);
      copied = made;
      CHECK(copied == made);
      auto moved = up_to(to);
      moved = std::move(copied);
      CHECK(moved == made);
      few_values const again(std::move(moved));
      CHECK(again == made);
    }
  }
}

TEST_CASE("a row that was moved from can be used again") {
  auto from = up_to(7);
  few_values const to(std::move(from));
  from = up_to(2);
  for (int i = 0; i < 4; ++i) from.push_back(of_integer(9));
  CHECK(from.size() == 6);
  CHECK(from[1] == of_integer(1));
  CHECK(from.back() == of_integer(9));
}

TEST_CASE("of values that are added by a new size nothing is known") {
  auto made = up_to(3);
  made.resize(2);
  made.resize(6);
  CHECK(made == few_values{of_integer(0), of_integer(1), {}, {}, {}, {}});
  CHECK(few_values(2) == few_values{casus::facts::unknown, casus::facts::unknown});
}

TEST_CASE("rows are in the order of their values") {
  CHECK(up_to(2) < up_to(3));
  CHECK_FALSE(up_to(5) < up_to(5));
  CHECK(few_values{of_integer(1)} < few_values{of_integer(2), of_integer(0)});
}
