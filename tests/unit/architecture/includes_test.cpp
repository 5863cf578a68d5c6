// Holds every #include under engine/ and grammar/ against the table of docs/internals/architecture.md. Where this
// fails, move the code; where the table is wrong, change it here, there and in CMakeLists.txt together.
#include "repository.hpp"

#include <doctest/doctest.h>
#include <map>
#include <set>

namespace {

using casus::test::folder_of;
using casus::test::inclusion;
using casus::test::repository_file;

struct permission {
  std::set<std::string> folders;     // whose headers it may include, beside its own
  std::set<std::string> quarantine;  // the third parties that its files may include, by the start of the path
};

// clang-format off
std::map<std::string, permission> const table{
    {"engine/source", {{}, {"pthread.h", "sys/resource.h", "unistd.h"}}},
    {"engine/fmt", {{}, {"fmt/"}}},
    {"engine/model", {{"engine/source"}, {"fmt/"}}},
    {"grammar", {{"engine/source", "engine/model"}, {"fmt/", "boost/"}}},
    {"engine/check", {{"engine/source", "engine/model"}, {"fmt/"}}},
    {"engine/facts", {{"engine/source", "engine/model", "engine/check"}, {"fmt/"}}},
    {"engine/scenario", {{"engine/source", "engine/model", "engine/check", "engine/facts"}, {"fmt/", "yaml-cpp/"}}},
    {"engine/evaluate", {{"engine/source", "engine/model", "engine/check", "engine/facts"}, {"fmt/"}}},
    {"engine/explain", {{"engine/source", "engine/model", "engine/check", "engine/facts", "engine/evaluate"}, {"fmt/"}}},
    {"engine/session", {{"engine/source", "engine/model", "grammar", "engine/check", "engine/facts", "engine/scenario",
                         "engine/evaluate", "engine/explain"}, {"fmt/", "fcntl.h", "sys/stat.h", "unistd.h"}}},
    {"engine/suite", {{"engine/source", "engine/model", "engine/check", "engine/facts", "engine/evaluate"}, {"fmt/"}}},
    {"engine/report", {{"engine/source", "engine/model", "engine/check", "engine/facts", "engine/scenario",
                        "engine/evaluate", "engine/explain", "engine/suite"}, {"fmt/", "nlohmann/"}}},
    {"engine/cli", {{"engine/source", "engine/model", "grammar", "engine/check", "engine/facts", "engine/scenario",
                     "engine/evaluate", "engine/explain", "engine/session", "engine/suite", "engine/report"},
                    {"fmt/", "CLI/", "editline/", "fcntl.h", "malloc.h", "pwd.h", "spawn.h", "sys/mman.h", "sys/wait.h", "unistd.h"}}},
};
// clang-format on

bool is_header(std::string_view path) { return path.ends_with(".hpp"); }
bool is_source(std::string_view path) { return is_header(path) || path.ends_with(".cpp"); }

// The headers of the standard library are those without a folder or an ending.
bool is_standard(inclusion const& one) { return !one.quoted && one.header.find_first_of("/.") == std::string::npos; }

std::vector<repository_file> all_sources() {
  std::vector<repository_file> found;
  for (std::string_view const folder : {"engine", "grammar"}) {
    for (repository_file& file : casus::test::files_below(folder)) {
      if (is_source(file.path)) found.push_back(std::move(file));
    }
  }
  return found;
}

// The path of an included file of ours: next to the one that includes it, or from the root.
std::string resolved(repository_file const& from, inclusion const& one) {
  bool const from_root = one.header.find('/') != std::string::npos;
  return from_root ? one.header : folder_of(from.path) + '/' + one.header;
}

bool may_include(repository_file const& from, inclusion const& one) {
  std::string const folder = folder_of(from.path);
  permission const& allowed = table.at(folder);
  if (is_standard(one)) return true;
  if (one.quoted) {
    std::string const target = resolved(from, one);
    bool const is_known = folder_of(target) == folder || allowed.folders.contains(folder_of(target));
    return is_known && casus::test::exists(target);
  }
  for (std::string const& start : allowed.quarantine) {
    if (one.header.starts_with(start)) return true;
  }
  return false;
}

std::string said(repository_file const& file, inclusion const& one) {
  return file.path + ':' + std::to_string(one.line) + " includes " + one.header + '\n';
}

// The headers through which a third party's types could be seen.
std::set<std::string> heavy_headers(std::vector<repository_file> const& sources) {
  std::set<std::string> heavy;
  for (std::size_t before = 1, after = 0; before != after; after = heavy.size()) {
    before = heavy.size();
    for (repository_file const& file : sources) {
      if (!is_header(file.path)) continue;
      for (inclusion const& one : casus::test::inclusions_of(file.content)) {
        bool const is_heavy = one.quoted ? heavy.contains(resolved(file, one)) : !is_standard(one);
        if (is_heavy) heavy.insert(file.path);
      }
    }
  }
  return heavy;
}

}  // namespace

TEST_CASE("every folder of the engine has its line in the table") {
  std::string wrong;
  for (repository_file const& file : all_sources()) {
    if (!table.contains(folder_of(file.path))) wrong += file.path + '\n';
  }
  CHECK(wrong == "");
}

TEST_CASE("every include stays within the table") {
  std::string wrong;
  for (repository_file const& file : all_sources()) {
    if (!table.contains(folder_of(file.path))) continue;
    for (inclusion const& one : casus::test::inclusions_of(file.content)) {
      if (!may_include(file, one)) wrong += said(file, one);
    }
  }
  CHECK(wrong == "");
}

TEST_CASE("no folder sees a third party through another folder's header") {
  auto const sources = all_sources();
  auto const heavy = heavy_headers(sources);
  std::string wrong;
  for (repository_file const& file : sources) {
    for (inclusion const& one : casus::test::inclusions_of(file.content)) {
      std::string const target = resolved(file, one);
      if (one.quoted && heavy.contains(target) && folder_of(target) != folder_of(file.path)) wrong += said(file, one);
    }
  }
  CHECK(wrong == "");
}

TEST_CASE("no test includes the third parties that a folder keeps to itself") {
  std::string wrong;
  for (repository_file const& file : casus::test::files_below("tests")) {
    if (!is_source(file.path)) continue;
    for (inclusion const& one : casus::test::inclusions_of(file.content)) {
      for (std::string_view const kept : {"boost/", "yaml-cpp/", "CLI/"}) {
        if (one.header.starts_with(kept)) wrong += said(file, one);
      }
    }
  }
  CHECK(wrong == "");
}
