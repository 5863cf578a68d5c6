#include "engine/source/text.hpp"

#include <doctest/doctest.h>

using casus::source::first_malformed_utf8;
using casus::source::position;
using casus::source::text;

TEST_CASE("lines and columns count from one, columns in code points") {
  text const file("rules.casus", "one\nдва три\r\n\nend");
  CHECK(file.position_of(0) == position{1, 1});
  CHECK(file.position_of(3) == position{1, 4});  // the line feed belongs to its line
  CHECK(file.position_of(4) == position{2, 1});
  CHECK(file.position_of(11) == position{2, 5});  // the second word
  CHECK(file.position_of(19) == position{3, 1});
  CHECK(file.position_of(20) == position{4, 1});
  CHECK(file.position_of(23) == position{4, 4});
  CHECK(file.position_of(9999) == position{4, 4});
}

TEST_CASE("bytes that are no text have a column each") {
  text const file("rules.casus", "\x80\xE9\xC3\xA9x");
  CHECK(file.position_of(1) == position{1, 2});
  CHECK(file.position_of(2) == position{1, 3});
  CHECK(file.position_of(4) == position{1, 4});
}

TEST_CASE("a line comes without its end") {
  text const file("rules.casus", "one\nдва три\r\n\nend");
  CHECK(file.line(1) == "one");
  CHECK(file.line(2) == "два три");
  CHECK(file.line(3).empty());
  CHECK(file.line(4) == "end");
  CHECK(file.line(5).empty());
  CHECK(file.line(0).empty());
  CHECK(file.line_begin(2) == 4);
  CHECK(file.line_begin(5) == 23);
  CHECK(text("empty", "").line(1).empty());
  CHECK(text("empty", "").position_of(0) == position{1, 1});
}

TEST_CASE("views into a text stay valid while files are added") {
  casus::source::files files;
  auto const first = files.add("first", "short");
  auto const view = files[first].content();
  for (int i = 0; i < 100; ++i) files.add("another", "text");
  CHECK(view.data() == files[first].content().data());
  CHECK(files.size() == 101);
}

TEST_CASE("malformed UTF-8 is found where it begins") {
  CHECK(first_malformed_utf8("") == std::string_view::npos);
  CHECK(first_malformed_utf8("Ереван, \xE2\x82\xAC, \xF0\x9F\x95\x8A") == std::string_view::npos);
  CHECK(first_malformed_utf8("ab\x80") == 2);            // a continuation alone
  CHECK(first_malformed_utf8("ab\xC3") == 2);            // cut short
  CHECK(first_malformed_utf8("\xC0\xAF") == 0);          // overlong
  CHECK(first_malformed_utf8("a\xED\xA0\x80") == 1);     // a surrogate
  CHECK(first_malformed_utf8("\xF4\x90\x80\x80") == 0);  // beyond U+10FFFF
  CHECK(first_malformed_utf8("\xE2\x82z") == 0);
  CHECK(first_malformed_utf8("ok\xFFok") == 2);
}
