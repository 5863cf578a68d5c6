#include "evaluated.hpp"

#include <doctest/doctest.h>

namespace casus::test {
namespace {

TEST_CASE("rules without any variable are evaluated") {
  evaluated told(R"(
instrument T "the Treaty"
provision T.1 "It stands"
)",
                 "rules: rules\n");
  CHECK(told.status("T.1", "2000-01-01") == "applies");
}

}  // namespace
}  // namespace casus::test
