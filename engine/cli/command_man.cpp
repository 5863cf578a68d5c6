#include "commands.hpp"
#include "manual.hpp"

#include "engine/source/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::cli {
namespace {

struct written_man {
  std::optional<std::string> command;
  std::optional<std::string> folder;
};

command_entry const& entry_named(std::string const& name) {
  auto const all = commands();
  auto const found = std::find_if(all.begin(), all.end(), [&](command_entry const& one) { return one.name == name; });
  if (found != all.end()) return *found;
  std::vector<std::string> known;
  for (auto const& one : all) known.emplace_back(one.name);
  auto const help = source::did_you_mean(name, known);
  throw usage_error{fmt::format("there is no command `{}`{}{}", name, help.empty() ? "" : "; ", help)};
}

exit_code write_all(std::string const& folder, environment const& around) {
  std::vector<std::pair<std::string, std::string>> pages{{"casus", manual_page()}};
  for (auto const& one : commands()) pages.emplace_back(name_of_page(one), manual_page(one));
  for (auto const& [name, page] : pages) {
    auto const path = fmt::format("{}/{}.1", folder, name);
    if (auto const problem = around.files.write(path, page)) {
      around.write_error(fmt::format("casus: cannot write `{}`: {}\n", path, *problem));
      return exit_code::input_wrong;
    }
  }
  return exit_code::checked;
}

exit_code man(written_man const& asked, environment const& around) {
  if (asked.folder && asked.command) throw usage_error{"--to writes every page: leave the command out"};
  if (asked.folder) return write_all(*asked.folder, around);
  around.write_output(asked.command ? manual_page(entry_named(*asked.command)) : manual_page());
  return exit_code::checked;
}

}  // namespace

command man_command() {
  auto const asked = std::make_shared<written_man>();
  return {.name = "man",
          .about = {"Writes the manual page of casus, or of one of its commands, for `man` to show. An installed casus "
                    "has them where `man casus` finds them."},
          .arguments = {{"COMMAND", "a command", &asked->command, false}},
          .groups = {{"",
                      {{"--to",
                        "FOLDER",
                        "write every page into this folder, as casus.1, casus-check.1 and so on",
                        &asked->folder,
                        {},
                        completion::folders}}}},
          .examples = {"casus man check | man -l -", "casus man --to ~/.local/share/man/man1"},
          .closing = {},
          .run = [asked](environment const& around) { return man(*asked, around); }};
}

}  // namespace casus::cli
