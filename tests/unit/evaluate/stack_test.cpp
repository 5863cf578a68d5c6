// Rules that need one another in a long chain: an evaluation ends with an error before the stack does.
#include "evaluated.hpp"

#include "tests/support/small_stack.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace casus::test {
namespace {

constexpr auto vocabulary = R"(instrument Pact "Pact"
entity State closed
event Attack "{by} attacks"
  by: State
act help "{by} helps"
  by: State
fact party(s: State) "{s} is a party"
)";

constexpr auto facts = R"(
rules: rules
entities: {State: {spain: Spain}}
facts:
  party: [[spain]]
  Attack: {attack: {by: spain, date: 2000-01-10}}
)";

// What number n rests on.
std::string before(int n, std::string_view fact) {
  return n == 0 ? std::string{"party"} : fmt::format("{}{}", fact, n);
}

// Provisions are evaluated in the order of their numbers: the one that needs all others has the smallest.
int number(int n) { return 9000 - n; }

// Each of them makes the first of a chain, number 0, or one that needs the one before.
using link = std::string (*)(int);

std::string judged(int n) {
  return fmt::format(
      "fact f{1}(s: State) \"{{s}}\"\nprovision Pact.{2} \"P\"\n  for each a: Attack\n  judged at a.date\n"
      "  when {0}(a.by)\n  then f{1}(a.by) from a.date\n",
      before(n, "f"), n + 1, number(n));
}

std::string afresh(int n) {
  return fmt::format(
      "fact f{1}(s: State) \"{{s}}\"\nprovision Pact.{2} \"P\"\n  for each s: State\n  when {0}(s)\n"
      "  then f{1}(s)\n",
      before(n, "f"), n + 1, number(n));
}

std::string overriding(int n) {
  auto const clause = n == 0 ? std::string{} : fmt::format("  overrides Pact.{} for the same s\n", number(n - 1));
  return fmt::format("provision Pact.{} \"P\"\n  for each s: State\n  when party(s)\n{}", number(n), clause);
}

std::string violated(int n) {
  auto const clause =
      n == 0 ? std::string{"party(s)"} : fmt::format("not Pact.{} is violated for s = s", number(n - 1));
  return fmt::format("provision Pact.{} \"P\"\n  for each s: State\n  when party(s)\n  requires {}\n", number(n),
                     clause);
}

std::string breached(int n) {
  auto const clause =
      n == 0 ? std::string{"party(s)"} : fmt::format("not Pact.{} is breached for s = s", number(n - 1));
  return fmt::format("provision Pact.{} \"P\"\n  for each s: State\n  when {}\n  then s must help()\n", number(n),
                     clause);
}

std::string defined(int n) {
  auto body = before(n, "d") + "(s)";
  for (int level = 0; level < 50; ++level) body = fmt::format("(no t{0}: State where t{0} = s and {1})", level, body);
  return fmt::format("define d{}(s: State) \"{{s}}\"\n  when {}\n", n + 1, body);
}

// What an evaluation says in a thread of little stack.
std::string failure(link const& chain, int length) {
  std::string rules = vocabulary;
  for (int n = 0; n < length; ++n) rules += chain(n);
  rules += fmt::format("provision Pact.9999 \"P\"\n  for each s: State\n  when party(s){}\n",
                       chain(0).starts_with("define") ? fmt::format(" and d{}(s)", length) : std::string{});
  evaluated told(rules, facts);
  std::string said;
  on_small_stack([&] { said = told.failure("2000-02-01"); });
  return said;
}

void check_chain(link const& chain, std::string_view name) {
  INFO(chain(1));
  CHECK(failure(chain, 3) == "");
  auto const said = failure(chain, 900);
  CHECK(said.starts_with(fmt::format("the evaluation of `{}", name)));
  CHECK(said.ends_with("` is nested as deep as the stack goes"));
}

}  // namespace

TEST_CASE("a chain of provisions or defines ends before the stack does") {
  check_chain(judged, "Pact.");
  check_chain(afresh, "Pact.");
  check_chain(overriding, "Pact.");
  check_chain(violated, "Pact.");
  check_chain(breached, "Pact.");
  check_chain(defined, "d");
}

}  // namespace casus::test
