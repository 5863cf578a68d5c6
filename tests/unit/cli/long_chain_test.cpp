// Rules may rest on one another in a chain of any length: no command takes more of the stack the longer it is.
#include "run_in_memory.hpp"

#include "tests/support/small_stack.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace casus::test {
namespace {

constexpr int length = 6'000;

std::string rules() {
  std::string text =
      "instrument Pact \"Pact\"\nentity State\nfact party(s: State) \"{s} is a party\"\n"
      "fact other(s: State) \"{s} is another\"\n";
  for (int i = 1; i < length; ++i) text += fmt::format("define d{}(s: State) \"{{s}}\"\n  when d{}(s)\n", i - 1, i);
  return text + fmt::format("define d{}(s: State) \"{{s}}\"\n  when party(s)\n", length - 1) +
         "provision Pact.1 \"Peace\"\n  for each s: State\n  when other(s) and d0(s)\n";
}

ran run_on_small_stack(std::vector<std::string> const& arguments) {
  session::memory const files{{"r.casus", rules()},
                              {"again.casus", "# The same\n" + rules()},
                              {"a.yaml",
                               "scenario: A\nrules: r.casus\nas_of: 2014-06-15\nentities: {State: {x: X}}\n"
                               "facts: {party: [x]}\nexpect: [{Pact.1: does not apply}]\n"}};
  ran made;
  on_small_stack([&] { made = run(arguments, files); });
  return made;
}

}  // namespace

TEST_CASE("a long chain of defines is checked, searched and compared") {
  CHECK(run_on_small_stack({"check", "a.yaml"}).errors.find("as deep as the stack goes") != std::string::npos);
  CHECK(run_on_small_stack({"mutate", "a.yaml", "--sample", "1", "--tries", "1"}).code == 0);
  CHECK(run_on_small_stack({"diff", "r.casus", "again.casus"}).code == 0);
}

// They are planned in one go and evaluated one after the other.
TEST_CASE("a condition may have any number of parts") {
  std::string text = "instrument Pact \"Pact\"\nentity State\nfact party(s: State) \"{s} is a party\"\n";
  text += "provision Pact.1 \"Peace\"\n  for each s: State\n  when party(s)\n";
  for (int i = 1; i < 20'000; ++i) text += "    and party(s)\n";
  session::memory const files{{"r.casus", text},
                              {"a.yaml",
                               "scenario: A\nrules: r.casus\nas_of: 2014-06-15\nentities: {State: {x: X}}\n"
                               "facts: {party: [x]}\nexpect: [{Pact.1: applies}]\n"}};
  ran made;
  on_small_stack([&] { made = run({"check", "a.yaml"}, files); });
  CHECK(made.code == 0);
  CHECK(made.output.find("1 expectation met") != std::string::npos);
}

// What explains goes down a chain on its own feet, and evaluates at every step.
TEST_CASE("an explanation of what is nested deep ends before the stack does") {
  std::string text = "instrument Pact \"Pact\"\nentity State\nfact party(s: State) \"{s} is a party\"\n";
  for (int i = 1; i <= 200; ++i) {
    auto body = i == 1 ? std::string{"party(s)"} : fmt::format("d{}(s)", i - 1);
    for (int level = 0; level < 8; ++level) body = fmt::format("(s != s or {})", body);
    text += fmt::format("define d{}(s: State) \"{{s}}\"\n  when {}\n", i, body);
  }
  session::memory const files{{"r.casus", text + "provision Pact.1 \"Peace\"\n  for each s: State\n  when d200(s)\n"},
                              {"a.yaml",
                               "scenario: A\nrules: r.casus\nas_of: 2014-06-15\nentities: {State: {x: X}}\n"
                               "facts: {party: [x]}\n"}};
  for (std::string const command : {"why", "settle", "flip"}) {
    ran made;
    on_small_stack([&] { made = run({command, "a.yaml", "Pact.1", "--allow", "all"}, files); });
    CHECK(made.code != 1);
    if (command == "why") CHECK(made.errors.find("is nested as deep as the stack goes") != std::string::npos);
  }
}

}  // namespace casus::test
