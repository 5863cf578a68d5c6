#include "run_in_memory.hpp"

#include "engine/cli/commands.hpp"
#include "engine/cli/completion.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <fstream>

using namespace casus;

namespace {

constexpr std::string_view shells[] = {"bash", "zsh", "fish"};

std::string script_for(std::string_view shell) { return test::run({"completion", std::string{shell}}, {}).output; }

// What bash offers for the words, the last of which is being written.
std::string offered(std::vector<std::string> const& words) {
  auto const path = "/tmp/casus-completion-" + std::to_string(getpid()) + ".bash";
  std::ofstream{path} << script_for("bash")
                      << "compopt() { :; }\nCOMP_WORDS=(\"$@\")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n"
                      << "_casus\nprintf '%s ' \"${COMPREPLY[@]}\"\n";
  std::string command = "bash " + path;
  for (auto const& word : words) command += " '" + word + '\'';
  auto* const pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string text;
  for (std::array<char, 256> part{}; std::fgets(part.data(), part.size(), pipe) != nullptr;) text += part.data();
  CHECK(pclose(pipe) == 0);
  std::remove(path.c_str());
  return text;
}

}  // namespace

TEST_CASE("every command, option and choice is completed in every shell") {
  for (auto const shell : shells) {
    CAPTURE(shell);
    auto const script = script_for(shell);
    for (auto const& entry : cli::commands()) {
      CHECK(script.find(entry.name) != std::string::npos);
      for (auto const& group : entry.make().groups) {
        for (auto const& one : group.options) {
          CAPTURE(one.name);
          CHECK(script.find(shell == "fish" ? "-l " + one.name.substr(2) : one.name) != std::string::npos);
          for (auto const& choice : one.choices) CHECK(script.find(choice) != std::string::npos);
        }
      }
    }
  }
}

TEST_CASE("bash offers commands, options of a command, and the words that an option takes") {
  CHECK(offered({"casus", "che"}) == "check ");
  CHECK(offered({"casus", "check", "--for"}) == "--format ");
  CHECK(offered({"casus", "why", "--format", ""}) == "text markdown json dot mermaid ");
  CHECK(offered({"casus", "completion", "z"}) == "zsh ");
  CHECK(offered({"casus", "check", "--at", ""}) == " ");
}

TEST_CASE("bash offers scenarios and folders where a scenario is read") {
  auto const folder = std::string{CASUS_ROOT} + "/scenarios/csto/";
  CHECK(offered({"casus", "check", folder + "ca"}) == folder + "cases ");
  CHECK(offered({"casus", "check", folder + "cases/kyrgyzstan-2010.y"}) == folder + "cases/kyrgyzstan-2010.yaml ");
  CHECK(offered({"casus", "lint", folder + "rules/treaty-04"}).find(".casus ") != std::string::npos);
}
