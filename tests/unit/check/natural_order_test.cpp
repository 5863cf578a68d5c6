#include "engine/check/natural_order.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace casus;

TEST_CASE("articles follow one another by number, then by what follows the number") {
  std::vector<std::string> const in_order{"Pact.1",    "Pact.9",      "Pact.9.2", "Pact.09.3", "Pact.9.10",
                                          "Pact.9bis", "Pact.9bis.1", "Pact.10",  "Pact.a",    "Pact.a.1"};
  for (std::size_t a = 0; a < in_order.size(); ++a)
    for (std::size_t b = 0; b < in_order.size(); ++b) {
      INFO(in_order[a] << " and " << in_order[b]);
      CHECK(check::comes_before(in_order[a], in_order[b]) == (a < b));
    }
}

TEST_CASE("numbers that differ in the zeros before them only are told apart all the same") {
  CHECK(check::comes_before("Pact.01", "Pact.1") != check::comes_before("Pact.1", "Pact.01"));
  CHECK(check::comes_before("Pact.01.1", "Pact.1.2"));
  CHECK(check::comes_before("Pact.1.1", "Pact.01.2"));
}
