#include "run_in_memory.hpp"

#include "engine/cli/commands.hpp"
#include "engine/cli/manual.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace casus;

namespace {

std::string in_troff(std::string text) {
  for (auto at = text.find('-'); at != std::string::npos; at = text.find('-', at + 2)) text.insert(at, 1, '\\');
  return text;
}

}  // namespace

TEST_CASE("the page of a command names every option") {
  for (auto const& entry : cli::commands()) {
    CAPTURE(entry.name);
    auto const page = cli::manual_page(entry);
    CHECK(page.find(".SH SYNOPSIS\ncasus ") != std::string::npos);
    for (auto const& group : entry.make().groups) {
      for (auto const& one : group.options) CHECK(page.find("\\fB" + in_troff(one.name) + "\\fR") != std::string::npos);
    }
    CHECK(cli::manual_page().find("casus\\-" + in_troff(std::string{entry.name})) != std::string::npos);
  }
}

TEST_CASE("text never begins a line as a request of troff would") {
  for (auto const& entry : cli::commands()) {
    std::istringstream lines{cli::manual_page(entry)};
    for (std::string line; std::getline(lines, line);) {
      if (!line.starts_with('.')) continue;
      CAPTURE(line);
      CHECK(line.size() > 2);
      CHECK((line[1] >= 'A' && line[1] <= 'z'));
    }
  }
}

TEST_CASE("every page is written into a folder") {
  auto const done = test::run({"man", "--to", "pages"}, {});
  CHECK(done.code == 0);
  CHECK(done.files.size() == cli::commands().size() + 1);
  CHECK(done.files.at("pages/casus-why-not.1") == test::run({"man", "why-not"}, {}).output);
  CHECK(done.files.at("pages/casus.1") == test::run({"man"}, {}).output);
}

TEST_CASE("a command that does not exist has no page") {
  auto const wrong = test::run({"man", "chekc"}, {});
  CHECK(wrong.code == 3);
  CHECK(wrong.errors.find("did you mean `check`?") != std::string::npos);
  CHECK(test::run({"man", "check", "--to", "pages"}, {}).code == 3);
}
