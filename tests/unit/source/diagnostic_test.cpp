#include "engine/source/diagnostic.hpp"
#include "engine/source/catalogue.hpp"
#include "engine/source/nearest.hpp"
#include "engine/source/outcome.hpp"

#include <doctest/doctest.h>
#include <algorithm>

using casus::source::catalogue;
using casus::source::diagnostic;
using casus::source::nearest;
using casus::source::report;
using casus::source::span;

namespace {

span at(std::uint32_t file, std::uint32_t begin) { return {.file = {file}, .begin = begin, .end = begin + 1}; }

std::string nearest_of(std::string_view word, std::vector<std::string> const& candidates) {
  return nearest(word, candidates).value_or("none");
}

}  // namespace

TEST_CASE("diagnostics are sorted as a reader meets them, and said once") {
  std::vector<diagnostic> said{report("unknown-name", at(1, 5), "b"), report("unknown-name", at(0, 9), "c"),
                               report("type-mismatch", at(0, 9), "d"), report("unknown-name", at(0, 9), "c"),
                               report("unknown-name", at(0, 2), "e")};
  casus::source::sort(said);
  std::string order;
  for (diagnostic const& one : said) order += one.message;
  CHECK(order == "edcb");
}

TEST_CASE("a diagnostic takes its severity from the catalogue") {
  CHECK(casus::source::has_errors({report("unused-variable", at(0, 0), "x"), report("syntax", at(0, 0), "y")}));
  CHECK_FALSE(casus::source::has_errors({report("unused-variable", at(0, 0), "x")}));
  casus::source::outcome<int> const warned{.value = 1, .diagnostics = {report("unused-variable", at(0, 0), "x")}};
  CHECK_FALSE(warned.has_errors());
}

TEST_CASE("the catalogue is in the order of the alphabet, each code once, each with its meaning") {
  auto const entries = catalogue();
  auto const out_of_order = [](auto const& a, auto const& b) { return a.code >= b.code; };
  auto const wrong = std::adjacent_find(entries.begin(), entries.end(), out_of_order);
  CHECK_MESSAGE(wrong == entries.end(), (wrong == entries.end() ? std::string_view{} : wrong->code));
  for (auto const& entry : entries) {
    CHECK(casus::source::find_code(entry.code) == &entry);
    CHECK(entry.meaning.size() > 10);
    CHECK_MESSAGE(entry.code.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos, entry.code);
  }
  CHECK(casus::source::find_code("no-such-code") == nullptr);
}

TEST_CASE("where no name is near, at most ten of those that there are are listed") {
  std::vector<std::string> names{"alpha", "beta"};
  CHECK(casus::source::did_you_mean_or_one_of("alhpa", names, "its fields are") == "did you mean `alpha`?");
  CHECK(casus::source::did_you_mean_or_one_of("zzzzzzz", names, "its fields are") == "its fields are alpha, beta");
  CHECK(casus::source::did_you_mean_or_one_of("zzzzzzz", {}, "its fields are").empty());
  names = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"};
  CHECK(casus::source::did_you_mean_or_one_of("zzzzzzz", names, "its fields are") ==
        "its fields are a, b, c, d, e, f, g, h, i, j and 2 more");
}

TEST_CASE("the nearest name is offered only when it is close") {
  CHECK(nearest_of("atack", {"request", "attack", "assist"}) == "attack");
  CHECK(nearest_of("mebmer", {"member"}) == "member");
  CHECK(nearest_of("Attack", {"attach", "attack"}) == "attack");
  CHECK(nearest_of("ab", {"aB", "cd"}) == "aB");
  CHECK(nearest_of("ab", {"ac"}) == "none");
  CHECK(nearest_of("party", {"suspended"}) == "none");
  CHECK(nearest_of("", {"a", ""}) == "");
  CHECK(nearest_of("cat", {"bat", "hat"}) == "bat");
  CHECK(nearest_of(std::string(1000, 'a'), {std::string(1000, 'a')}) == "none");
  std::vector<std::string> const names{"member"};
  CHECK(casus::source::did_you_mean("membr", names) == "did you mean `member`?");
  CHECK(casus::source::did_you_mean("xyz", names).empty());
}
