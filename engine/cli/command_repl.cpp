#include "commands.hpp"
#include "conversation.hpp"
#include "shared_options.hpp"

namespace casus::cli {
namespace {

struct written_repl {
  written_options shared;
  std::string scenario;
};

}  // namespace

command repl_command() {
  auto const asked = std::make_shared<written_repl>();
  auto& shared = asked->shared;
  return {
      .name = "repl",
      .about = {"Holds a conversation about a scenario: change a fact, see what comes of it, ask why, take it back. "
                "Every line is a command, `help` lists them. The scenario itself stays as it is."},
      .arguments = {scenario_argument(asked->scenario)},
      .groups = {account_options(shared, accounts_meant::agreed),
                 {"what to show", {color_option(shared.color)}},
                 bound_options(shared)},
      .examples = {"casus repl raid.yaml", "casus repl raid.yaml --view critics --at 2014-06-11",
                   "casus repl raid.yaml < commands.txt"},
      .closing = {},
      .run = [asked](environment const& around) { return converse(asked->scenario, asked->shared, around); }};
}

}  // namespace casus::cli
