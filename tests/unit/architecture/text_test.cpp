// What may not stand in the repository's text, whoever writes it.
#include "repository.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <cctype>
#include <regex>
#include <sstream>

namespace {

using casus::test::repository_file;

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

// Whether a path that begins so stands in the text: `boost/spirit/home/x3.hpp` does not begin at the root.
bool names_path(std::string const& text, std::string const& start) {
  for (auto at = text.find(start); at != std::string::npos; at = text.find(start, at + 1)) {
    if (at == 0 || (std::isalnum(static_cast<unsigned char>(text[at - 1])) == 0 && text[at - 1] != '.')) return true;
  }
  return false;
}

// The text without what stands behind `//`: a comment may give an example from a treaty.
std::string without_comments(std::string const& text) {
  std::string kept;
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);) {
    auto const comment = line.starts_with("//") ? 0 : line.find(" //");
    kept += line.substr(0, comment) + '\n';
  }
  return kept;
}

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

// Whether the words stand in the text by themselves: "nato" is not in "denominator".
bool has_words(std::string const& text, std::string const& words) {
  for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
    auto const end = at + words.size();
    if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]))) return true;
  }
  return false;
}

// How treaties and states are called that the rules under scenarios/ name, in small letters, without "the".
std::vector<std::string> names_in_rules() {
  std::regex const naming(R"re((?:^|\n)(?:instrument\s+\w+|individual\s+\w+:\s*State)\s+"(?:the )?([^"]+)")re");
  std::vector<std::string> names;
  for (repository_file const& file : casus::test::files_below("scenarios")) {
    if (!file.path.ends_with(".casus")) continue;
    for (std::sregex_iterator at(file.content.begin(), file.content.end(), naming); at != std::sregex_iterator{};
         ++at) {
      names.push_back(lower((*at)[1]));
    }
  }
  return names;
}

std::vector<repository_file> code() {
  auto files = casus::test::files_below("engine");
  for (repository_file& file : casus::test::files_below("grammar")) files.push_back(std::move(file));
  return files;
}

}  // namespace

TEST_CASE("no file names a path of one machine") {
  // Each in two pieces, so that this file is not one of them.
  std::vector<std::string> const marks{std::string{"/ro"} + "ot/", std::string{"/ho"} + "me/",
                                       std::string{"/wo"} + "rk/", std::string{"bash_"} + "jobs"};
  std::string wrong;
  for (repository_file const& file : casus::test::files_below("")) {
    for (std::string const& mark : marks) {
      if (names_path(file.content, mark)) wrong += file.path + " has " + mark + '\n';
    }
  }
  CHECK(wrong == "");
}

TEST_CASE("the engine and the grammar know no treaty and no state") {
  auto const names = names_in_rules();
  CHECK(!names.empty());
  std::string wrong;
  for (repository_file const& file : code()) {
    std::string const text = lower(file.content);
    if (has_words(text, "csto") || has_words(text, "nato")) wrong += file.path + " has an alliance\n";
    std::string const bare = without_comments(text);
    for (std::string const& name : names) {
      if (has_words(bare, name)) wrong += file.path + " has " + name + '\n';
    }
  }
  CHECK(wrong == "");
}
