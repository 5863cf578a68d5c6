// What may not stand in the repository's text, whoever writes it.
#include "repository.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <cctype>

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

TEST_CASE("the engine and the grammar know no treaty") {
  std::string wrong;
  for (repository_file const& file : code()) {
    if (lower(file.content).find("csto") != std::string::npos) wrong += file.path + '\n';
  }
  CHECK(wrong == "");
}
