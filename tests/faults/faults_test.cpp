// A full disk, files that cannot be read, that are folders, that change; a reader who has left; an interruption: each
// ends with a clear line and its exit code, and no file is left half written.
#include "process.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>
#include <utility>

namespace casus::test {
namespace {

namespace fs = std::filesystem;

constexpr char const* rules = "instrument Pact \"a pact\"\nprovision Pact.1 \"Peace\"\n";
constexpr char const* scenario = "scenario: Peace\nrules: pact.casus\nas_of: 2000-01-01\nexpect: [{Pact.1: applies}]\n";

// More than a pipe or a buffer holds: many scenarios in one file.
std::string many_scenarios() {
  std::string text;
  for (int count = 0; count < 2'000; ++count) text += std::string("---\n") + scenario;
  return text;
}

// Rules that `casus fmt` has much to change in.
std::string untidy_rules(std::size_t provisions) {
  std::string text = "instrument   Pact   \"a pact\"\n";
  for (std::size_t each = 1; each <= provisions; ++each) {
    text += "provision    Pact." + std::to_string(each) + "   \"Peace\"\n";
  }
  return text;
}

struct pipe_ends {
  std::array<int, 2> ends{};
  pipe_ends() { REQUIRE(pipe2(ends.data(), O_CLOEXEC) == 0); }
  ~pipe_ends() {
    for (int const end : ends) {
      if (end >= 0) close(end);
    }
  }
  pipe_ends(pipe_ends const&) = delete;
  pipe_ends& operator=(pipe_ends const&) = delete;
  void close_reading() { close(std::exchange(ends[0], -1)); }
};

TEST_CASE("a full disk below the output is no success") {
  temporary_folder const folder;
  folder.write("pact.casus", rules);
  folder.write("peace.yaml", scenario);
  folder.write("many.yaml", many_scenarios());
  int const full = open("/dev/full", O_WRONLY | O_CLOEXEC);
  REQUIRE(full >= 0);
  for (std::string const file : {"peace.yaml", "many.yaml"}) {
    for (std::string const format : {"text", "json", "markdown"}) {
      ran const found = run({{"check", file, "--format", format}, folder.path(), -1, full});
      CHECK(found.code == 70);
      CHECK(found.errors == "casus: cannot write to standard output: No space left on device\n");
    }
  }
  close(full);
}

TEST_CASE("a full disk below a file that is laid out leaves it as it was") {
  temporary_folder const folder;
  std::string const before = untidy_rules(5'000);
  folder.write("pact.casus", before);
  ran const found = run({{"fmt", "pact.casus"}, folder.path(), -1, -1, [] {
                           std::signal(SIGXFSZ, SIG_IGN);  // what a disk without room says is then an error
                           rlimit const least{4'096, 4'096};
                           setrlimit(RLIMIT_FSIZE, &least);
                         }});
  CHECK(found.code == 2);
  CHECK(found.errors == "casus: `pact.casus`: file too large\n");
  CHECK(folder.read("pact.casus") == before);
  CHECK(folder.names() == std::vector<std::string>{"pact.casus"});
}

TEST_CASE("a reader who has left ends the run without a word, or with one where that signal is ignored") {
  temporary_folder const folder;
  folder.write("pact.casus", rules);
  folder.write("many.yaml", many_scenarios());
  pipe_ends pipe;
  pipe.close_reading();
  ran const found = run({{"check", "many.yaml"}, folder.path(), -1, pipe.ends[1]});
  CHECK(found.signal == SIGPIPE);
  CHECK(found.errors == "");
  ran const deaf =
      run({{"check", "many.yaml"}, folder.path(), -1, pipe.ends[1], [] { std::signal(SIGPIPE, SIG_IGN); }});
  CHECK(deaf.code == 70);
  CHECK(deaf.errors == "casus: cannot write to standard output: Broken pipe\n");
}

TEST_CASE("a reader who has read one line and leaves") {
  temporary_folder const folder;
  folder.write("pact.casus", rules);
  folder.write("many.yaml", many_scenarios());
  pipe_ends pipe;
  ran const found = run({{"check", "many.yaml"}, folder.path(), -1, pipe.ends[1]}, [&](int) {
    char first = 0;
    while (read(pipe.ends[0], &first, 1) == 1 && first != '\n') {}
    pipe.close_reading();
  });
  CHECK(found.signal == SIGPIPE);
  CHECK(found.errors == "");
}

TEST_CASE("what cannot be read is named, with the reason") {
  temporary_folder const folder;
  folder.write("pact.casus", rules);
  folder.write("peace.yaml", scenario);
  fs::create_symlink("round.yaml", fs::path(folder.path()) / "round.yaml");
  fs::create_symlink("gone.yaml", fs::path(folder.path()) / "dangling.yaml");
  auto const said = [&](std::string const& file) {
    ran const found = run({{"check", file}, folder.path()});
    CHECK(found.code == 2);
    return found.errors.substr(0, found.errors.find('\n'));
  };
  CHECK(said("none.yaml") == "error[unreadable-file]: cannot read `none.yaml`: there is no such file");
  CHECK(said("dangling.yaml") == "error[unreadable-file]: cannot read `dangling.yaml`: there is no such file");
  CHECK(said("round.yaml") == "error[unreadable-file]: cannot read `round.yaml`: too many levels of symbolic links");
  CHECK(said("peace.yaml/more.yaml") ==
        "error[unreadable-file]: cannot read `peace.yaml/more.yaml`: there is no such file");
  // The start of a process's memory: it opens, and reading it fails.
  CHECK(said("/proc/self/mem") == "error[unreadable-file]: cannot read `/proc/self/mem`: input/output error");
}

TEST_CASE("a file that nobody may read") {
  temporary_folder const folder;
  folder.write("pact.casus", rules);
  folder.write("peace.yaml", scenario);
  fs::permissions(fs::path(folder.path()) / "pact.casus", fs::perms::none);
  ran const found = run({{"check", "peace.yaml"}, folder.path(), -1, -1, [] {
                           constexpr unsigned nobody = 65'534;  // who runs everything may read everything
                           if (geteuid() == 0 && (setgid(nobody) != 0 || setuid(nobody) != 0)) _exit(125);
                         }});
  if (found.code == 127 || found.code == 125) {
    MESSAGE("nobody else may run casus here, so that nothing is tried");
    return;
  }
  CHECK(found.code == 2);
  CHECK(found.errors.substr(0, found.errors.find('\n')) ==
        "error[unreadable-file]: cannot read `pact.casus`: permission denied");
}

TEST_CASE("a folder in place of a file") {
  temporary_folder const folder;
  folder.write("pact.casus", rules);
  folder.write("peace.yaml", std::string(scenario) + "background: [more.yaml]\n");
  folder.write("more.yaml/inside.txt", "");
  folder.write("other.casus/inside.txt", "");
  folder.write("war.yaml", "scenario: War\nrules: other.casus\nas_of: 2000-01-01\n");
  auto const said = [&](std::string const& file, int input = -1) {
    ran const found = run({{"check", file}, folder.path(), input});
    CHECK(found.code == 2);
    return found.errors.substr(0, found.errors.find('\n'));
  };
  CHECK(said("peace.yaml") == "error[unreadable-file]: cannot read `more.yaml`: there is no file *.yaml in it");
  CHECK(said("war.yaml") == "error[unreadable-file]: cannot read `other.casus`: there is no file *.casus in it");
  int const as_input = open(folder.path().c_str(), O_RDONLY | O_CLOEXEC | O_DIRECTORY);
  CHECK(said("-", as_input) == "error[unreadable-file]: cannot read `-`: it is a folder");
  close(as_input);
}

TEST_CASE("a file that changes while it is read") {
  temporary_folder const folder;
  folder.write("pact.casus", rules);
  // Long enough that somebody else writes to it many times before it is read.
  folder.write("long.yaml", scenario + std::string(std::size_t{15} << 20U, '#'));
  std::string const path = folder.path() + "/long.yaml";
  std::atomic<bool> stop = false;
  std::thread writer([&] {
    int const file = open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
    while (!stop && write(file, "#", 1) == 1) std::this_thread::sleep_for(std::chrono::microseconds(50));
    close(file);
  });
  ran const found = run({{"check", "long.yaml"}, folder.path()});
  stop = true;
  writer.join();
  CHECK(found.code == 2);
  CHECK(found.errors.substr(0, found.errors.find('\n')) ==
        "error[unreadable-file]: cannot read `long.yaml`: it changed while it was read");
}

TEST_CASE("an interruption is said, and ends the run as the signal does") {
  temporary_folder const folder;
  pipe_ends input;
  REQUIRE(write(input.ends[1], "scenario: Never ends\n", 21) == 21);
  ran const found = run({{"check", "-"}, folder.path(), input.ends[0]}, [&](int process) {
    // Once it has read what there is, it waits for more.
    for (int waiting = 1; waiting > 0;) REQUIRE(ioctl(input.ends[0], FIONREAD, &waiting) == 0);
    kill(process, SIGINT);
  });
  CHECK(found.signal == SIGINT);
  CHECK(found.errors == "casus: interrupted\n");
}

TEST_CASE("an interruption leaves a file that is laid out as it was or as it is to be, and nothing beside it") {
  std::string const before = untidy_rules(2'000);
  temporary_folder const whole;
  whole.write("pact.casus", before);
  CHECK(run({{"fmt", "pact.casus"}, whole.path()}).code == 0);
  std::string const after = whole.read("pact.casus");
  CHECK(before != after);
  for (int attempt = 0; attempt < 20; ++attempt) {
    temporary_folder const folder;
    folder.write("pact.casus", before);
    static_cast<void>(run({{"fmt", "pact.casus"}, folder.path()}, [&](int process) {
      std::this_thread::sleep_for(std::chrono::milliseconds(2 * attempt));
      kill(process, SIGINT);
    }));
    std::string const content = folder.read("pact.casus");
    CHECK((content == before || content == after));
    CHECK(folder.names() == std::vector<std::string>{"pact.casus"});
  }
}

}  // namespace
}  // namespace casus::test
