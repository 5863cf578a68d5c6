// Running scenarios on several threads.
#include "engine/suite/in_parallel.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <vector>

using casus::suite::in_parallel;

TEST_CASE("everything is done once, on however many threads") {
  for (std::size_t const threads : {1U, 2U, 7U, 100U}) {
    std::vector<int> done(50, 0);
    in_parallel(done.size(), threads, [&](std::size_t i) { ++done[i]; });
    CHECK(done == std::vector<int>(50, 1));
  }
  in_parallel(0, 4, [](std::size_t) { FAIL("there is nothing to do"); });
}

TEST_CASE("of several exceptions the first in order is thrown") {
  for (std::size_t const threads : {1U, 8U}) {
    auto const work = [](std::size_t i) {
      if (i == 3 || i == 4) throw std::runtime_error(std::to_string(i));
    };
    CHECK_THROWS_WITH(in_parallel(50, threads, work), "3");
  }
}
