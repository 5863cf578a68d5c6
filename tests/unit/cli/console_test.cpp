#include "run_in_memory.hpp"

#include "engine/cli/diagnostics_desk.hpp"
#include "engine/source/catalogue.hpp"

#include <doctest/doctest.h>

using namespace casus;

namespace {

constexpr auto rules =
    "instrument Pact \"Pact\"\nentity State\nprovision Pact.1 \"Peace\"\n  for each s: State\n  requires s = s\n";
constexpr auto scenario = "scenario: One\nrules: r.casus\nas_of: 2014-06-15\nentities: {State: {x: X}}\n";

bool is_coloured(std::string const& text) { return text.find('\x1b') != std::string::npos; }

test::ran checked(std::vector<std::string> more, test::terminal on) {
  std::vector<std::string> arguments{"check", "s.yaml", "--allow", "all"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return test::run(arguments, {{"r.casus", rules}, {"s.yaml", scenario}}, on);
}

}  // namespace

TEST_CASE("colour is for terminals, unless the reader says otherwise") {
  CHECK_FALSE(is_coloured(checked({}, {}).output));
  CHECK(is_coloured(checked({}, {.output = true}).output));
  CHECK_FALSE(is_coloured(checked({}, {.output = true, .no_color = true}).output));
  CHECK_FALSE(is_coloured(checked({"--color", "never"}, {.output = true}).output));
  CHECK(is_coloured(checked({"--color", "always"}, {.no_color = true}).output));
}

TEST_CASE("progress is shown on a terminal of its own, and wiped away") {
  session::memory files{{"r.casus", rules}};
  for (char name = 'a'; name < 'm'; ++name) files.emplace(std::string{"cases/"} + name + ".yaml", scenario);
  for (auto& [path, content] : files) {
    if (path != "r.casus") content.replace(content.find("r.casus"), 7, "../r.casus");
  }
  auto const shown = test::run({"check", "cases", "--allow", "all"}, files, {.errors = true});
  CHECK(shown.code == 0);
  CHECK(shown.errors.find("\r\x1b[K12 of 12: cases/l.yaml\r\x1b[K") != std::string::npos);
  CHECK(test::run({"check", "cases", "--allow", "all"}, files, {.output = true, .errors = true}).errors.empty());
  CHECK(test::run({"check", "cases", "--allow", "all"}, files).errors.empty());
}

TEST_CASE("what was said is not said again, and no more than so much is shown") {
  source::files texts;
  auto const file = texts.add("a.yaml", std::string(400, 'x'));
  std::string shown;
  cli::diagnostics_desk desk{{}, [&](std::string_view text) { shown += text; }, report::painter{report::colour::off}};
  std::vector<source::diagnostic> said;
  for (std::uint32_t i = 0; i < cli::usual_most_shown + 5; ++i)
    said.push_back(source::report("unused-event", {file, i, i + 1}, "unused"));
  desk.take(said, texts);
  desk.take(said, texts);
  desk.close();
  CHECK(desk.warnings() == cli::usual_most_shown + 5);
  CHECK_FALSE(desk.has_errors());
  CHECK(shown.find("5 more are not shown: at most 100 are shown in one run (`--limit diagnostics=NUMBER`)\n") !=
        std::string::npos);
}

TEST_CASE("warnings can be allowed and denied; denial is the stronger") {
  source::files texts;
  auto const file = texts.add("a.yaml", "x");
  auto const errors_with = [&](cli::message_choice choice) {
    cli::diagnostics_desk desk{std::move(choice), [](std::string_view) {}, report::painter{report::colour::off}};
    desk.take({source::report("unused-event", {file, 0, 1}, "unused")}, texts);
    return desk.errors() * 10 + desk.warnings();
  };
  CHECK(errors_with({}) == 1);
  CHECK(errors_with({.allow = {"unused-event"}, .deny = {}}) == 0);
  CHECK(errors_with({.allow = {"all"}, .deny = {}}) == 0);
  CHECK(errors_with({.allow = {}, .deny = {"all"}}) == 10);
  CHECK(errors_with({.allow = {"all"}, .deny = {"unused-event"}}) == 10);
}

TEST_CASE("every option of a command stands in its help") {
  for (std::string const command : {"check", "test", "lint", "fmt"}) {
    auto const help = test::run({command, "--help"}, {}).output;
    auto const wrong = test::run({command, "x", "--nothing-like-it"}, {});
    CHECK(wrong.code == 3);
    for (std::string const option : {"--at",         "--view",     "--reading",         "--law",      "--known-by",
                                     "--provision",  "--all",      "--format",          "--color",    "--allow",
                                     "--deny",       "--limit",    "--check",           "--filter",   "--fail-fast",
                                     "--jobs",       "--snapshot", "--accept",          "--coverage", "--coverage-to",
                                     "--fail-under", "--mcdc",     "--mcdc-fail-under", "--tries",    "--write-to"}) {
      // An option that a command has wants a value or takes effect; one that it has not is named as unknown.
      auto const tried = test::run({command, "x", option}, {});
      bool const has_it = tried.errors.find("has no option") == std::string::npos;
      CHECK_MESSAGE(has_it == (help.find(option + " ") != std::string::npos), command << ' ' << option);
    }
  }
}
