#include "commands.hpp"
#include "console.hpp"
#include "diagnostics_desk.hpp"
#include "limits.hpp"
#include "shared_options.hpp"

#include "engine/session/session.hpp"

#include <fmt/format.h>

#include <memory>

namespace casus::cli {
namespace {

struct lint_options {
  std::vector<std::string> paths;
  message_choice warnings;
  std::vector<std::string> limits;
  std::string color = "auto";
};

exit_code lint(lint_options const& asked, environment const& around) {
  if (auto problem = problem_with(asked.warnings); !problem.empty()) throw usage_error{std::move(problem)};
  for (auto const& path : asked.paths) {
    if (path.ends_with(session::scenario_ending) && around.files.kind(path) == session::path_kind::file)
      throw usage_error{fmt::format("`{0}` is a scenario: `casus check {0}` checks it", path)};
  }
  auto const bounds = limits_from(asked.limits);
  session::session all{around.files, around.read_input, bounds.file_bytes};
  auto const& book = all.rules(asked.paths);
  diagnostics_desk desk{asked.warnings, around.write_error, painter_for_errors(asked.color, around), bounds.shown};
  desk.take(book.diagnostics, all.texts());
  desk.close();
  around.write_output(fmt::format("{} read: {}, {}\n", counted(book.files.size(), "rule file"),
                                  counted(desk.errors(), "error"), counted(desk.warnings(), "warning")));
  return desk.has_errors() ? exit_code::input_wrong : exit_code::checked;
}

}  // namespace

command lint_command() {
  auto const asked = std::make_shared<lint_options>();
  option_group options{"", message_options(asked->warnings)};
  options.options.push_back(
      {"--limit", "NAME=VALUE", "raise or lower a bound: file-size (MiB), diagnostics (shown)", &asked->limits});
  options.options.push_back(color_option(asked->color));
  return {.name = "lint",
          .about = {"Checks rule files by themselves, read together as one rule set with what they use: names, types, "
                    "versions, circles, and whatever is likely to be a slip. A folder stands for every *.casus file "
                    "in it."},
          .arguments = {{"FILE|FOLDER", "at least one file or folder", &asked->paths, true, completion::rules}},
          .groups = {std::move(options)},
          .examples = {"casus lint rules", "casus lint rules --deny all"},
          .closing = {},
          .run = [asked](environment const& around) { return lint(*asked, around); }};
}

}  // namespace casus::cli
