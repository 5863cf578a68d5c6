// The catalogue of diagnostics, the code that reports them, their pages and their cases say the same.
#include "engine/source/catalogue.hpp"
#include "repository.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <regex>

namespace {

using casus::source::catalogue_entry;
using casus::test::repository_file;

std::vector<repository_file> code() {
  auto files = casus::test::files_below("engine");
  for (repository_file& file : casus::test::files_below("grammar")) files.push_back(std::move(file));
  return files;
}

bool mentions(std::vector<repository_file> const& files, std::string const& words) {
  return std::any_of(files.begin(), files.end(), [&](repository_file const& file) {
    return file.path != "engine/source/catalogue.cpp" && file.content.find(words) != std::string::npos;
  });
}

// What of `<folder>/<code>.md` is missing, and what stands there for no code.
std::string faults_of_pages(std::string const& folder) {
  std::string wrong;
  for (catalogue_entry const& entry : casus::source::catalogue()) {
    std::string const page = folder + std::string{entry.code} + ".md";
    if (!casus::test::exists(page)) wrong += page + " is missing\n";
  }
  for (repository_file const& file : casus::test::files_below(folder)) {
    std::string name = file.path.substr(folder.size());
    if (name == "README.md" || !name.ends_with(".md")) continue;
    name.resize(name.size() - 3);
    if (casus::source::find_code(name) == nullptr) wrong += file.path + " is for no code\n";
  }
  return wrong;
}

}  // namespace

TEST_CASE("every code that is reported stands in the catalogue") {
  std::regex const use(R"re(\b(?:report|add)\(\s*"([a-z]+(?:-[a-z]+)+|syntax)")re");
  std::string wrong;
  for (repository_file const& file : code()) {
    for (std::sregex_iterator at(file.content.begin(), file.content.end(), use); at != std::sregex_iterator{}; ++at) {
      std::string const found = (*at)[1];
      if (casus::source::find_code(found) == nullptr) wrong += file.path + " reports " + found + '\n';
    }
  }
  CHECK(wrong == "");
}

TEST_CASE("every code of the catalogue is reported, and has a page and a case") {
  if (!casus::test::exists("docs/reference/diagnostics")) return;
  std::string wrong = faults_of_pages("docs/reference/diagnostics/") + faults_of_pages("tests/cases/diagnostics/");
  auto const files = code();
  for (catalogue_entry const& entry : casus::source::catalogue()) {
    std::string const name{entry.code};
    if (!mentions(files, '"' + name + '"')) wrong += name + " is reported nowhere\n";
  }
  CHECK(wrong == "");
}
