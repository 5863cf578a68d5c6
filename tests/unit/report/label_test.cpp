#include "engine/report/label.hpp"

#include <doctest/doctest.h>

using namespace casus;

namespace {

check::program program_of(std::vector<std::string> const& ids) {
  check::program made;
  made.instruments.push_back({.id = "Pact", .title = "Pact of Mutual Help", .in_force = {}, .declaration = 0});
  for (auto const& id : ids) {
    made.provisions.emplace_back();
    made.provisions.back().id = id;
    made.provisions.back().instrument = 0;
  }
  return made;
}

}  // namespace

TEST_CASE("a provision is cited by article and paragraphs") {
  auto program = program_of({"Pact.4.2", "Pact.9bis.1.a", "Pact.18"});
  CHECK(report::article_label(program.provisions[0]) == "art. 4(2)");
  CHECK(report::article_label(program.provisions[1]) == "art. 9bis(1)(a)");
  CHECK(report::article_label(program.provisions[2]) == "art. 18");
  CHECK(report::citation(program, program.provisions[0]) == "Pact art. 4(2)");
  program.provisions[0].instrument.reset();
  CHECK(report::citation(program, program.provisions[0]) == "Pact.4.2");
}

TEST_CASE("an id lies under its beginnings, segment by segment") {
  CHECK(report::is_under("Pact.4.2", "Pact"));
  CHECK(report::is_under("Pact.4.2", "Pact.4"));
  CHECK(report::is_under("Pact.4.2", "Pact.4.2"));
  CHECK_FALSE(report::is_under("Pact.42", "Pact.4"));
  CHECK_FALSE(report::is_under("Pact.4", "Pact.4.2"));
}

TEST_CASE("identifiers as words") {
  CHECK(report::in_words("armed_attack") == "armed attack");
  CHECK(report::in_words("NoticeOfWithdrawal") == "notice of withdrawal");
  CHECK(report::in_words("UNResolution") == "UNResolution");
  CHECK(report::in_words("Attack") == "attack");
}
