#include "commands.hpp"

namespace casus::cli {
namespace {

constexpr command_entry all[] = {
    {"check", "hold scenarios against their rules and report what applies", check_command},
    {"test", "hold what scenarios expect against what is found", test_command},
    {"mutate", "make small mistakes in the rules and say which no scenario notices", mutate_command},
    {"why", "prove what an instance of a provision comes to", why_command},
    {"why-not", "say what keeps a provision from applying", why_not_command},
    {"settle", "say which open facts would decide whether it applies", settle_command},
    {"what-if", "change the facts, and say what the change comes to", what_if_command},
    {"flip", "find the smallest changes of facts that turn the answer", flip_command},
    {"sweep", "evaluate every combination of some facts, as a decision table", sweep_command},
    {"timeline", "show how a case runs through time, and what began each state", timeline_command},
    {"repl", "hold a conversation about a scenario: change, ask, take back", repl_command},
    {"compare", "set the accounts or the readings of the law side by side", compare_command},
    {"diff", "say what changes in meaning from one rule set to another", diff_command},
    {"lint", "check rule files by themselves", lint_command},
    {"fmt", "lay out rule files in the one canonical way", fmt_command},
    {"completion", "write what makes a shell complete commands and options", completion_command},
    {"man", "write the manual pages", man_command},
};

}  // namespace

std::span<command_entry const> commands() { return all; }

}  // namespace casus::cli
