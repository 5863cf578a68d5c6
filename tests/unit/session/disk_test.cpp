// The one test that touches the disk: what it says of files that are there, are not, or are no files.
#include "engine/session/files.hpp"

#include <doctest/doctest.h>

#include <unistd.h>
#include <algorithm>
#include <filesystem>
#include <string>

namespace session = casus::session;

TEST_CASE("files and folders of the repository are read from its root") {
  auto const files = session::disk(CASUS_ROOT);
  CHECK(files.read("LICENSE").content.value_or("").starts_with("MIT License\n"));
  CHECK(files.kind("engine") == session::path_kind::folder);
  CHECK(files.kind("engine/nothing") == session::path_kind::nothing);
  CHECK(files.read("engine").problem == "it is a folder");
  CHECK(files.read("LICENSE/x").problem == "there is no such file");
  CHECK(files.read(std::string{"LICENSE\0x", 9}).problem == "there is no such file");
  auto const found = session::find_files(files, "engine/session", ".hpp").paths;
  CHECK(std::count(found.begin(), found.end(), "engine/session/files.hpp") == 1);
}

TEST_CASE("a file without an end is given up at the bound, which is named") {
  CHECK(session::disk().read("/dev/zero").problem.starts_with("it is larger than 16 MiB"));
}

TEST_CASE("writing replaces the whole file and leaves nothing beside it") {
  // The tests of several builds may run at once.
  auto const folder = std::filesystem::temp_directory_path() / ("casus-disk-test-" + std::to_string(::getpid()));
  std::filesystem::remove_all(folder);
  std::filesystem::create_directory(folder);
  auto const files = session::disk(folder.string());
  CHECK_FALSE(files.write("a.casus", "a longer text").has_value());
  CHECK_FALSE(files.write("a.casus", "text").has_value());
  CHECK(files.read("a.casus").content == "text");
  CHECK(files.list(".").entries.size() == 1);
  CHECK(files.write("gone/a.casus", "text") == "there is no such file");
  CHECK_FALSE(files.make_folder("new/cases").has_value());
  CHECK_FALSE(files.make_folder("new/cases").has_value());
  CHECK_FALSE(files.write("new/cases/a.yaml", "text").has_value());
  CHECK(files.make_folder("a.casus/cases").has_value());
  CHECK(files.write(".", "text") == "it is a folder");
  std::filesystem::remove_all(folder);
}
