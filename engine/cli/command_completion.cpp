#include "commands.hpp"
#include "completion.hpp"

namespace casus::cli {

command completion_command() {
  auto const asked = std::make_shared<std::string>();
  return {
      .name = "completion",
      .about = {"Writes what makes a shell complete the commands of casus, their options, the words that these take "
                "and the files that they read. An installed casus is completed without it, if the shell looks where "
                "it was installed."},
      .arguments =
          {{"SHELL", "a shell: bash, zsh or fish", asked.get(), true, completion::none, {"bash", "zsh", "fish"}}},
      .groups = {},
      .examples = {"source <(casus completion bash)", "source <(casus completion zsh)",
                   "casus completion fish | source"},
      .closing = {},
      .run = [asked](environment const& around) {
        auto const meant = *asked == "bash" ? shell::bash : *asked == "zsh" ? shell::zsh : shell::fish;
        around.write_output(completion_script(meant, commands()));
        return exit_code::checked;
      }};
}

}  // namespace casus::cli
