#include "run_in_memory.hpp"

#include "engine/session/file_watch.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace casus;

namespace {

std::string rules(std::string const& name, std::string const& condition) {
  return "instrument " + name + " \"Pact\"\nentity State\nfact party(s: State) \"{s} is a party\"\nprovision " + name +
         ".1 \"Peace\"\n  for each s: State\n  when " + condition + "\n";
}

std::string scenario(std::string const& title, std::string const& name) {
  return "scenario: " + title + "\nrules: " + name + ".casus\nas_of: 2014-06-15\nentities: {State: {x: X}}\n" +
         "facts: {party: [[x]]}\nexpect:\n  - " + name + ".1: applies\n";
}

session::memory two_pacts() {
  return {{"One.casus", rules("One", "party(s)")},
          {"Two.casus", rules("Two", "party(s)")},
          {"one.yaml", scenario("First", "One")},
          {"two.yaml", scenario("Second", "Two")}};
}

// What was written after the n-th change.
std::string after_change(std::string text, std::size_t number) {
  constexpr std::string_view mark = " passed, ";
  std::size_t at = 0;
  for (std::size_t i = 0; i < number; ++i) at = text.find('\n', text.find(mark, at)) + 1;
  return text.substr(at, text.find('\n', text.find(mark, at)) + 1 - at);
}

}  // namespace

TEST_CASE("a saved rule file runs the scenarios under it again, and no others") {
  auto const done = test::run_while({"test", "one.yaml", "two.yaml", "--watch"}, two_pacts(),
                                    {[](session::memory& files) {
                                       files["Two.casus"] = rules("Two", "not party(s)");
                                       return std::vector<std::string>{"Two.casus"};
                                     },
                                     [](session::memory& files) {
                                       files["Two.casus"] = rules("Two", "party(s)");
                                       return std::vector<std::string>{"Two.casus"};
                                     }});
  CHECK(after_change(done.output, 0).find("2 passed, 0 failed") != std::string::npos);
  auto const first = after_change(done.output, 1);
  CHECK(first.find("Second") != std::string::npos);
  CHECK(first.find("1 scenario: ") != std::string::npos);
  CHECK(first.find("0 passed, 1 failed") != std::string::npos);
  CHECK(after_change(done.output, 2).find("1 passed, 0 failed") != std::string::npos);
  CHECK(done.errors.find("Two.casus changed\n") != std::string::npos);
  CHECK(done.code == 0);
}

TEST_CASE("the exit code is that of the last run") {
  auto const done = test::run_while({"test", "one.yaml", "--watch"}, two_pacts(), {[](session::memory& files) {
                                      files["one.yaml"] += "  - One.1: does not apply\n";
                                      return std::vector<std::string>{"one.yaml"};
                                    }});
  CHECK(done.code == 1);
}

TEST_CASE("a change of a folder that was named runs everything, since there may be more") {
  session::memory files{{"cases/One.casus", rules("One", "party(s)")}, {"cases/one.yaml", scenario("First", "One")}};
  auto const done = test::run_while({"test", "cases", "--watch"}, files, {[](session::memory& now) {
                                      now["cases/two.yaml"] = scenario("Second", "One");
                                      return std::vector<std::string>{"cases"};
                                    }});
  CHECK(after_change(done.output, 1).find("2 passed, 0 failed") != std::string::npos);
}

TEST_CASE("only people watch") {
  CHECK(test::run_while({"test", "one.yaml", "--watch", "--format", "json"}, two_pacts(), {}).code == 3);
  CHECK(test::run({"test", "one.yaml", "--watch"}, two_pacts()).code == 3);
}

TEST_CASE("a file that is written on disk is seen, and one that is new") {
  auto const folder = std::filesystem::temp_directory_path() / ("casus-watch-" + std::to_string(getpid()));
  std::filesystem::create_directory(folder);
  auto const old = (folder / "old").string();
  auto const fresh = (folder / "fresh").string();
  std::ofstream{old} << "a";
  session::file_watch watch;
  std::thread writer{[&] {
    std::this_thread::sleep_for(std::chrono::milliseconds{300});
    std::ofstream{old + ".new"} << "longer";
    std::filesystem::rename(old + ".new", old);  // at once: a file that is being written is seen more than once
  }};
  CHECK(watch.wait({old, fresh}) == std::vector<std::string>{old});
  writer.join();
  std::ofstream{fresh} << "b";
  CHECK(watch.wait({old, fresh}) == std::vector<std::string>{fresh});
  std::filesystem::remove_all(folder);
}
