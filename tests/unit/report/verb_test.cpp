#include "engine/report/verb.hpp"

#include <doctest/doctest.h>
#include <utility>
#include <vector>

using namespace casus;
using pairs = std::vector<std::pair<char const*, char const*>>;

TEST_CASE("the infinitive of a third person singular") {
  for (auto const& [from, to] :
       pairs{{"gives", "give"},      {"consults", "consult"}, {"notifies", "notify"},   {"is", "be"},
             {"has", "have"},        {"does", "do"},          {"goes", "go"},           {"passes", "pass"},
             {"launches", "launch"}, {"pushes", "push"},      {"annexes", "annex"},     {"organizes", "organize"},
             {"uses", "use"},        {"promises", "promise"}, {"vetoes", "veto"},       {"lies", "lie"},
             {"employs", "employ"},  {"pays", "pay"},         {"discusses", "discuss"}, {"agrees", "agree"},
             {"flees", "flee"},      {"must", "must"},        {"focuses", "focus"},     {"seizes", "seize"}}) {
    CHECK(report::infinitive(from) == to);
  }
}

TEST_CASE("a predicate after an auxiliary") {
  for (auto const& [from, to] : pairs{{"gives arms", "give arms"},
                                      {"immediately tells all", "immediately tell all"},
                                      {"always votes", "always vote"},
                                      {"signs and ratifies it", "sign and ratify it"},
                                      {"supplies arms and stores", "supply arms and stores"},
                                      {"gives help, including arms", "give help, including arms"},
                                      {"does not object", "not object"},
                                      {"is not present", "not be present"},
                                      {"is present", "be present"},
                                      {"joins", "join"},
                                      {"", ""}}) {
    CHECK(report::after_auxiliary(from) == to);
  }
}

TEST_CASE("a predicate after several subjects") {
  for (auto const& [from, to] : pairs{{"is a member", "are each a member"},
                                      {"has left", "have each left"},
                                      {"bears a tenth", "each bear a tenth"},
                                      {"does not object", "do each not object"},
                                      {"jointly guards it", "each jointly guard it"}}) {
    CHECK(report::after_several(from) == to);
  }
}

TEST_CASE("the denial of a predicate") {
  for (auto const& [from, to] : pairs{{"is a member", "is not a member"},
                                      {"has left", "has not left"},
                                      {"has its seat in Minsk", "does not have its seat in Minsk"},
                                      {"gives arms", "does not give arms"},
                                      {"does not object", "does object"},
                                      {"is not present", "is present"}}) {
    CHECK(report::denied(from) == to);
  }
}
