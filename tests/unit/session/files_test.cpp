#include "engine/session/files.hpp"
#include "engine/session/new_files.hpp"

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

TEST_CASE("what is made anew replaces nothing that says something else") {
  auto const memory = std::make_shared<session::memory>(session::memory{{"new/a.yaml", "a"}, {"file", "f"}});
  auto const files = session::in_memory(memory);
  CHECK(session::write_new(files, "new", {{"b.yaml", "b"}, {"a.yaml", "other"}}) ==
        "`new/a.yaml` is there and says something else; nothing was written");
  CHECK(memory->size() == 2);
  CHECK_FALSE(session::write_new(files, "./new/", {{"b.yaml", "b"}, {"a.yaml", "a"}}).has_value());
  CHECK(memory->at("new/b.yaml") == "b");
  CHECK(session::write_new(files, "file", {{"b.yaml", "b"}}) == "cannot write to `file`: it is a file");
}

TEST_CASE("a path as a file in a folder names it") {
  auto const seen = [](std::string_view folder, std::string_view path) {
    return session::path_seen_from(folder, path).value_or("-");
  };
  CHECK(seen(".", "rules/a.casus") == "rules/a.casus");
  CHECK(seen("cases", "rules/a.casus") == "../rules/a.casus");
  CHECK(seen("cases/new", "cases/rules") == "../rules");
  CHECK(seen("rules", "rules") == ".");
  CHECK(seen("rules/new", "rules") == "..");
  CHECK(seen("cases", "../a.casus") == "../../a.casus");
  CHECK(seen("../cases", "../rules") == "../rules");
  CHECK(seen("../cases", "rules") == "-");
  CHECK(seen("/disk/cases", "rules") == "-");
  CHECK(seen("cases", "/disk/rules") == "/disk/rules");
  CHECK(seen("/disk/cases", "/disk/rules") == "../rules");
  for (auto const* const folder : {".", "cases", "cases/new", "../cases"})
    for (auto const* const path : {"rules", "cases/a.casus", "../a.casus"})
      if (auto const named = session::path_seen_from(folder, path))
        CHECK(session::relative_to(std::string{folder} + "/s.yaml", *named) == session::normal(path));
}
