#include "engine/session/files.hpp"

#include <doctest/doctest.h>

namespace session = casus::session;

namespace {

session::file_system holding(session::memory files) {
  return session::in_memory(std::make_shared<session::memory>(std::move(files)));
}

std::string found(session::file_system const& files, std::string_view path) {
  auto const result = session::find_files(files, path, ".casus");
  std::string text;
  for (auto const& one : result.paths) text += one + ' ';
  for (auto const& [where, problem] : result.problems) text += "(" + where + ": " + problem + ")";
  return text;
}

}  // namespace

TEST_CASE("paths are made normal without asking the disk") {
  CHECK(session::normal("a/./b//c/../d") == "a/b/d");
  CHECK(session::normal("../../a") == "../../a");
  CHECK(session::normal("/../a/") == "/a");
  CHECK(session::normal("a/..") == ".");
  CHECK(session::normal("") == ".");
  CHECK(session::normal("/") == "/");
  CHECK(session::relative_to("cases/one.yaml", "../rules") == "rules");
  CHECK(session::relative_to("one.yaml", "rules") == "rules");
  CHECK(session::relative_to("cases/one.yaml", "/rules") == "/rules");
}

TEST_CASE("files below a folder are found in the order of their names, hidden ones left out") {
  auto const files = holding({{"rules/b.casus", ""},
                              {"rules/a/z.casus", ""},
                              {"rules/.hidden.casus", ""},
                              {"rules/notes.txt", ""},
                              {"rules/.casus", ""},
                              {"other.casus", ""}});
  CHECK(found(files, "rules") == "rules/a/z.casus rules/b.casus ");
  CHECK(found(files, ".") == "other.casus rules/a/z.casus rules/b.casus ");
  CHECK(found(files, "rules/notes.txt") == "rules/notes.txt ");
  CHECK(found(files, "rule") == "(rule: there is no such file or folder)");
}

TEST_CASE("a folder is not a file, and both may be missing") {
  auto const files = holding({{"rules/b.casus", "text"}});
  CHECK(files.read("rules/../rules/b.casus").content == "text");
  CHECK(files.read("rules").problem == "it is a folder");
  CHECK(files.read("rules/c.casus").problem == "there is no such file");
  CHECK(files.kind("rules/b.casus") == session::path_kind::file);
  CHECK(files.kind("rules") == session::path_kind::folder);
  CHECK(files.kind("rul") == session::path_kind::nothing);
  CHECK(files.list("nowhere").problem.has_value());
}

TEST_CASE("an upper layer hides the lower file by file, and takes what is written") {
  auto const above = std::make_shared<session::memory>(session::memory{{"r/a.casus", "new"}});
  auto const below = std::make_shared<session::memory>(session::memory{{"r/a.casus", "old"}, {"r/b.casus", "b"}});
  auto const files = session::layered(session::in_memory(above), session::in_memory(below));
  CHECK(files.read("r/a.casus").content == "new");
  CHECK(files.read("r/b.casus").content == "b");
  CHECK(found(files, "r") == "r/a.casus r/b.casus ");
  CHECK_FALSE(files.write("r/b.casus", "changed").has_value());
  CHECK(below->at("r/b.casus") == "b");
  CHECK(files.read("r/b.casus").content == "changed");
}
