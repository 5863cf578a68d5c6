// The words of the language stand once in keywords.hpp; the editors' highlighting knows the same ones.
#include "grammar/keywords.hpp"

#include "read.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

using namespace casus::grammar;

std::string content_of(char const* path) {
  std::ifstream file(std::string(CASUS_ROOT "/") + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The words in backticks between two places of a text, in their order.
std::vector<std::string> quoted_between(std::string const& text, std::string const& from, std::string const& to) {
  std::vector<std::string> found;
  std::size_t const end = text.find(to);
  for (std::size_t at = text.find('`', text.find(from)); at < end; at = text.find('`', at + 1)) {
    std::size_t const close = text.find('`', at + 1);
    found.push_back(text.substr(at + 1, close - at - 1));
    at = close;
  }
  return found;
}

template <std::size_t Size>
void append(std::vector<std::string>& to, std::array<std::string_view, Size> const& words) {
  to.insert(to.end(), words.begin(), words.end());
  std::sort(to.begin(), to.end());
}

template <std::size_t Size>
std::string alternatives(std::array<std::string_view, Size> const& words) {
  std::string text;
  for (std::string_view const each : words) text += (text.empty() ? "" : "|") + std::string(each);
  return "\\\\b(" + text + ")\\\\b";
}

template <std::size_t Size>
void check_reserved(std::array<std::string_view, Size> const& words) {
  for (std::string_view const each : words) {
    std::string const word(each);
    CAPTURE(word);
    CHECK(is_reserved(word));
    CHECK(casus::test::said_of("entity " + word + "\n") ==
          "1:8-" + std::to_string(word.size()) + " syntax: expected a name after `entity`, found `" + word +
              "`\n  help: `" + word + "` is a word of the language and cannot be a name here\n");
    CHECK(casus::test::said_of("entity K\n  " + word + ": Int\nfact p(" + word + ": K) \"p\"\n") == "");
    CHECK(casus::test::said_of("define d(x: K) \"d\"\n  when x." + word + " = x." + word + "\n") == "");
  }
}

}  // namespace

TEST_CASE("a reserved word names no thing, but it may name a field") {
  check_reserved(declaration_words);
  check_reserved(clause_words);
  check_reserved(condition_words);
}

TEST_CASE("a contextual word may name anything") {
  for (std::string_view const each : contextual_words) {
    std::string const word(each);
    CAPTURE(word);
    CHECK_FALSE(is_reserved(word));
    CHECK(casus::test::said_of("entity " + word + "\nenum E { " + word + " }\ndefine " + word + "(" + word +
                               ": K) \"d\"\n  when " + word + " = 3 and " + word + "(" + word + ")\n") == "");
  }
}

TEST_CASE("the highlighting knows the words of the language") {
  std::string const file = content_of("grammar/casus.tmLanguage.json");
  for (std::string const& words : {alternatives(declaration_words), alternatives(clause_words),
                                   alternatives(condition_words), alternatives(contextual_words)}) {
    CAPTURE(words);
    CHECK(file.find(words) != std::string::npos);
  }
}

TEST_CASE("the reference lists the words of the language") {
  std::string const page = content_of("docs/reference/language.md");
  std::vector<std::string> reserved;
  append(reserved, declaration_words);
  append(reserved, clause_words);
  append(reserved, condition_words);
  std::vector<std::string> contextual;
  append(contextual, contextual_words);
  std::string const between = "These words mean something in their place only";
  CHECK(quoted_between(page, "## Reserved words", between) == reserved);
  CHECK(quoted_between(page.substr(page.find(between)) + "END", between, "END") == contextual);
}
