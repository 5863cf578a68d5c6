#include "engine/facts/base.hpp"

#include <doctest/doctest.h>

TEST_CASE("equal texts have one index") {
  casus::facts::texts all;
  auto const russia = all.intern("Россия");
  auto const armenia = all.intern("Армения");
  CHECK(russia != armenia);
  CHECK(all.intern("Россия") == russia);
  CHECK(all[russia] == "Россия");
  CHECK(all.find("Армения") == armenia);
  CHECK_FALSE(all.find("Грузия").has_value());
  CHECK(all.size() == 2);
}
