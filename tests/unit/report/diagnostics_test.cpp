#include "engine/report/diagnostics.hpp"

#include <doctest/doctest.h>

using namespace casus;

namespace {

constexpr report::painter plain{report::colour::off};

std::string shown(std::string content, std::uint32_t begin, std::uint32_t end) {
  source::files files;
  auto const file = files.add("raid.yaml", std::move(content));
  source::diagnostic const said{.code = "unknown-name",
                                .severity = source::severity::error,
                                .message = "no fact named `atack`",
                                .where = {file, begin, end},
                                .notes = {},
                                .help = {}};
  return report::diagnostic(said, files, plain);
}

}  // namespace

TEST_CASE("a diagnostic shows its line with a caret under what is meant") {
  CHECK(shown("facts:\n  atack:\n", 9, 14) ==
        "error[unknown-name]: no fact named `atack`\n"
        "  raid.yaml:2:3\n"
        "    |\n"
        "  2 |   atack:\n"
        "    |   ^~~~~\n");
}

TEST_CASE("an empty place, the end of a line and the end of a file have one caret") {
  CHECK(shown("ab\ncd", 2, 2) ==
        "error[unknown-name]: no fact named `atack`\n  raid.yaml:1:3\n    |\n  1 | ab\n    |   ^\n");
  CHECK(shown("ab\ncd", 5, 5) ==
        "error[unknown-name]: no fact named `atack`\n  raid.yaml:2:3\n    |\n  2 | cd\n    |   ^\n");
}

TEST_CASE("a place of several lines is underlined to the end of its first") {
  CHECK(shown("ab\ncd", 1, 5) ==
        "error[unknown-name]: no fact named `atack`\n  raid.yaml:1:2\n    |\n  1 | ab\n    |  ^\n");
}

TEST_CASE("columns count code points; tabs and control characters are one blank each") {
  CHECK(shown("\té\x1bx", 4, 5) ==
        "error[unknown-name]: no fact named `atack`\n  raid.yaml:1:4\n    |\n  1 |  é x\n    |    ^\n");
}

TEST_CASE("a byte that is not part of any text is shown as such, in a column of its own") {
  CHECK(shown("a \x93word\x94 \xE9 b", 8, 9) ==
        "error[unknown-name]: no fact named `atack`\n  raid.yaml:1:9\n    |\n"
        "  1 | a \xEF\xBF\xBDword\xEF\xBF\xBD \xEF\xBF\xBD b\n    |         ^\n");
}

TEST_CASE("of a long line only the part around the place is shown") {
  std::string const text = std::string(500, 'a') + "b" + std::string(500, 'c');
  auto const lines = shown(text, 500, 501);
  CHECK(lines == "error[unknown-name]: no fact named `atack`\n  raid.yaml:1:501\n    |\n  1 | " + std::string(40, 'a') +
                     'b' + std::string(119, 'c') + "\n    | " + std::string(40, ' ') + "^\n");
}

TEST_CASE("notes and help follow; a file without text has only its name") {
  source::files files;
  auto const file = files.add("a.yaml", "x: 1\n");
  auto const missing = files.add("b.yaml", "");
  source::diagnostic const said{.code = "duplicate-name",
                                .severity = source::severity::warning,
                                .message = "said twice",
                                .where = {missing, 0, 0},
                                .notes = {{.message = "first said here", .where = source::span{file, 0, 1}},
                                          {.message = "and nowhere else", .where = std::nullopt}},
                                .help = "say it once"};
  CHECK(report::diagnostic(said, files, plain) ==
        "warning[duplicate-name]: said twice\n"
        "  b.yaml\n"
        "  note: first said here\n"
        "  a.yaml:1:1\n"
        "    |\n"
        "  1 | x: 1\n"
        "    | ^\n"
        "  note: and nowhere else\n"
        "  help: say it once\n");
}

TEST_CASE("colour is a frame around words, and nothing without it") {
  CHECK(plain(report::tone::bad, "violated") == "violated");
  report::painter const paint{report::colour::on};
  CHECK(paint(report::tone::bad, "violated") == "\x1b[1;31mviolated\x1b[0m");
  CHECK(paint(report::tone::plain, "displaced") == "displaced");
  CHECK(paint(report::tone::bad, "").empty());
}
