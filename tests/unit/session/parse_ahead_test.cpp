#include "engine/session/parse_ahead.hpp"

#include "grammar/parse.hpp"

#include <doctest/doctest.h>

#include <fmt/format.h>

using namespace casus;

namespace {

// So many files of some kilobytes, every seventh of them with an error.
std::vector<source::file_id> add_files(source::files& texts, std::uint32_t count) {
  std::vector<source::file_id> ids;
  for (std::uint32_t file = 0; file < count; ++file) {
    std::string content;
    for (int i = 0; i < 100; ++i) content += fmt::format("entity Kind_{}_{} \"a kind\"\n", file, i);
    if (file % 7 == 3) content += "entity ?\n";
    ids.push_back(texts.add(fmt::format("{}.casus", file), content));
  }
  return ids;
}

void check_same(session::parse_ahead::parsed const& found, source::files const& texts, source::file_id file) {
  auto const expected = grammar::parse(texts[file], file);
  INFO(texts[file].name());
  CHECK(model::dump(*found.value) == model::dump(*expected.value));
  CHECK(found.has_errors() == expected.has_errors());
  CHECK(found.diagnostics.size() == expected.diagnostics.size());
}

}  // namespace

TEST_CASE("files parsed ahead say what they say") {
  source::files texts;
  auto const files = add_files(texts, 40);
  session::parse_ahead ahead;
  ahead.begin(texts, files);
  for (auto const file : files) check_same(ahead.take(texts, file), texts, file);
}

TEST_CASE("files parsed ahead may be asked for in any order, or not at all") {
  source::files texts;
  auto const files = add_files(texts, 40);
  for (std::size_t from = 0; from < files.size(); from += 13) {
    session::parse_ahead ahead;
    ahead.begin(texts, files);
    for (auto i = files.size(); i-- > from;) check_same(ahead.take(texts, files[i]), texts, files[i]);
  }
}

TEST_CASE("a file that nobody announced is parsed when it is asked for") {
  source::files texts;
  auto const files = add_files(texts, 2);
  session::parse_ahead ahead;
  check_same(ahead.take(texts, files[0]), texts, files[0]);
  ahead.begin(texts, {files[0]});
  check_same(ahead.take(texts, files[1]), texts, files[1]);
}
