// A sweep that is interrupted, and one that is watched.
#include "run_in_memory.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace casus::test {
namespace {

constexpr auto rules = R"(instrument Pact "Pact"
event Attack "an attack"
  grave: Bool
  near: Bool
provision Pact.1 "Help"
  for each a: Attack
  when a.grave and a.near
)";

constexpr auto scenario = R"(scenario: One
rules: r.casus
as_of: 2014-06-15
facts:
  Attack: {raid: {date: 2014-06-01}}
)";

struct told {
  std::string output, errors;
  int code = 0;
};

told sweep(bool is_terminal, std::size_t patience) {
  told made;
  auto files = std::make_shared<session::memory>(session::memory{{"r.casus", rules}, {"s.yaml", scenario}});
  cli::environment const around{.files = session::in_memory(files),
                                .read_input = [](std::size_t) { return session::read_result{}; },
                                .write_output = [&](std::string_view text) { made.output += text; },
                                .write_error = [&](std::string_view text) { made.errors += text; },
                                .error_is_terminal = is_terminal,
                                .today = {},
                                .commit = {},
                                .is_interrupted = [&patience] { return patience-- == 0; }};
  std::vector<std::string> const arguments{"sweep", "s.yaml", "--vary", "Attack.raid.grave,Attack.raid.near"};
  made.code = cli::run(arguments, around);
  return made;
}

}  // namespace

TEST_CASE("an interrupt leaves what is done so far") {
  auto const shown = sweep(false, 1);
  CHECK(shown.code == 0);
  CHECK(shown.errors == "");
  CHECK(shown.output ==
        "One · as of 15 June 2014\n"
        "  varied  Attack.raid.grave: true and false\n"
        "  varied  Attack.raid.near: true and false\n"
        "  4 combinations; 1 answer worked out; stopped before all was worked out\n"
        "  Pact art. 1  Help\n"
        "    Attack.raid.grave  Attack.raid.near  answer          combinations\n"
        "    true               true              applies (1)                1\n"
        "    false              any               not worked out             2\n"
        "    any                false             not worked out             2\n"
        "    3 rows: no table says the same in fewer\n"
        "    applies (1) in 1; not worked out in 3\n");
}

TEST_CASE("on a terminal a sweep says how far it is, and takes it back") {
  auto const shown = sweep(true, 1000);
  CHECK(shown.code == 0);
  CHECK(shown.errors == "\r0 % of the combinations\r25 % of the combinations\r50 % of the combinations\r\033[K");
}

}  // namespace casus::test
