// Holds every golden page to what casus prints: golden [--bless] [PATH PREFIX…]. Paths are those of the repository.
// With --bless the pages are rewritten instead; the difference is then for a person to read.
#include "difference.hpp"
#include "run_page.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace {

namespace session = casus::session;
namespace test = casus::test;

enum class mode { compare, bless };

struct tally {
  int pages = 0;
  int commands = 0;
  int failed = 0;  // pages
  int blessed = 0;
};

std::vector<test::command> commands_of(test::page const& page) {
  std::vector<test::command> found;
  for (test::piece const& one : page.pieces) {
    if (auto const* const command = std::get_if<test::command>(&one)) found.push_back(*command);
  }
  return found;
}

// What is wrong with a page, or nothing. Documentation may show no command, a case has to.
std::string faults(std::string const& path, test::page const& expected, test::page const& actual) {
  std::string text;
  for (std::string const& problem : expected.problems) text += problem + '\n';
  auto const told = commands_of(expected);
  auto const ran = commands_of(actual);
  if (told.empty() && path.starts_with("tests/")) text += "the page runs no command\n";
  for (std::size_t i = 0; i < told.size(); ++i) {
    if (told[i].expected == ran[i].expected) continue;
    text += path + ":" + std::to_string(told[i].line) + ": " + told[i].prompt + '\n';
    text += test::difference(told[i].expected, ran[i].expected);
  }
  return text;
}

void hold(std::string const& path, mode how, session::file_system const& repository, tally& sum) {
  std::string const before = repository.read(path).content.value_or("");
  auto const expected = test::read_page(before);
  auto const actual = test::run_page(expected, casus::cli::run, repository);
  ++sum.pages;
  sum.commands += static_cast<int>(commands_of(expected).size());
  std::string const after = test::write_page(actual);
  if (how == mode::bless && after != before && expected.problems.empty()) {
    ++sum.blessed;
    std::printf("blessed %s\n", path.c_str());
    if (auto const problem = repository.write(path, after)) std::printf("%s: %s\n", path.c_str(), problem->c_str());
    return;
  }
  std::string const wrong = faults(path, expected, how == mode::bless ? expected : actual);
  if (wrong.empty()) return;
  ++sum.failed;
  std::printf("FAILED %s\n%s\n", path.c_str(), wrong.c_str());
}

bool is_asked_for(std::string const& path, std::vector<std::string> const& prefixes) {
  return prefixes.empty() || std::any_of(prefixes.begin(), prefixes.end(),
                                         [&](std::string const& prefix) { return path.starts_with(prefix); });
}

std::vector<std::string> pages_of(session::file_system const& repository) {
  std::vector<std::string> pages;
  for (char const* const place : {"README.md", "docs", "scenarios", "tests/cases"}) {
    auto const found = session::find_files(repository, place, ".md");
    pages.insert(pages.end(), found.paths.begin(), found.paths.end());
  }
  return pages;
}

}  // namespace

int main(int count, char** values) {
  std::vector<std::string> prefixes(values + 1, values + count);
  auto const flag = std::remove(prefixes.begin(), prefixes.end(), "--bless");
  mode const how = flag == prefixes.end() ? mode::compare : mode::bless;
  prefixes.erase(flag, prefixes.end());

  auto const repository = session::disk(CASUS_ROOT);
  tally sum;
  for (std::string const& path : pages_of(repository)) {
    if (is_asked_for(path, prefixes)) hold(path, how, repository, sum);
  }
  std::printf("golden: %d pages, %d commands, %d blessed, %d failed\n", sum.pages, sum.commands, sum.blessed,
              sum.failed);
  return sum.failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
